import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { highlight } from './highlight';
import { parse } from './query';
import { sample } from './readings.sample';
import { snippet } from './snippet';

const terms = (query: string) => {
	const ruled = parse(query);
	return ruled.ok && ruled.value ? ruled.value.terms : [];
};
/** Hits in 【】, so that the expected line can be read. */
const shown = (segments: { text: string; hit: boolean }[]) =>
	segments.map(({ text, hit }) => (hit ? `【${text}】` : text)).join('');
const marked = (text: string, query: string) => shown(highlight(text, terms(query), sample));

describe('highlight', () => {
	test.each([
		['鸬鸟镇', 'luniao', '【鸬鸟】镇'],
		['鸬鸟镇', 'luni', '【鸬鸟】镇'],
		['鸕鳥鎮', '鸬鸟', '【鸕鳥】鎮'],
		['鸬鸟镇', '鸕鳥', '【鸬鸟】镇'],
		['玉琮廉路', 'ycll', '【玉琮廉路】'],
		['玉琮廉路', 'ｃｌｌ', '玉【琮廉路】'],
		['玉琮廉路', 'yucong廉路', '【玉琮廉路】'],
		['“玉琮”廉路', '玉琮廉路', '“【玉琮”廉路】'],
		['重庆馆', 'chongqing', '【重庆】馆'],
		['重庆馆', 'zhongq', '【重庆】馆'],
		['Ｆilm ３６５', 'film 36', '【Ｆilm】 【３６５】'],
		['西安', "xi'an", '【西安】'],
		['玉琮。廉路', '琮廉', '玉琮。廉路'],
		['路', 'l', '路'],
		['<b>廉</b>', '廉', '<b>【廉】</b>']
	])('%s for %s shows %s', (text, query, expected) => {
		expect(marked(text, query)).toBe(expected);
	});

	test('initials are not marked in long texts', () => {
		expect(shown(highlight('玉琮廉路', terms('ycll'), sample, { initials: false }))).toBe(
			'玉琮廉路'
		);
	});

	test('a corrected word marks what it was corrected to', () => {
		expect(
			shown(highlight('鸬鸟', [{ kind: 'word', text: 'lunaio', instead: ['luniao'] }], sample))
		).toBe('【鸬鸟】');
	});

	test('the pieces are the text again, whatever text and query', () => {
		const piece = fc.oneof(
			fc.constantFrom('玉', '琮', '鸕', '鳥', 'lu', 'n', 'Ｌ', 'é', '“', '，', ' ', '㈱', 'ﷺ'),
			fc.string({ unit: 'binary', minLength: 1, maxLength: 2 })
		);
		const text = fc.string({ unit: piece, maxLength: 30 });
		fc.assert(
			fc.property(text, text, (where, query) => {
				const read = terms(query);
				expect(
					highlight(where, read, sample)
						.map((s) => s.text)
						.join('')
				).toBe(where);
				const cut = snippet(where, read, sample, 12)
					.map((s) => s.text)
					.join('');
				expect(where.includes(cut.replace(/^…/, '').replace(/…$/, '')) || where.includes(cut)).toBe(
					true
				);
			})
		);
	});
});

describe('snippet', () => {
	const story = `${'山'.repeat(80)}玉琮廉路${'水'.repeat(80)}`;

	test('shows the surroundings of the hit and where it was cut', () => {
		expect(shown(snippet(story, terms('玉琮'), sample, 20))).toBe(
			`…山山山山山【玉琮】廉路${'水'.repeat(11)}…`
		);
	});

	test('prefers the place with most hits', () => {
		const text = `玉${'山'.repeat(60)}玉琮玉`;
		expect(shown(snippet(text, terms('玉'), sample, 12))).toBe('…山山山山山山山山山【玉】琮【玉】');
	});

	test('keeps words whole at both ends', () => {
		const text = 'Paragraphs about villages and mountains, 玉琮, followed by neighbourhoods.';
		expect(shown(snippet(text, terms('玉琮'), sample, 24))).toBe(
			'…mountains, 【玉琮】, followed …'
		);
	});

	test('is the beginning where nothing is found, and the whole where it is short', () => {
		expect(shown(snippet(story, terms('zz'), sample, 4))).toBe('山山山山…');
		expect(shown(snippet('玉琮', terms('zz'), sample))).toBe('玉琮');
	});
});
