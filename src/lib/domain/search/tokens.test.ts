import { describe, expect, test } from 'vitest';
import { sample } from './readings.sample';
import { bodyTokens, nameTokens, otherReadings, placeTokens } from './tokens';

describe('nameTokens', () => {
	test('hold the whole name, pairs, last character, pinyin and initials from every syllable', () => {
		expect(nameTokens('玉琮廉路', sample).tokens).toEqual([
			...['＝玉琮廉路', '＝yuconglianlu', '＝ycll'],
			...['玉琮', '琮廉', '廉路', '路'],
			...['yuconglianlu', 'conglianlu', 'lianlu', 'lu', 'ycll', 'cll', 'll']
		]);
	});

	test('are the same for traditional and full-width writing', () => {
		expect(nameTokens('鸕鳥鎮３６５', sample).tokens).toEqual(
			nameTokens('鸬鸟镇365', sample).tokens
		);
	});

	test('numbers and words are links of the chain', () => {
		expect(nameTokens('365廉Film', sample).tokens).toEqual([
			...['＝365廉film', '＝365lianfilm', '＝365lf'],
			...['365', '廉', 'film'],
			...['365lianfilm', 'lianfilm', '365lf', 'lf']
		]);
	});

	test('pairs and chains pass quotes and spaces but not sentence marks', () => {
		expect(nameTokens('“玉琮”廉，路', sample).tokens.slice(3)).toEqual([
			...['玉琮', '琮廉', '廉', '路'],
			...['yuconglian', 'conglian', 'lian', 'lu', 'ycl', 'cl']
		]);
	});

	test('a character without a known reading breaks the chain, not the name', () => {
		expect(nameTokens('玉𠮷路', sample).tokens.slice(3)).toEqual([
			'玉𠮷',
			'𠮷路',
			'路',
			'yu',
			'lu'
		]);
	});

	test('a name without letters has none', () => {
		expect(nameTokens('！？', sample).tokens).toEqual([]);
	});
});

describe('otherReadings', () => {
	test('give the unusual reading of a short name', () => {
		expect(nameTokens('重庆馆', sample).tokens).toContain('chongqingguan');
		expect(otherReadings('重庆馆', sample)).toEqual(['zhongqingguan', 'zqg']);
	});

	test('leave long names alone', () => {
		expect(otherReadings('重庆玉琮廉路鸬鸟镇', sample)).toEqual([]);
	});
});

test('a place is not known as a whole, and an address not by its initials', () => {
	expect(placeTokens('鸬鸟', sample).tokens).toEqual(['鸬鸟', '鸟', 'luniao', 'niao', 'ln']);
	expect(placeTokens('鸬鸟镇玉琮廉路西安馆', sample).tokens).not.toContain('lnzyclxag');
});

describe('bodyTokens', () => {
	test('have pinyin in chains of three and no initials', () => {
		expect(bodyTokens('玉琮廉路馆', sample).tokens).toEqual([
			...['玉琮', '琮廉', '廉路', '路馆', '馆'],
			...['yuconglian', 'conglianlu', 'lianluguan', 'luguan', 'guan']
		]);
	});

	test('a book is indexed up to a limit, its pinyin only in the beginning', () => {
		const tokens = bodyTokens('玉'.repeat(50_000) + '琮', sample).tokens;
		expect(tokens.filter((token) => token.startsWith('玉')).length).toBe(20_000);
		expect(tokens).not.toContain('琮');
		expect(bodyTokens('玉'.repeat(400) + '琮', sample).tokens).not.toContain('cong');
	});
});

test('words for guessing are letters alone and short enough to type', () => {
	expect(nameTokens('玉琮 Hall A4', sample).words).toEqual(['hall']);
	expect(nameTokens('玉琮廉路鸬鸟镇', sample).words[0]).toBe('yuconglianluluniao');
	expect(bodyTokens('Two films, 玉琮', sample).words).toEqual(['two', 'films']);
});
