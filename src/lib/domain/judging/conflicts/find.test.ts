import { expect, test } from 'vitest';
import { unitKey } from '../../contests/unit-name';
import { conflictsBetween, keyedEntry, keyedJuror, partnersOf, phoneKey } from '.';
import { sameName, sameUnit } from '.';
import type { EntryPeople, JurorPeople } from '.';

const entry = (over: Partial<EntryPeople> = {}): EntryPeople => ({
	...{ id: 'e', accounts: ['owner'], emails: ['owner@example.cn'], phones: ['p1'] },
	...{ names: ['李青', '周和'], unit: '瓶窑镇纪委', town: 'pingyao' },
	...over
});
const juror = (over: Partial<JurorPeople> = {}): JurorPeople => ({
	...{ id: 'j', personId: 'judge', email: 'judge@example.cn', name: '评委一' },
	...{ units: [], towns: [], ties: [] },
	...over
});
const between = (one: JurorPeople, other: EntryPeople, all: EntryPeople[] = [], town = true) =>
	conflictsBetween(
		keyedJuror(one),
		keyedEntry(other),
		partnersOf(keyedJuror(one), all.map(keyedEntry)),
		{ town }
	);

test('a stranger has no conflict', () => expect(between(juror(), entry())).toEqual([]));

test('the own entry is found by account, editor and address, in whatever case', () => {
	expect(between(juror({ personId: 'owner' }), entry())).toEqual(['self']);
	expect(between(juror({ email: 'Owner@Example.CN' }), entry())).toEqual(['self']);
	expect(between(juror({ personId: 'b' }), entry({ accounts: ['a', 'b'] }))).toEqual(['self']);
});

test('a name in the crew is found however it is spaced; a family name alone is nobody’s', () => {
	expect(between(juror({ name: '李 青' }), entry())).toEqual(['crew']);
	expect(between(juror({ name: '李' }), entry({ names: ['李'] }))).toEqual([]);
	expect(sameName('Anna·Li', 'anna li')).toBe(true);
	expect(sameName('李青', '李青青')).toBe(false);
});

test('a unit is found by its whole name or as part of a longer one, never by a short word', () => {
	const same = (a: string, b: string) => sameUnit(unitKey(a), unitKey(b));
	expect(same('瓶窑镇纪委', '余杭区瓶窑镇纪委')).toBe(true);
	expect(same('瓶窑镇纪委', '瓶窑镇纪委　办公室')).toBe(true);
	expect(same('学校', '瓶窑镇学校')).toBe(false);
	expect(same('', '瓶窑镇纪委')).toBe(false);
	expect(between(juror({ ties: [{ kind: 'unit', value: '余杭区瓶窑镇纪委' }] }), entry())).toEqual([
		'unit'
	]);
	expect(between(juror({ units: ['瓶窑镇纪委'] }), entry())).toEqual(['unit']);
});

test('a town counts only where the round says so', () => {
	const one = juror({ ties: [{ kind: 'town', value: 'pingyao' }] });
	expect(between(one, entry())).toEqual(['town']);
	expect(between(one, entry(), [], false)).toEqual([]);
	expect(between(juror({ towns: ['pingyao'] }), entry(), [], false)).toEqual([]);
});

test('declared persons are found by the tie they were declared with', () => {
	const ties = [
		{ kind: 'family' as const, value: '周和' },
		{ kind: 'teacher' as const, value: '瓶窑镇纪委' },
		{ kind: 'phone' as const, value: 'p1' }
	];
	expect(between(juror({ ties }), entry())).toEqual(['family', 'teacher', 'phone']);
});

test('people somebody made an earlier film with are found by account, telephone or name', () => {
	const earlier = entry({
		...{ id: 'old', accounts: ['judge', 'pal'], phones: ['p9'], names: ['评委一', '王乐'] },
		...{ emails: [], unit: null, town: null }
	});
	const of = (over: Partial<EntryPeople>) =>
		between(juror(), entry({ unit: null, names: [], phones: [], accounts: [], ...over }), [
			earlier
		]);
	expect(of({ accounts: ['pal'] })).toEqual(['earlier']);
	expect(of({ phones: ['p9'] })).toEqual(['phone']);
	expect(of({ names: ['王乐'] })).toEqual(['earlier']);
	expect(of({ names: ['赵一'] })).toEqual([]);
	expect(between(juror(), earlier, [earlier])).toEqual(['self']);
});

test('telephone numbers are compared by their digits, with or without the country’s', () => {
	expect(phoneKey('+86 138-0000-0000')).toBe('13800000000');
	expect(phoneKey('１３８ 0000 0000')).toBe('13800000000');
	expect(phoneKey('0571-86000000')).toBe('057186000000');
	expect(phoneKey('12388')).toBe('');
});
