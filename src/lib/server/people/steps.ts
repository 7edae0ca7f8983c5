import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { isToken } from '$lib/domain/people/link';
import type { Reader, Tx } from '../db/open';
import { steps } from '../db/schema';
import { hashed, newToken } from './tokens';

/** A ceremony begun and not finished yet. */
export type Step = typeof steps.$inferSelect;

/** How long a ceremony may take. */
export const STEP_LIFE = 10 * 60_000;

/** Begins a ceremony; its token goes into a cookie, its state stays here. */
export async function begin(
	tx: Tx,
	step: Pick<Step, 'kind' | 'personId' | 'value'>,
	now: number
): Promise<string> {
	const token = newToken();
	await tx.delete(steps).where(lt(steps.expiresAt, now));
	await tx.insert(steps).values({ ...step, id: hashed(token), expiresAt: now + STEP_LIFE });
	return token;
}

/** The ceremony of a token, if it is of this kind and still good. */
export async function find(
	db: Reader,
	token: string | null | undefined,
	kind: Step['kind'],
	now: number
): Promise<Step | null> {
	if (!isToken(token)) return null;
	const [row] = await db
		.select()
		.from(steps)
		.where(and(eq(steps.id, hashed(token)), eq(steps.kind, kind), gt(steps.expiresAt, now)));
	return row ?? null;
}

/** Ends a ceremony; true for the one caller who ended it, so that none is finished twice. */
export async function finish(tx: Tx, id: string): Promise<boolean> {
	const ended = await tx.delete(steps).where(eq(steps.id, id)).returning({ id: steps.id });
	return ended.length === 1;
}

/** Counts a wrong answer and returns how many there have been. */
export async function miss(tx: Tx, id: string): Promise<number> {
	const [row] = await tx
		.update(steps)
		.set({ tries: sql`${steps.tries} + 1` })
		.where(eq(steps.id, id))
		.returning({ tries: steps.tries });
	return row?.tries ?? Infinity;
}
