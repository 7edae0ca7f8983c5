import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestWord, normalise, units } from './units';

describe('normalise', () => {
	test.each([
		['full-width letters and digits', 'ＹＣＬＬ３６５', 'ycll365'],
		['half-width katakana', 'ｶﾀｶﾅ', 'カタカナ'],
		['traditional characters', '鸕鳥鎮廉潔文化', '鸬鸟镇廉洁文化'],
		['compatibility ideographs', '\uf9e9', '里'],
		['ligatures and unit signs', 'ﬁ ㎡', 'fi m2'],
		['accents and tone marks', 'Lúniǎo naïve', 'luniao naive'],
		['ü after l and n as v, as it is typed', 'lǚ nü', 'lv nv'],
		['other ü as u', 'Über', 'uber'],
		['apostrophes inside words', "Xi’an xi'an", 'xian xian'],
		['no-break spaces', '鸬鸟\u00a0镇', '鸬鸟 镇'],
		['signs of writing that are no letters', '廉⺀洁', '廉 洁'],
		['quotes and middle dots between Han characters', '“玉琮”·廉路', '玉琮廉路'],
		['sentence marks as ends', '玉琮。廉路，A4', '玉琮 廉路 a4'],
		['zero-width characters and soft hyphens', '玉\u200b琮 fi\u00adlm', '玉琮 film'],
		['characters outside the basic plane', '𠮷祥', '𠮷祥'],
		['control characters and lone surrogates', 'a\u0000b\ud800c', 'a b c'],
		['emoji as nothing', '廉😀洁', '廉 洁'],
		['nothing', '', '']
	])('folds %s', (_, text, expected) => {
		expect(normalise(text)).toBe(expected);
	});

	test('is settled after one pass', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const once = normalise(text);
				expect(normalise(once)).toBe(once);
			})
		);
	});
});

describe('units', () => {
	test('point back to the original text, across widths, marks and scripts', () => {
		const text = '去 鸕鳥（Ｌú）';
		expect(units(text).map(({ text: unit, start, end }) => [unit, text.slice(start, end)])).toEqual(
			[
				['去', '去'],
				['鸬', '鸕'],
				['鸟', '鳥'],
				['lu', 'Ｌú']
			]
		);
	});

	test('lie in order, inside the text and apart, whatever the text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
				let before = 0;
				for (const unit of units(text)) {
					expect(unit.end).toBeGreaterThan(unit.start);
					// One compatibility character may stand for several units of the same place.
					expect(
						unit.start >= before || units(text).some((u) => u !== unit && u.start === unit.start)
					).toBe(true);
					expect(unit.end).toBeLessThanOrEqual(text.length);
					before = unit.end;
				}
			})
		);
	});

	test('a word without end is kept short, its place whole', () => {
		const [word] = units('a'.repeat(500));
		expect([word?.text.length, word?.end]).toEqual([longestWord, 500]);
	});

	test('a megabyte of combining marks, quotes or surrogates is read in one pass', () => {
		for (const piece of ['\u0301', '"', '\ud800', "a'", '㈱', 'ﷺ'])
			expect(units(piece.repeat(200_000)).length).toBeLessThan(4_000_000);
	});
});
