import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, matcher } from './matcher';
import { misspellings } from './misspellings';
import { parseEntry } from './word';
import { word, paragraph, said, page, found } from '$tests/worlds/check';

describe('words of the list', () => {
	const hits = (words: string[], text: string) =>
		matcher(words.map((one) => word(one)))(text).map(({ at, word }) => [at, word.word]);

	it('are found with their place', () => {
		expect(hits(['穿流不息', '渡假村'], '人流穿流不息，去渡假村')).toEqual([
			[2, '穿流不息'],
			[8, '渡假村']
		]);
	});

	it('are found as the longest of those that begin together, and never over each other', () => {
		expect(hits(['廉洁', '廉洁文化', '文化周'], '廉洁文化周')).toEqual([[0, '廉洁文化']]);
		expect(hits(['ab', 'bc', 'c d'], 'a bc d')).toEqual([[2, 'bc']]);
	});

	it('of Latin letters are found as whole words, in any width and case', () => {
		expect(hits(['teh'], 'Teh tehran ｔｅｈ')).toEqual([
			[0, 'teh'],
			[11, 'teh']
		]);
	});

	it('are those a plain search finds', () => {
		const letters = fc.string({
			unit: fc.constantFrom('甲', '乙', '丙'),
			minLength: 1,
			maxLength: 4
		});
		fc.assert(
			fc.property(
				fc.uniqueArray(letters, { minLength: 1, maxLength: 8 }),
				fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), maxLength: 40 }),
				(words, text) => {
					const naive: [number, string][] = [];
					for (let at = 0; at < text.length;) {
						const longest = words
							.filter((one) => text.startsWith(one, at))
							.sort((a, b) => b.length - a.length)[0];
						if (longest) naive.push([at, longest]);
						at += longest?.length ?? 1;
					}
					expect(hits(words, text)).toEqual(naive);
				}
			)
		);
	});

	it('we ship are each wrong once, and right words hold none of them', () => {
		const wrong = misspellings.map(([one]) => one);
		expect(new Set(wrong).size).toBe(wrong.length);
		const find = matcher(wrong.map((one) => word(one)));
		expect(misspellings.flatMap(([, right]) => find(right))).toEqual([]);
		expect(misspellings.filter(([one, right]) => one === right || fold(one) !== one)).toEqual([]);
	});

	it('are told with what to write instead', () => {
		const words = matcher([word('修茸', { suggestion: '修葺', severity: 'error' })]);
		expect(found('pages', page(paragraph(said('房屋修茸一新'))), { words })).toEqual([
			{
				check: 'word-wrong',
				severity: 'error',
				field: 'body.zh',
				at: 2,
				length: 2,
				excerpt: '房屋修茸一新',
				mark: 2,
				suggestion: '修葺'
			}
		]);
	});

	it.each([
		[{ word: ' ' }, ['word required']],
		[{ word: '，' }, ['word blank-word']],
		[{ word: 'x'.repeat(41) }, ['word too-long']],
		[{ word: '对', suggestion: '对' }, ['suggestion same-word']],
		[{ word: '错', sort: 'rude', scope: 'toString' }, ['sort not-a-choice', 'scope not-a-choice']]
	])('%j is refused', (typed, reasons) => {
		const ruled = parseEntry(typed);
		expect(!ruled.ok && ruled.refusals.map(({ field, reason }) => `${field} ${reason}`)).toEqual(
			reasons
		);
	});
});
