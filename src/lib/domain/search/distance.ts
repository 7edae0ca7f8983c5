/** How many typing errors a word of Latin letters may hold: one from four letters, two from eight. */
export function allowedEdits(word: string): 0 | 1 | 2 {
	if (!/^[a-z]+$/.test(word)) return 0;
	return word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
}

/**
 * The next row of the optimal string alignment matrix (Damerau–Levenshtein with adjacent
 * transpositions) between `word` and a text that ends in `before` + `char`; only the band of
 * cells at most `max` from the diagonal is computed, the rest is `max + 1`.
 */
export function nextRow(
	word: string,
	char: string,
	before: string,
	above: readonly number[],
	twoAbove: readonly number[] | undefined,
	depth: number,
	max: number
): number[] {
	const row = new Array<number>(word.length + 1).fill(max + 1);
	if (depth <= max) row[0] = depth;
	const to = Math.min(word.length, depth + max);
	for (let i = Math.max(1, depth - max); i <= to; i++) {
		const same = word[i - 1] === char ? 0 : 1;
		let best = Math.min(
			(above[i] ?? max) + 1,
			(row[i - 1] ?? max) + 1,
			(above[i - 1] ?? max + 1) + same
		);
		if (twoAbove && i > 1 && word[i - 1] === before && word[i - 2] === char)
			best = Math.min(best, (twoAbove[i - 2] ?? max) + 1);
		row[i] = Math.min(best, max + 1);
	}
	return row;
}

/** The first row: an empty text is as far from `word` as the word is long. */
export const firstRow = (word: string, max: number): number[] =>
	Array.from({ length: word.length + 1 }, (_, i) => Math.min(i, max + 1));

/**
 * Insertions, deletions, substitutions and swaps of neighbours between two words, counted up to
 * `max`; anything further away is `max + 1`. Time is O(length × max).
 */
export function distance(a: string, b: string, max: number): number {
	if (Math.abs(a.length - b.length) > max) return max + 1;
	const rows = [firstRow(a, max)];
	for (let depth = 1; depth <= b.length; depth++)
		rows.push(
			nextRow(
				a,
				b[depth - 1] ?? '',
				b[depth - 2] ?? '',
				rows[depth - 1] ?? [],
				rows[depth - 2],
				depth,
				max
			)
		);
	return rows[b.length]?.[a.length] ?? max + 1;
}
