import { and, asc, eq, isNotNull, lt, lte } from 'drizzle-orm';
import type { Db, Tx } from '../db/open';
import { outbox } from '../db/schema';
import { write } from '../db/write';
import { unseal } from '../keys';
import { sealedFor } from '.';
import type { Outcome, Send } from './post';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How long a body may lie, and how long the line about a mail is kept. */
export const keeps = { body: DAY } as const;

/** How long to wait after the n-th failed attempt: 1, 2, 4 … minutes, an hour at most. */
const pause = (attempts: number): number => Math.min(2 ** (attempts - 1), 60) * MINUTE;

type Row = typeof outbox.$inferSelect;

/** Marks the next due mail as being sent: whatever happens now, nobody else takes it. */
async function take(db: Db, now: number): Promise<Row | undefined> {
	const due = and(eq(outbox.state, 'waiting'), lte(outbox.nextAt, now));
	const [any] = await db.select({ id: outbox.id }).from(outbox).where(due).limit(1);
	if (!any) return undefined;
	return write(db, async (tx) => {
		const [row] = await tx.select().from(outbox).where(due).orderBy(asc(outbox.nextAt)).limit(1);
		if (!row) return undefined;
		const attempts = row.attempts + 1;
		await tx.update(outbox).set({ state: 'sending', attempts }).where(eq(outbox.id, row.id));
		return { ...row, attempts };
	});
}

/** Writes down what became of an attempt. */
async function settle(tx: Tx, row: Row, { kind, why }: Outcome, now: number): Promise<void> {
	const change: Partial<Row> =
		kind === 'sent'
			? { state: 'sent', sentAt: now, body: null, lastError: null }
			: kind === 'later' || kind === 'away'
				? { state: 'waiting', nextAt: now + pause(row.attempts), lastError: why ?? null }
				: { state: 'failed', lastError: why ?? null };
	await tx.update(outbox).set(change).where(eq(outbox.id, row.id));
}

/**
 * Sends what is due, one after the other, until nothing is, the server cannot be reached, or it is
 * told to stop.
 * @returns how many went out, and whether the server could be reached
 */
export async function deliver(
	db: Db,
	send: Send,
	clock: () => number,
	stopped: () => boolean = () => false
): Promise<{ sent: number; away: boolean }> {
	let sent = 0;
	for (;;) {
		const row = stopped() ? undefined : await take(db, clock());
		if (!row) return { sent, away: false };
		const text = row.body === null ? null : unseal(row.body, sealedFor(row.id));
		const outcome: Outcome =
			text === null
				? { kind: 'refused', why: 'sealed' }
				: await send({ ...row, text }).catch((): Outcome => ({ kind: 'unsure', why: 'unsure' }));
		await write(db, (tx) => settle(tx, row, outcome, clock()));
		if (outcome.kind === 'sent') sent++;
		if (outcome.kind === 'away') return { sent, away: true };
	}
}

/**
 * Erases bodies after a day; a mail still waiting is dropped with its body. The lines stay as long as
 * the office keeps them (`server/retention`).
 */
export async function sweep(db: Db, now: number): Promise<void> {
	const stale = and(isNotNull(outbox.body), lt(outbox.createdAt, now - keeps.body));
	const [any] = await db.select({ id: outbox.id }).from(outbox).where(stale).limit(1);
	if (!any) return;
	await write(db, async (tx) => {
		await tx
			.update(outbox)
			.set({ state: 'dropped', lastError: 'too-old' })
			.where(and(stale, eq(outbox.state, 'waiting')));
		await tx.update(outbox).set({ body: null }).where(stale);
	});
}

/** Mails that were under way when the process ended: nobody knows, so nobody sends them again unasked. */
export async function settleInterrupted(db: Db): Promise<void> {
	await write(db, async (tx) => {
		await tx
			.update(outbox)
			.set({ state: 'failed', lastError: 'interrupted' })
			.where(eq(outbox.state, 'sending'));
	});
}
