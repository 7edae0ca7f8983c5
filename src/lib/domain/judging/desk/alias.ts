import { sha256 } from '@noble/hashes/sha2.js';

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * A code that looks like another one: digits for digits, letters for letters, by the hash of a text.
 * An entry shown to a juror a second time has such a code, so that nothing says it is the same.
 */
function like(code: string, text: string): string {
	const bytes = sha256(new TextEncoder().encode(text));
	return [...code]
		.map((sign, at) => {
			const byte = bytes[at % bytes.length]! + (at >= bytes.length ? at : 0);
			if (/\d/.test(sign)) return String(byte % 10);
			if (/[A-Z]/.test(sign)) return LETTERS[byte % LETTERS.length]!;
			return /[a-z]/.test(sign) ? LETTERS[byte % LETTERS.length]!.toLowerCase() : sign;
		})
		.join('');
}

/** The code of a repeated entry: like the others, none of them, and always the same for a task. */
export function aliasOf(code: string, taskId: string, taken: ReadonlySet<string>): string {
	for (let n = 0; n < 1000; n++) {
		const one = like(code, `repeat/${taskId}/${n}`);
		if (!taken.has(one)) return one;
	}
	return `${code}${taskId.slice(-4).toUpperCase()}`;
}
