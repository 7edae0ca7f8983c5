import { and, asc, eq } from 'drizzle-orm';
import { keyName } from '$lib/domain/people/passkey';
import { hasProved } from '$lib/domain/people/may';
import { isStaff } from '$lib/domain/people/who';
import type { By, Who } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../../audit';
import type { Reader, Tx } from '../../db/open';
import { passkeys } from '../../db/schema';
import { changed } from '../enrol';
import { dropTotp } from '../factors';
import { factorsOf } from '../people';
import type { Issued } from '../sessions';

const unknown = refuse({ field: 'passkey', reason: 'unknown-passkey' });

/** The passkeys of a person, oldest first, as their owner sees them. */
export function list(db: Reader, personId: string) {
	return db
		.select({
			id: passkeys.id,
			name: passkeys.name,
			createdAt: passkeys.createdAt,
			lastUsedAt: passkeys.lastUsedAt,
			backedUp: passkeys.backedUp
		})
		.from(passkeys)
		.where(eq(passkeys.personId, personId))
		.orderBy(asc(passkeys.createdAt), asc(passkeys.id));
}

const mine = (who: Who, id: string) => and(eq(passkeys.id, id), eq(passkeys.personId, who.id));

/** Gives one of the own passkeys another name. */
export async function rename(tx: Tx, by: By, id: string, typed: string): Promise<Ruled<null>> {
	const name = keyName(typed);
	if (!by.who) return unknown;
	if (!name) return refuse({ field: 'name', reason: 'key-name' });
	const [key] = await tx.select().from(passkeys).where(mine(by.who, id));
	if (!key) return unknown;
	if (key.name === name) return accept(null);
	await tx.update(passkeys).set({ name }).where(mine(by.who, id));
	await record(tx, by, { act: 'rename-passkey', noun: 'people', id: by.who.id });
	return accept(null);
}

/**
 * Takes one of the own passkeys away. Only after a fresh proof, and never the last second factor of
 * somebody who works for the office where one is required: they would be locked out.
 */
export async function remove(
	tx: Tx,
	by: By,
	id: string,
	required: boolean
): Promise<Ruled<Issued>> {
	const { who, now } = by;
	if (!who) return unknown;
	if (!hasProved(who, now)) return refuse({ field: 'passkey', reason: 'prove' });
	const [key] = await tx.select().from(passkeys).where(mine(who, id));
	if (!key) return unknown;
	const { totp, passkeys: keys } = await factorsOf(tx, who.id);
	const last = !totp && keys <= 1;
	if (last && required && isStaff(who)) return refuse({ field: 'passkey', reason: 'last-factor' });
	await tx.delete(passkeys).where(mine(who, id));
	// Recovery codes stand in for a factor; without one they would be a second password.
	if (last) await dropTotp(tx, who.id, false);
	const issued = await changed(tx, { ...by, who }, 'drop-passkey', false);
	return issued ? accept(issued) : refuse({ field: 'passkey', reason: 'expired' });
}
