import { eq } from 'drizzle-orm';
import { codeTrouble, plainSigns } from '$lib/domain/certificates/code';
import type { CodeTrouble } from '$lib/domain/certificates/code';
import { masked } from '$lib/domain/certificates/facts';
import type { Printed, Revocation } from '$lib/domain/certificates/facts';
import type { Reader } from '../db/open';
import { entries } from '../db/schema';
import { byCode, successorOf } from './certificates';

/** What anybody may know of a certificate who holds its code. */
interface Verified {
	code: string;
	award: Printed['award'];
	contest: Printed['contest'];
	edition: Printed['edition'];
	entry: string;
	number: string;
	unit: string | null;
	issuer: string;
	/** Masked unless its people agreed to be shown to the public; null once erased. */
	names: string[] | null;
	issuedAt: number;
	revoked: { at: number; why: Revocation; replaced: boolean } | null;
}

type Verdict =
	| { kind: 'trouble'; trouble: CodeTrouble }
	| { kind: 'unknown'; code: string }
	| { kind: 'found'; certificate: Verified };

/** What a typed code stands for. A slip of the hand is told before anything is looked up. */
export async function verify(db: Reader, typed: string): Promise<Verdict> {
	const trouble = codeTrouble(typed);
	if (trouble) return { kind: 'trouble', trouble };
	const code = plainSigns(typed);
	const found = await byCode(db, code);
	if (!found) return { kind: 'unknown', code };
	const { printed, names, issuedAt, revokedAt, revokedFor } = found;
	const { award, contest, edition, entry, number, unit, issuer } = printed;
	return {
		kind: 'found',
		certificate: {
			...{ code, award, contest, edition, entry, number, unit, issuer, issuedAt },
			names: names && ((await agreed(db, found.entryId)) ? names : names.map(masked)),
			revoked:
				revokedAt === null
					? null
					: {
							at: revokedAt,
							why: revokedFor!,
							replaced: (await successorOf(db, found.id)) !== null
						}
		}
	};
}

/** Whether the people of an entry agreed that the public sees it, and them with it. */
async function agreed(db: Reader, entryId: string | null): Promise<boolean> {
	if (!entryId) return false;
	const [row] = await db
		.select({ at: entries.publicConsentAt })
		.from(entries)
		.where(eq(entries.id, entryId));
	return (row?.at ?? null) !== null;
}
