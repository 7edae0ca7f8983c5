import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { personal, record } from '../audit';
import type { Reader, Tx } from '../db/open';
import { mailStates, outbox } from '../db/schema';
import { unseal } from '../keys';
import { sealedFor } from '.';

type MailState = (typeof mailStates)[number];
export const isMailState = (text: string | null): text is MailState =>
	mailStates.includes(text as MailState);

export const PAGE = 50;

/** A mail as the list shows it; never its text. */
const listed = {
	id: outbox.id,
	to: outbox.to,
	template: outbox.template,
	subject: outbox.subject,
	state: outbox.state,
	attempts: outbox.attempts,
	nextAt: outbox.nextAt,
	sentAt: outbox.sentAt,
	lastError: outbox.lastError,
	createdAt: outbox.createdAt,
	/** Whether its text still lies there, to be read or sent again. */
	readable: sql<boolean>`${outbox.body} IS NOT NULL`.mapWith(Boolean)
};

/** A page of the outbox, newest first, and how many there are in each state. */
export async function list(db: Reader, { state, page }: { state: MailState | null; page: number }) {
	const counted = await db
		.select({ state: outbox.state, count: sql<number>`count(*)`.mapWith(Number) })
		.from(outbox)
		.groupBy(outbox.state);
	const counts = Object.fromEntries(mailStates.map((name) => [name, 0])) as Record<
		MailState,
		number
	>;
	for (const row of counted) counts[row.state] = row.count;
	const total = state ? counts[state] : counted.reduce((sum, { count }) => sum + count, 0);
	const mails = await db
		.select(listed)
		.from(outbox)
		.where(state ? eq(outbox.state, state) : undefined)
		// Ids begin with the time they were made, so this is the newest first by the index that is there.
		.orderBy(desc(outbox.id))
		.limit(PAGE)
		.offset((page - 1) * PAGE);
	return { mails, counts, total };
}

const gone = refuse({ field: 'mail', reason: 'gone' });

/** Records what was done to a mail: which it was and to whom, never what it says. */
const told = (tx: Tx, by: By, act: string, { id, template, to }: typeof outbox.$inferSelect) =>
	record(tx, by, { act, noun: 'outbox', id, after: { template, to: personal(to) } });

/** The text of a mail, for the operator. That somebody read it is recorded: its link opens an account. */
export async function read(tx: Tx, by: By, id: string): Promise<Ruled<string>> {
	const [row] = await tx.select().from(outbox).where(eq(outbox.id, id));
	const text = row?.body ? unseal(row.body, sealedFor(id)) : null;
	if (!row || text === null) return gone;
	await told(tx, by, 'read', row);
	return accept(text);
}

/** Sends a mail (again), at the operator’s word: also one of which nobody knows whether it arrived. */
export async function sendAgain(tx: Tx, by: By, id: string): Promise<Ruled<null>> {
	const [row] = await tx
		.update(outbox)
		.set({ state: 'waiting', nextAt: by.now, attempts: 0, lastError: null })
		.where(
			and(
				eq(outbox.id, id),
				inArray(outbox.state, ['waiting', 'failed']),
				sql`${outbox.body} IS NOT NULL`
			)
		)
		.returning();
	if (!row) return gone;
	await told(tx, by, 'send', row);
	return accept(null);
}

/** Takes a mail back for good; its text is erased. */
export async function drop(tx: Tx, by: By, id: string): Promise<Ruled<null>> {
	const [row] = await tx
		.update(outbox)
		.set({ state: 'dropped', body: null })
		.where(and(eq(outbox.id, id), inArray(outbox.state, ['waiting', 'failed'])))
		.returning();
	if (!row) return gone;
	await told(tx, by, 'drop', row);
	return accept(null);
}
