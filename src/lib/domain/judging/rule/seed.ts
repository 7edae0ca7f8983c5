import type { Digest } from './rule';

/** What a round’s seed is made of; all of it is public. */
export interface SeedParts {
	ruleHash: string;
	/** The audit tree before the sealing: so many records, and their root (base64). */
	size: number;
	root: string;
	/** What the named public chance turned out to be; empty where none was named. */
	words: string;
}

/**
 * The seed every draw of a round follows from. The rule was in the log before the chance was known,
 * so nobody can try rules until the draw pleases (docs/decisions/0050).
 */
export const seedOf = ({ ruleHash, size, root, words }: SeedParts, digest: Digest): string =>
	digest(['liantu seed 1', ruleHash, size, root, words.normalize('NFC')].join('\n'));

/** No vowels, so that no words come about, and nothing that is read as something else. */
const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXYZ';
const LETTERS = 4;

/**
 * What jurors see instead of numbers: four signs for each entry, by the seed. Without the entries’
 * internal ids nobody can tell which code belongs to which number.
 * @param ids internal ids of the entries; their order changes nothing
 */
export function codesOf(ids: readonly string[], seed: string, digest: Digest): Map<string, string> {
	const codes = new Map<string, string>();
	const taken = new Set<string>();
	for (const id of [...ids].sort())
		for (let turn = 0; ; turn++) {
			const code = codeFrom(digest(['liantu code 1', seed, id, turn].join('\n')));
			if (taken.has(code)) continue;
			taken.add(code);
			codes.set(id, code);
			break;
		}
	return codes;
}

function codeFrom(hash: string): string {
	let left = parseInt(hash.slice(0, 12), 16);
	let code = '';
	for (let n = 0; n < LETTERS; n++) {
		code += ALPHABET[left % ALPHABET.length]!;
		left = Math.floor(left / ALPHABET.length);
	}
	return code;
}
