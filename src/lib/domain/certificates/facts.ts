import type { Bilingual } from '../text';

/** Why a certificate no longer holds. A text would name people; a word of ours does not. */
export const revocations = ['corrected', 'withdrawn', 'mistake'] as const;
export type Revocation = (typeof revocations)[number];
/** Those an office chooses from; `corrected` comes with the new certificate. */
export const officeRevocations = ['withdrawn', 'mistake'] as const;

/** Everything a certificate says besides names, as it was when it was issued. */
export interface Printed {
	award: Bilingual;
	contest: Bilingual;
	edition: Bilingual;
	/** Title of the entry. */
	entry: string;
	number: string;
	/** The unit an entry came from by recommendation; the certificate is the unit’s then. */
	unit: string | null;
	issuer: string;
}

/** An award a certificate is due for. */
export interface Award {
	entryId: string;
	prizeId: string;
	title: Bilingual;
	/** Names to be printed, in the order of the crew. */
	names: string[];
	unit: string | null;
	entryTitle: string;
	number: string;
}

/** A certificate as it is painted. */
export interface Facts extends Printed {
	code: string;
	names: readonly string[];
	issuedAt: number;
}

/** How a name stands where its owner did not agree to be named: `张*`, `欧**`. */
export function masked(name: string): string {
	const signs = [...name.trim()];
	return signs.length < 2
		? '*'.repeat(signs.length)
		: signs[0]! + '*'.repeat(Math.min(signs.length - 1, 3));
}
