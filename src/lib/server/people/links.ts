import { and, eq, gt, inArray, isNull, lt } from 'drizzle-orm';
import { isToken, linkLives } from '$lib/domain/people/link';
import type { LinkPurpose } from '$lib/domain/people/link';
import type { Reader, Tx } from '../db/open';
import { links } from '../db/schema';
import { hashed, newToken } from './tokens';

/** A link that is still good. */
export interface Link {
	id: string;
	purpose: LinkPurpose;
	personId: string;
	email: string | null;
}

/**
 * Makes a one-time link and returns its token, which is stored nowhere. Earlier ones for the same
 * purpose stop working, so that only the newest mail counts.
 */
export async function issue(
	tx: Tx,
	{
		purpose,
		personId,
		email = null,
		now
	}: Omit<Link, 'id' | 'email'> & { email?: string | null; now: number }
): Promise<string> {
	await withdraw(tx, personId, [purpose]);
	const token = newToken();
	await tx.insert(links).values({
		id: hashed(token),
		purpose,
		personId,
		email,
		createdAt: now,
		expiresAt: now + linkLives[purpose]
	});
	return token;
}

/** The link of a token if it is good for one of these purposes now; looking does not use it up. */
export async function find(
	db: Reader,
	token: string | null | undefined,
	purposes: readonly LinkPurpose[],
	now: number
): Promise<Link | null> {
	if (!isToken(token)) return null;
	const [row] = await db
		.select()
		.from(links)
		.where(
			and(
				eq(links.id, hashed(token)),
				inArray(links.purpose, [...purposes]),
				isNull(links.usedAt),
				gt(links.expiresAt, now)
			)
		);
	// A clock set back must not bring a link back to life before it was made.
	return row && now >= row.createdAt - 60_000 ? row : null;
}

/** Uses a link up, inside the write that does what it is for; null when it is no longer good. */
export async function use(
	tx: Tx,
	token: string | null | undefined,
	purposes: readonly LinkPurpose[],
	now: number
): Promise<Link | null> {
	const link = await find(tx, token, purposes, now);
	if (link) await tx.update(links).set({ usedAt: now }).where(eq(links.id, link.id));
	return link;
}

/** Makes all open links of a person worthless, or those for some purposes. */
export async function withdraw(
	tx: Tx,
	personId: string,
	purposes: readonly LinkPurpose[] = Object.keys(linkLives) as LinkPurpose[]
): Promise<void> {
	await tx
		.delete(links)
		.where(
			and(eq(links.personId, personId), inArray(links.purpose, [...purposes]), isNull(links.usedAt))
		);
}

/** Forgets links a day after their end. */
export async function sweep(tx: Tx, now: number): Promise<void> {
	await tx.delete(links).where(lt(links.expiresAt, now - 86_400_000));
}
