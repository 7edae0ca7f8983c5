import { and, eq, inArray, sql } from 'drizzle-orm';
import type { SQLWrapper } from 'drizzle-orm';
import type { Reader, Tx } from '../db/open';
import { jobs, quarantine } from '../db/schema';
import { again, enqueue } from '../jobs';

type Held = 'waiting' | 'found';

/**
 * Keeps a file from everybody until the scanner has cleared it; in the transaction that takes it in.
 * A file that takes another’s place is looked at anew.
 */
export async function hold(tx: Tx, noun: 'films' | 'media', id: string, now: number) {
	const row = { noun, state: 'waiting', finding: null, since: now } as const;
	await tx
		.insert(quarantine)
		.values({ id, ...row })
		.onConflictDoUpdate({ target: quarantine.id, set: row });
	await enqueue(tx, { kind: 'scan', subject: id, priority: 5, now });
	const [job] = await tx
		.select({ id: jobs.id })
		.from(jobs)
		.where(and(eq(jobs.kind, 'scan'), eq(jobs.subject, id)));
	await again(tx, job!.id, now);
}

/** Which of some files are kept from everybody, and why. */
export async function heldAmong(db: Reader, ids: readonly string[]): Promise<Map<string, Held>> {
	if (!ids.length) return new Map();
	const rows = await db
		.select({ id: quarantine.id, state: quarantine.state })
		.from(quarantine)
		.where(inArray(quarantine.id, [...ids]));
	return new Map(rows.map(({ id, state }) => [id, state]));
}

/** Whether a file is kept from everybody. */
export const isHeld = async (db: Reader, id: string): Promise<boolean> =>
	(await db.$count(quarantine, eq(quarantine.id, id))) > 0;

/** A condition: nothing keeps the file of this id from being served. */
export const cleared = (id: SQLWrapper) =>
	sql`NOT EXISTS (SELECT 1 FROM quarantine q WHERE q.id = ${id})`;
