import { describe, expect, it } from 'vitest';
import { headsOf, requestTrouble } from './request';
import type { Asked, TypedRequest } from './request';
import { batchesOf, guidesMissing, planLimits, planNumbers, readPlan, usualPlan } from './plan';
import type { TypedPlan } from './plan';

const right: TypedRequest = {
	slot: '2026-11-25T0900',
	kind: 'school',
	group: '某某中学',
	heads: '30',
	liaison: '王老师',
	phone: '0571-88880000',
	email: '',
	note: '',
	agreed: true
};
const place: Asked = { largest: 60, letterFrom: 40, letter: false };
const wrongs = (over: Partial<TypedRequest>, at: Partial<Asked> = {}) =>
	requestTrouble({ ...right, ...over }, { ...place, ...at }).map(
		({ field, reason }) => `${field} ${reason}`
	);

describe('a request as typed', () => {
	it('is right with a telephone or an address, and a letter where one is asked for', () => {
		expect(wrongs({})).toEqual([]);
		expect(wrongs({ phone: '', email: 'wang@example.cn' })).toEqual([]);
		expect(wrongs({ heads: '40' }, { letter: true })).toEqual([]);
		expect(wrongs({ heads: '60' }, { letterFrom: null })).toEqual([]);
	});

	it('names everything that is wrong at once', () => {
		expect(
			wrongs({
				slot: '',
				kind: 'party',
				group: ' ',
				heads: '0',
				liaison: '',
				phone: '',
				agreed: false
			})
		).toEqual([
			'slot choose',
			'kind choose',
			'heads bad-heads',
			'group missing',
			'liaison missing',
			'phone reach',
			'agreed agree'
		]);
	});

	it('of ten thousand people is refused with how many can come, and no letter is asked of it', () => {
		expect(requestTrouble({ ...right, heads: '10000' }, place)).toEqual([
			{ field: 'heads', reason: 'too-many', detail: { max: 60 } }
		]);
	});

	it('has heads that are a plain whole number', () => {
		expect(['1', ' 30 ', '999999'].map(headsOf)).toEqual([1, 30, 999_999]);
		for (const text of ['', '-1', '1.5', '1e3', '１２', 'many', '0x10', '1234567'])
			expect(headsOf(text)).toBe(NaN);
		for (const heads of ['0', '-1', 'NaN', '1e3'])
			expect(wrongs({ heads })).toEqual(['heads bad-heads']);
	});

	it('asks for a letter from so many heads on', () => {
		expect([wrongs({ heads: '39' }), wrongs({ heads: '40' })]).toEqual([
			[],
			['letter letter-missing']
		]);
	});

	it('takes no address that could end a header or name a second person', () => {
		for (const email of [
			'a@b.cn\nBcc: c@d.cn',
			'a@b.cn\r\nSubject: x',
			'a@b.cn, c@d.cn',
			'"a"@b.cn',
			'a b@c.cn',
			'a@b.cn>',
			'a'
		])
			expect(wrongs({ email })).toEqual(['email bad-address']);
	});

	it('keeps no report about discipline, wherever it is written', () => {
		expect(wrongs({ note: '我要举报某某受贿' })).toEqual(['note accusation']);
		expect(wrongs({ group: '贪污举报团' })).toEqual(['group accusation']);
		expect(wrongs({ note: '长'.repeat(501) })).toEqual(['note too-long']);
	});
});

describe('a plan as typed', () => {
	const typed = (over: Partial<TypedPlan> = {}): TypedPlan => ({
		...(Object.fromEntries(planNumbers.map((name) => [name, String(usualPlan[name])])) as Record<
			(typeof planNumbers)[number],
			string
		>),
		...{ open: true, zh: '', en: '', ...over }
	});
	const said = (over: Partial<TypedPlan>) => {
		const read = readPlan(typed(over));
		return read.ok ? [] : read.refusals.map(({ field, reason }) => `${field} ${reason}`);
	};

	it('is what is proposed when nothing is changed, and takes nobody before it is opened', () => {
		expect(readPlan(typed({ open: false }))).toEqual({ ok: true, value: usualPlan });
	});

	it.each(planNumbers)('holds %s within its bounds', (field) => {
		const { min, max } = planLimits[field];
		for (const value of [String(min - 1), String(max + 1), 'x', '1.5', '-1'])
			expect(said({ [field]: value })).toContain(`${field} bad-number`);
		expect(said({ batch: '500', parallel: '20', [field]: String(min) })).not.toContain(
			`${field} bad-number`
		);
	});

	it('asks for no letter where the number is left empty', () => {
		const read = readPlan(typed({ letterFrom: ' ' }));
		expect(read.ok && read.value.letterFrom).toBe(null);
	});

	it('has no group that no slot has room for', () => {
		expect(said({ batch: '10', parallel: '2', largest: '20' })).toEqual([]);
		expect(said({ batch: '10', parallel: '2', largest: '21' })).toEqual(['largest beyond-slot']);
	});

	it('says in Chinese what it says in English', () => {
		expect(said({ en: 'Meet at the gate' })).toEqual(['note chinese-first']);
		expect(said({ zh: '长'.repeat(501) })).toEqual(['note too-long']);
	});

	it('tells how many guides are missing where some are named', () => {
		expect([0, 1, 2, 3].map((guides) => guidesMissing(guides, 2))).toEqual([0, 1, 0, 0]);
	});

	it('puts a group into as few batches as hold it', () => {
		expect([1, 30, 31, 60, 61].map((heads) => batchesOf(heads, 30))).toEqual([1, 1, 2, 2, 3]);
	});
});
