/** A personal value on its way into the record: only a salted commitment to it is chained. */
export class Personal {
	constructor(
		readonly value: unknown,
		/** Person the value is about, where that is neither who acts nor the thing itself. */
		readonly of: string | null = null
	) {}
}

/**
 * Marks a value (name, e-mail, telephone …) as personal: the record keeps a commitment to it, the
 * value lies beside and can be erased without breaking the chain.
 * @param of id of the person it is about, unless that is the acting person or the thing itself
 */
export const personal = (value: unknown, of: string | null = null): Personal =>
	new Personal(value, of);

/** What stands in a record in place of a personal value. */
export interface Commitment {
	/** SHA-256(salt ‖ canonical value), hexadecimal. */
	'@personal': string;
	of?: string;
}

export const isCommitment = (value: unknown): value is Commitment =>
	typeof value === 'object' &&
	value !== null &&
	/^[0-9a-f]{64}$/.test(String((value as Record<string, unknown>)['@personal']));

/** Text that may be personal. */
type Text = string | Personal;

/** One act as told by the one who records it. */
export interface Act {
	/** One verb, the same on every floor: `publish`, `withdraw`, `sign-in` … */
	act: string;
	/** Kind of thing: `places`, `people`, `settings` … */
	noun: string;
	/** Which one. */
	id: string;
	/** What it was called then. */
	title?: Text | undefined;
	/** The changed fields as they were and as they are; small JSON. */
	before?: unknown;
	after?: unknown;
	/** Why, in the words of the one who acted. */
	why?: Text | undefined;
}

/** A record as it is chained; personal values are commitments. */
export interface Entry {
	/** Format of the record. */
	v: 1;
	/** Place in the chain, from 1. */
	seq: number;
	/** When, ms since the epoch; never less than in the record before. */
	at: number;
	/** What the clock said, where it had been set back. */
	clock?: number;
	act: string;
	noun: string;
	id: string;
	title?: unknown;
	/** Id of who acted; absent for somebody not signed in and for the portal itself. */
	who?: string;
	/** Which part of the portal acted by itself. */
	machine?: string;
	/** Commitment to the address it came from. */
	from?: unknown;
	/** Noise in a record of judging without an address: its hash is shown long before its text. */
	nonce?: string;
	before?: unknown;
	after?: unknown;
	why?: unknown;
}

/** A personal value found in a record, at a JSON pointer (RFC 6901). */
export interface Found {
	path: string;
	value: unknown;
	of: string | null;
}

/**
 * The value with every {@link Personal} in it replaced by what `commit` makes of it.
 * @param path JSON pointer of `value` itself
 */
export function seal(value: unknown, path: string, commit: (found: Found) => Commitment): unknown {
	if (value instanceof Personal) return commit({ path, value: value.value, of: value.of });
	if (typeof value !== 'object' || value === null) return value;
	if ('toJSON' in value && typeof value.toJSON === 'function') return value.toJSON();
	if (Array.isArray(value)) return value.map((part, at) => seal(part, `${path}/${at}`, commit));
	return Object.fromEntries(
		Object.entries(value).map(([key, part]) => [
			key,
			seal(part, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, commit)
		])
	);
}
