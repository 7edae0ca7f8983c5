import { eq, sql } from 'drizzle-orm';
import type { Reader } from '../db/open';
import { passkeys, people, totps } from '../db/schema';

export type Person = typeof people.$inferSelect;

/** The person of an address, as it is normalised; null for nobody. */
export async function byEmail(db: Reader, email: string): Promise<Person | null> {
	const [row] = await db.select().from(people).where(eq(people.email, email));
	return row ?? null;
}

/** A person by id; null for nobody. */
export async function byId(db: Reader, id: string): Promise<Person | null> {
	const [row] = await db.select().from(people).where(eq(people.id, id));
	return row ?? null;
}

/** May sign in at all: confirmed the address, and was not shut out. */
export const isOpen = (person: Person): boolean =>
	person.emailVerifiedAt !== null && person.disabledAt === null;

/** Which second factors a person has set up. */
export async function factorsOf(
	db: Reader,
	personId: string
): Promise<{ totp: boolean; passkeys: number }> {
	const [row] = await db
		.select({
			totp: sql<number>`EXISTS (SELECT 1 FROM ${totps} WHERE ${totps.personId} = ${personId} AND ${totps.confirmedAt} IS NOT NULL)`,
			passkeys: sql<number>`(SELECT count(*) FROM ${passkeys} WHERE ${passkeys.personId} = ${personId})`
		})
		.from(sql`(SELECT 1)`);
	return { totp: row?.totp === 1, passkeys: row?.passkeys ?? 0 };
}
