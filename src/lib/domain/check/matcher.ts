/** A word found in a text. */
export interface Hit<T> {
	at: number;
	length: number;
	word: T;
}

/**
 * A character as words are compared: half width, small letters. One unit in, one unit out, so that
 * offsets hold.
 */
function foldChar(char: string): string {
	const code = char.charCodeAt(0);
	if (code >= 0x41 && code <= 0x5a) return String.fromCharCode(code + 32);
	if (code < 0xff01 || code > 0xff5e) return code === 0x3000 ? ' ' : char;
	return foldChar(String.fromCharCode(code - 0xfee0));
}

/** A word as it is kept and compared. */
export const fold = (word: string): string => {
	let folded = '';
	for (let at = 0; at < word.length; at++) folded += foldChar(word[at]!);
	return folded;
};

const isLetter = (char: string | undefined): boolean =>
	!!char && /[\p{Script=Latin}\d]/u.test(char);

/**
 * Finds any number of words in a text in one pass (Aho and Corasick, 1975): the time it takes grows
 * with the text and what is found, not with the list. Of words that lie over each other the first,
 * and of those that begin together the longest, is told. Latin words are found only as whole words.
 */
export function matcher<T extends { word: string }>(words: Iterable<T>) {
	// One node per prefix: its children, the word that ends there, where to go on, the next shorter word.
	const children: Map<string, number>[] = [new Map()];
	const ends: (T | null)[] = [null];
	const depths: number[] = [0];
	for (const word of words) {
		const folded = fold(word.word);
		let node = 0;
		for (let at = 0; at < folded.length; at++) {
			const char = folded[at]!;
			let next = children[node]!.get(char);
			if (next === undefined) {
				next = children.push(new Map()) - 1;
				ends.push(null);
				depths.push(at + 1);
				children[node]!.set(char, next);
			}
			node = next;
		}
		if (node) ends[node] ??= word;
	}
	const { fails, shorter } = failures(children, ends);

	return (text: string): Hit<T>[] => {
		const hits: Hit<T>[] = [];
		let node = 0;
		for (let at = 0; at < text.length; at++) {
			const char = foldChar(text[at]!);
			while (node && !children[node]!.has(char)) node = fails[node]!;
			node = children[node]!.get(char) ?? 0;
			for (let end = ends[node] ? node : shorter[node]!; end; end = shorter[end]!) {
				const length = depths[end]!;
				const begin = at + 1 - length;
				if (isWhole(text, begin, length)) hits.push({ at: begin, length, word: ends[end]! });
			}
		}
		return apart(hits);
	};
}

/** Where to go on when no child fits, and the next shorter word that ends there too. */
function failures(children: Map<string, number>[], ends: unknown[]) {
	const fails = new Array<number>(children.length).fill(0);
	const shorter = new Array<number>(children.length).fill(0);
	const queue = [...children[0]!.values()];
	for (let head = 0; head < queue.length; head++) {
		const node = queue[head]!;
		for (const [char, child] of children[node]!) {
			let fail = fails[node]!;
			while (fail && !children[fail]!.has(char)) fail = fails[fail]!;
			const to = children[fail]!.get(char) ?? 0;
			fails[child] = to;
			shorter[child] = ends[to] ? to : shorter[to]!;
			queue.push(child);
		}
	}
	return { fails, shorter };
}

/** A word that begins or ends with a Latin letter or a digit does not begin or end inside another. */
const isWhole = (text: string, begin: number, length: number): boolean =>
	!(isLetter(text[begin]) && isLetter(text[begin - 1])) &&
	!(isLetter(text[begin + length - 1]) && isLetter(text[begin + length]));

function apart<T>(hits: Hit<T>[]): Hit<T>[] {
	hits.sort((a, b) => a.at - b.at || b.length - a.length);
	let end = 0;
	return hits.filter(({ at, length }) => {
		if (at < end) return false;
		end = at + length;
		return true;
	});
}
