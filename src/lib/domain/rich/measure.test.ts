import { expect, it } from 'vitest';
import { measure } from './measure';

it('counts a text as its language does', () => {
	expect(measure('清廉 文化，\n走起！')).toEqual({ characters: 8, words: 6 });
	expect(measure("The site's well-kept hall, 2024.")).toEqual({ characters: 28, words: 5 });
	expect(measure(' \n')).toEqual({ characters: 0, words: 0 });
});
