import { firstRow, nextRow } from './distance';

/** The beginning of a known word that a mistyped one may have meant. */
interface Near {
	prefix: string;
	edits: number;
}

/**
 * Beginnings of `vocabulary` at most `max` edits from `word`, nearest first, at most `most`.
 *
 * `vocabulary` is sorted by UTF-16 code unit without duplicates. Neighbouring words share rows of
 * the distance matrix and a beginning that is too far off is skipped with all that start with it,
 * so that a few thousand of half a million words are looked at.
 */
export function nearest(
	vocabulary: readonly string[],
	word: string,
	max: number,
	most = 8
): Near[] {
	const found = new Map<string, number>();
	const rows = [firstRow(word, max)];
	const depthLimit = word.length + max;
	let path = '';
	for (let index = 0; index < vocabulary.length;) {
		const term = vocabulary[index] ?? '';
		let depth = shared(path, term);
		path = term.slice(0, depthLimit);
		let skip = path;
		while (depth < path.length) {
			depth++;
			rows[depth] = nextRow(
				word,
				path[depth - 1] ?? '',
				path[depth - 2] ?? '',
				rows[depth - 1] ?? [],
				rows[depth - 2],
				depth,
				max
			);
			if (Math.min(...(rows[depth] ?? [])) > max) {
				skip = path.slice(0, depth);
				break;
			}
		}
		path = path.slice(0, depth);
		const best = closest(rows, path, word.length, max);
		if (best) found.set(best.prefix, best.edits);
		index = after(
			vocabulary,
			skip,
			index + 1,
			skip.length === depthLimit || skip.length < term.length
		);
	}
	return [...found]
		.map(([prefix, edits]) => ({ prefix, edits }))
		.sort(
			(a, b) =>
				a.edits - b.edits || b.prefix.length - a.prefix.length || (a.prefix < b.prefix ? -1 : 1)
		)
		.slice(0, most);
}

function closest(rows: number[][], path: string, length: number, max: number): Near | null {
	let best: Near | null = null;
	for (let depth = Math.max(1, length - max); depth <= path.length; depth++) {
		const edits = rows[depth]?.[length] ?? max + 1;
		if (edits <= max && (!best || edits < best.edits))
			best = { prefix: path.slice(0, depth), edits };
	}
	return best;
}

function shared(a: string, b: string): number {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return length;
}

/** Index of the first word from `from` on that does not begin with `prefix`. */
function after(words: readonly string[], prefix: string, from: number, skipping: boolean): number {
	if (!skipping || !words[from]?.startsWith(prefix)) return from;
	let low = from;
	let high = words.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((words[middle] ?? '').startsWith(prefix) || (words[middle] ?? '') < prefix)
			low = middle + 1;
		else high = middle;
	}
	return low;
}
