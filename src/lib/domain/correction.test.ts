import { describe, expect, test } from 'vitest';
import { accuses } from './accusation';
import { parseCorrection, referenceOf, referencePattern } from './correction';
import { simplified } from './search/simplified';

const form = (over: Partial<Record<'field' | 'statement' | 'evidence', string>> = {}) => ({
	field: 'address',
	statement: '门牌号应为 12 号',
	evidence: '',
	...over
});
const reasons = (over: Parameters<typeof form>[0]) => {
	const ruled = parseCorrection(form(over), simplified);
	return ruled.ok ? [] : ruled.refusals.map(({ field, reason }) => `${field}:${reason}`);
};

describe('a correction', () => {
	test('keeps the fact, the text and how it is known', () => {
		expect(
			parseCorrection(form({ statement: ' 周一闭馆\r\n周二开放 ', evidence: '门口公告' }))
		).toEqual({
			ok: true,
			value: { field: 'address', statement: '周一闭馆\n周二开放', evidence: '门口公告' }
		});
	});

	test('needs a known fact and a text, and says both at once', () => {
		expect(reasons({ field: 'owner', statement: '  ' })).toEqual([
			'field:choose',
			'statement:required'
		]);
	});

	test('may be a thousand characters long and no more', () => {
		expect(reasons({ statement: '字'.repeat(1000) })).toEqual([]);
		expect(reasons({ statement: '字'.repeat(1001), evidence: '字'.repeat(501) })).toEqual([
			'statement:too-long',
			'evidence:too-long'
		]);
	});

	test('is not read any further when it is too long, or one could stop the server with it', () => {
		expect(reasons({ statement: `贪污 ${'a'.repeat(1000)}` })).toEqual(['statement:too-long']);
		expect(reasons({ statement: 'a'.repeat(400_000) })).toEqual(['statement:too-long']);
	});

	test('that accuses somebody is refused wherever it is written', () => {
		expect(reasons({ statement: '举报村干部受贿' })).toEqual(['statement:accusation']);
		expect(reasons({ evidence: '他收了红包' })).toEqual(['evidence:accusation']);
	});

	test.each(['13800138000', '+86 138-0013-8000', '１３８００１３８０００', '330110199003071234'])(
		'with %s in it is refused',
		(number) => {
			expect(reasons({ statement: `请联系 ${number}` })).toEqual(['statement:personal']);
		}
	);

	test.each(['a.b@example.com', '微信号：abc12345', 'QQ 12345678'])(
		'with the account %s in it is refused',
		(account) => {
			expect(reasons({ evidence: account })).toEqual(['evidence:personal']);
		}
	);

	test('may name an office line only where the office line is the fact', () => {
		expect(reasons({ field: 'phone', statement: '应为 0571-88888888' })).toEqual([]);
		expect(reasons({ field: 'address', statement: '打 0571-88888888' })).toEqual([
			'statement:line-number'
		]);
		expect(reasons({ field: 'phone', statement: '应为 13800138000' })).toEqual([
			'statement:personal'
		]);
	});
});

describe('an accusation', () => {
	test.each([
		'有人贪污',
		'我要举 报',
		'受-贿',
		'違紀',
		'舉報',
		'索 . 贿',
		'he took a BRIBE',
		'embezzled',
		'举报箱旁边有人收红包'
	])('is seen in “%s”', (text) => {
		expect(accuses(text, simplified)).toBe(true);
	});

	test.each([
		'门口有举报箱',
		'展厅名称应为反腐倡廉展厅',
		'周一闭馆，周二至周日 9:00 开放',
		'The hall is called Anti-corruption Hall',
		'投诉电话换了',
		'二楼新增电梯'
	])('is not seen in “%s”', (text) => {
		expect(accuses(text, simplified)).toBe(false);
	});
});

test('the number of a correction is the random half of its id', () => {
	expect(referenceOf('01hq2k3m4n7f3k29qx1b')).toBe('7F3K2-9QX1B');
	expect(referencePattern.test(referenceOf('01hq2k3m4n7f3k29qv1b'))).toBe(true);
});
