import { sha256 } from '@noble/hashes/sha2.js';

/** The signs codes are made of (see `rule/seed`), and those nobody knows are left as they are. */
const SIGNS = '23456789BCDFGHJKMNPQRSTVWXYZ';

/**
 * A code that looks like any other, by the hash of a text. An entry shown to a juror a second time has
 * such a code, so that nothing says it is the same.
 */
function like(code: string, text: string): string {
	const bytes = sha256(new TextEncoder().encode(text));
	return [...code]
		.map((sign, at) =>
			SIGNS.includes(sign) ? SIGNS[bytes[at % bytes.length]! % SIGNS.length]! : sign
		)
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
