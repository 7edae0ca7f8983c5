/**
 * A refusal is a value: which field, which typed reason, and the numbers or words a sentence
 * about it needs. It becomes `fail(4xx, …)` for people and RFC 9457 for machines.
 */
export interface Refusal {
	field: string;
	reason: string;
	detail?: Record<string, string | number>;
}

/** The result of a rule that may refuse: either the value or every reason against it. */
export type Ruled<T> = { ok: true; value: T } | { ok: false; refusals: Refusal[] };

/** Accepts `value`. */
export const accept = <T>(value: T): Ruled<T> => ({ ok: true, value });

/** Refuses for the given reasons. */
export const refuse = <T = never>(...refusals: Refusal[]): Ruled<T> => ({ ok: false, refusals });
