import type { Check } from './context';
import { located } from './finding';

/** Words of the list, with what to write instead. */
export const listedWords: Check = ({ texts, words }) =>
	texts
		.filter(({ of }) => of.kind !== 'slug')
		.flatMap(({ field, text }) =>
			words(text).map(({ at, length, word }) =>
				located(
					word.sort === 'sensitive' ? 'word-sensitive' : 'word-wrong',
					word.severity,
					field,
					text,
					at,
					length,
					word.suggestion
				)
			)
		);
