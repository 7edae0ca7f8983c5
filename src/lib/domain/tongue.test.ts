import { describe, expect, it } from 'vitest';
import { tongues } from './tongue';

describe('the languages of a text', () => {
	it('Chinese words in an English text stand apart, with what is between them', () => {
		expect(tongues('It carries 考察点位, “study stop”.', 'en')).toEqual([
			{ text: 'It carries ', zh: false },
			{ text: '考察点位', zh: true },
			{ text: ', “study stop”.', zh: false }
		]);
		expect(tongues('廉洁、文化 is culture', 'en')).toEqual([
			{ text: '廉洁、文化', zh: true },
			{ text: ' is culture', zh: false }
		]);
	});

	it('a text in one language stays whole, and nothing is lost', () => {
		expect(tongues('plain words', 'en')).toEqual([{ text: 'plain words', zh: false }]);
		expect(tongues('汉字 and words', 'zh')).toEqual([{ text: '汉字 and words', zh: false }]);
		expect(tongues('', 'en')).toEqual([]);
		const text = '从 A 到 B，再到 C。';
		expect(
			tongues(text, 'en')
				.map((part) => part.text)
				.join('')
		).toBe(text);
	});
});
