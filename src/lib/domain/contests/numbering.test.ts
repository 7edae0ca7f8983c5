import { describe, expect, it } from 'vitest';
import { countedWithin, numberOf, readPattern, yearOf } from './numbering';

const of = { edition: 7, year: 2026, category: 'W', channel: 'unit' } as const;
const why = (pattern: string) => {
	const read = readPattern(pattern);
	return read.ok ? 'yes' : read.refusals[0]!.reason;
};

describe('a number', () => {
	it('is written as its pattern says', () => {
		expect(numberOf('{edition}-{category}-{n:4}', of, 12)).toBe('7-W-0012');
		expect(numberOf('YC{year}{channel}{n}', of, 12)).toBe('YC2026D0012');
		expect(numberOf('{n:2}', of, 1234)).toBe('1234');
	});

	it('is counted within the category only where the pattern names it', () => {
		expect(countedWithin('{edition}-{category}-{n:4}', 'film')).toBe('film');
		expect(countedWithin('{edition}-{n:4}', 'film')).toBe('');
	});

	it('is of the year of Asia/Shanghai', () => {
		expect(yearOf(Date.parse('2026-12-31T23:59:59+08:00'))).toBe(2026);
		expect(yearOf(Date.parse('2027-01-01T00:00:00+08:00'))).toBe(2027);
	});
});

describe('a pattern', () => {
	it('counts exactly once', () => {
		expect(why('{edition}-{category}')).toBe('one-count');
		expect(why('{n}-{n:4}')).toBe('one-count');
		expect(why('{edition}-{n:6}')).toBe('yes');
	});

	it('names known parts and no digits it cannot have', () => {
		expect(why('{unit}-{n}')).toBe('unknown-part');
		expect(why('{n:9}')).toBe('unknown-part');
	});

	it('holds nothing that would have to be escaped in an address', () => {
		for (const pattern of ['{n}/{edition}', '第{edition}届{n}', '{n} ', '-{n}', '{n}--{edition}'])
			expect(why(pattern)).toBe('strange-sign');
		expect(why(`${'A'.repeat(60)}{n}`)).toBe('too-long');
	});
});
