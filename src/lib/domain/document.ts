/** What the issuer says of a document’s force: 现行有效, 已修改, 已废止, 未注明. */
export const validities = ['in-force', 'amended', 'repealed', 'unknown'] as const;
export type Validity = (typeof validities)[number];

/** What a reader is told on a given day; what is in force may not have begun, or have ended. */
export type Force = (typeof validities)[number] | 'coming' | 'ended';

/**
 * The force of a document on a day (`YYYY-MM-DD` in Asia/Shanghai). Its last day still counts. What
 * was repealed stays so whatever its dates say.
 */
export function forceOn(
	document: { validity: Validity; validFrom: string | null; validUntil: string | null },
	day: string
): Force {
	const { validity, validFrom, validUntil } = document;
	if (validity === 'repealed') return 'repealed';
	if (validUntil && validUntil < day) return 'ended';
	if (validFrom && validFrom > day) return 'coming';
	return validity;
}
