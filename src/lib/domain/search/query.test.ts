import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_QUERY } from '../filter';
import { cut, pairs, parse } from './query';

const terms = (text: string) => {
	const ruled = parse(text);
	return ruled.ok && ruled.value ? ruled.value.terms.map((term) => term.text) : ruled;
};

describe('parse', () => {
	test.each([
		['玉琮廉路', ['玉琮廉路']],
		['ＹＣＬＬ', ['ycll']],
		['鸕鳥', ['鸬鸟']],
		['yucong廉路', ['yucong', '廉路']],
		['鸬鸟 前庄', ['鸬鸟', '前庄']],
		['“玉琮杯”清廉', ['玉琮杯清廉']],
		['lu lu niao', ['lu', 'niao']],
		['"luniao" OR NEAR(x*', ['luniao', 'or', 'near', 'x']],
		["xi'an", ['xian']],
		['*"()', []]
	])('reads %s', (text, expected) => {
		expect(terms(text)).toEqual(expected);
	});

	test.each([null, undefined, '', ' \u3000\t'])('takes %j as no search', (text) => {
		expect(parse(text)).toEqual({ ok: true, value: null });
	});

	test('refuses what is too long, and says by how much', () => {
		expect(parse('x'.repeat(10_240))).toEqual({
			ok: false,
			refusals: [{ field: 'q', reason: 'too-long', detail: { limit: MAX_QUERY, length: 10_240 } }]
		});
		expect(parse('x'.repeat(MAX_QUERY)).ok).toBe(true);
	});

	test('never throws and yields letters and digits only', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 240 }), (text) => {
				const ruled = parse(text);
				if (!ruled.ok || !ruled.value) return;
				for (const term of ruled.value.terms) expect(term.text).toMatch(/^[\p{L}\p{N}]+$/u);
			})
		);
	});
});

test('pairs overlap and keep rare characters whole', () => {
	expect(pairs('玉𠮷路')).toEqual(['玉𠮷', '𠮷路']);
	expect(pairs('玉')).toEqual([]);
});

test('a run is cut where no text joins it', () => {
	expect(cut('良渚港南村', new Set(['良渚', '港南', '南村']))).toEqual(['良渚', '港南村']);
	expect(cut('良渚怎么走', new Set(['良渚']))).toEqual(['良渚']);
	expect(cut('怎么走', new Set())).toEqual([]);
});
