import { describe, expect, it } from 'vitest';
import { newRound } from '../round-new';
import { emptySheet } from '../sheet';
import { paperText, whyUnsigned } from './paper';
import { ruleLines } from './rule-lines';
import { clean, readSheet, readTyped, sameSheet, totalText, typedOf } from './sheet-form';

const plan = newRound({ zh: '初评' });
const sent = (fields: Record<string, string>) => {
	const form = new URLSearchParams(fields);
	return { get: (n: string) => form.get(n), all: (n: string) => form.getAll(n) };
};
const read = (fields: Record<string, string>) => readSheet(plan, readTyped(plan, sent(fields)));

describe('a form is read as a sheet', () => {
	it('in hundredths of a point, full-width digits too; what is empty is not said', () => {
		expect(read({ 'marks.theme': '８２', 'marks.story': ' 75 ', 'marks.craft': '' })).toEqual({
			sheet: { ...emptySheet, marks: { theme: 8200, story: 7500 } },
			refusals: []
		});
	});

	it('with every reason against it at its field', () => {
		const { refusals } = read({
			'marks.theme': '101',
			'marks.story': 'NaN',
			'marks.craft': '80.5',
			'marks.reach': '-1',
			verdict: 'perhaps',
			rank: '0',
			comment: 'x'.repeat(2001)
		});
		expect(refusals.map(({ field, reason }) => `${field} ${reason}`)).toEqual([
			'marks.theme off-scale',
			'marks.story not-a-number',
			'marks.craft too-fine',
			'marks.reach off-scale',
			'verdict unknown',
			'rank not-a-place',
			'comment too-long'
		]);
	});

	it('and what is not of the round does not get in', () => {
		const { sheet } = read({
			'marks.__proto__': '1',
			'marks.other': '2',
			total: '9',
			__proto__: 'x'
		});
		expect(sheet).toEqual(emptySheet);
	});

	it('and is shown again as it was typed', () => {
		const { sheet } = read({ 'marks.theme': '80', comment: '很好\r\n再看' });
		expect(typedOf(plan, sheet)).toEqual({
			marks: { theme: '80', story: '', craft: '', reach: '' },
			verdict: '',
			rank: '',
			comment: '很好\n再看'
		});
		expect(readTyped(plan, sent({ comment: 'x'.repeat(1_000_000) })).comment).toHaveLength(20_000);
	});
});

it('words of a person keep their lines and lose what no person types', () => {
	expect(clean(' a\0b\r\nc\u0085\ud800 ')).toBe('a b\nc \ufffd');
});

it('two sheets are the same when they say the same, in whatever order', () => {
	const a = { ...emptySheet, marks: { theme: 1, story: 2 } };
	expect(sameSheet(a, { ...emptySheet, marks: { story: 2, theme: 1 } })).toBe(true);
	expect(sameSheet(null, emptySheet)).toBe(true);
	expect(sameSheet(a, { ...a, comment: 'x' })).toBe(false);
});

it('a total is shown exactly, without idle zeros', () => {
	expect([793_000, 800_000, 1, 812_345, 0].map(totalText)).toEqual([
		'79.3',
		'80',
		'0.0001',
		'81.2345',
		'0'
	]);
});

describe('a sheet that is signed', () => {
	const line = (code: string, theme: number) => ({
		code,
		sample: false,
		state: 'locked' as const,
		sheet: { ...emptySheet, marks: { theme }, comment: code },
		total: theme * 100
	});
	const who = { round: 'r', juror: '评委 01' };
	it('says the same for the same scores in whatever order, and something else for any other', () => {
		const text = paperText(who, [line('A', 80), line('B', 70)]);
		expect(paperText(who, [line('B', 70), line('A', 80)])).toBe(text);
		expect(paperText(who, [line('A', 80), line('B', 71)])).not.toBe(text);
	});
	it('is whole and locked', () => {
		expect(whyUnsigned([line('A', 80)])).toBeNull();
		expect(whyUnsigned([{ ...line('A', 80), state: 'scored' }])).toBe('unsigned');
		expect(whyUnsigned([])).toBe('unsigned');
	});
});

it('the rules of a round are told one by one', () => {
	const told = ruleLines({
		...plan,
		aggregate: 'trimmed',
		watch: 0.8,
		sample: 6,
		talk: true,
		decides: 'committee',
		selection: { ...plan.selection, least: 60 }
	}).map(({ say }) => say);
	expect(told).toEqual([
		'weighted',
		'watch',
		'sample',
		'names',
		'others',
		'talk',
		'perEntry',
		'trimmed',
		'count',
		'least',
		'committee'
	]);
});
