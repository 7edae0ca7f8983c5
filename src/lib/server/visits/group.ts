import { eq } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { batchesOf } from '$lib/domain/visits/plan';
import { headsTrouble } from '$lib/domain/visits/request';
import { freeIn } from '$lib/domain/visits/slots';
import { against, stateAt } from '$lib/domain/visits/visit';
import type { Hand, VisitDeed } from '$lib/domain/visits/visit';
import { record } from '../audit';
import type { Db, Reader, Tx } from '../db/open';
import { visitRequests } from '../db/schema';
import { write } from '../db/write';
import { groundOf, standOf } from './ground';
import type { RequestRow } from './ground';
import { linkHash } from './link';
import { tellGroup, tellOffice } from './mails';
import { forgetDay } from './said';

/** The request a link opens; null for one that opens nothing. */
export async function rowOf(db: Reader, link: string): Promise<RequestRow | null> {
	if (!/^[0-9a-f]{40}$/.test(link)) return null;
	const [row] = await db
		.select()
		.from(visitRequests)
		.where(eq(visitRequests.linkHash, linkHash(link)));
	return row ?? null;
}

/** A deed of whoever has the link, where the law lets it be done now. */
async function opened(tx: Tx, by: By, link: string, deed: VisitDeed): Promise<Ruled<RequestRow>> {
	const row = await rowOf(tx, link);
	if (!row) return refuse({ field: '', reason: 'gone' });
	const reason = against(deed, 'group', standOf(row), by.now);
	return reason ? refuse({ field: '', reason }) : accept(row);
}

/** Keeps a row as it is from now on. */
export const put = async (
	tx: Tx,
	row: RequestRow,
	change: Partial<RequestRow>,
	now: number
): Promise<RequestRow> => {
	const [after] = await tx
		.update(visitRequests)
		.set({ ...change, sequence: row.sequence + 1, updatedAt: now })
		.where(eq(visitRequests.id, row.id))
		.returning();
	return after!;
};

/** Says yes to the slot that is offered, while it is kept. */
export const confirmVisit = (db: Db, by: By, link: string): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const row = await rowOf(tx, link);
		// Pressing twice is no mistake.
		if (row && stateAt(standOf(row), by.now) === 'confirmed') return accept(true as const);
		const found = await opened(tx, by, link, 'confirm');
		if (!found.ok) return found;
		await confirmed(tx, by, found.value);
		return accept(true as const);
	});

/** Writes a confirmation down, for a group or by the office for it. */
export async function confirmed(tx: Tx, by: By, row: RequestRow): Promise<void> {
	const after = await put(
		tx,
		row,
		{
			...{ state: 'confirmed', offeredUntil: null },
			forgetAt: await forgetDay(tx, { day: row.day!, ended: false }, by.now)
		},
		by.now
	);
	await record(tx, by, {
		act: 'confirm',
		noun: 'visits',
		id: row.id,
		title: row.code,
		after: { day: row.day, starts: row.starts, heads: row.heads }
	});
	await tellGroup(tx, after, 'visit-confirmed', by.now);
}

/** Changes how many come: fewer at any time, more while there is room and the cut-off allows it. */
export const changeHeads = (db: Db, by: By, link: string, heads: number): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await opened(tx, by, link, 'heads');
		return found.ok ? withHeads(tx, by, found.value, heads, 'group') : found;
	});

/**
 * Keeps how many come from now on. The office, whom a group called, goes below the cut-off and asks
 * for no letter; nobody goes beyond the room.
 */
export async function withHeads(
	tx: Tx,
	by: By,
	row: RequestRow,
	heads: number,
	hand: Hand
): Promise<Ruled<true>> {
	const ground = await groundOf(tx, row.placeId, by.now, row.id);
	if (!ground) return refuse({ field: '', reason: 'not-open' });
	const { plan, held, first } = ground;
	const many = headsTrouble(heads, Math.max(plan.largest, heads < row.heads ? row.heads : 0));
	if (many) return refuse(many);
	if (heads === row.heads) return accept(true as const);
	const batches = batchesOf(heads, plan.batch);
	const no = (reason: string, detail?: Record<string, string | number>) =>
		refuse<true>({ field: 'heads', reason, ...(detail ? { detail } : {}) });
	if (heads > row.heads) {
		const { letterFrom, cutOff } = plan;
		const group = hand === 'group';
		if (group && letterFrom !== null && heads >= letterFrom && !row.letterKey)
			return no('letter-missing', { from: letterFrom });
		if (row.day !== null) {
			if (group && row.day < first) return no('cut-off', { days: cutOff, first });
			const slot = { day: row.day, starts: row.starts!, ends: row.ends! };
			if (batches > freeIn(slot, held, plan)) return no('full');
		}
	}
	await put(tx, row, { heads, batches }, by.now);
	await record(tx, by, {
		act: 'change-heads',
		noun: 'visits',
		id: row.id,
		title: row.code,
		before: { heads: row.heads },
		after: { heads }
	});
	return accept(true as const);
}

/** Calls a request or an agreed visit off; the room is free at once. */
export const cancelVisit = (db: Db, by: By, link: string): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await opened(tx, by, link, 'cancel');
		if (!found.ok) return found;
		const row = found.value;
		const after = await put(
			tx,
			row,
			{
				...{ state: 'cancelled', endedBy: 'group', endedAt: by.now, offeredUntil: null },
				forgetAt: await forgetDay(tx, { day: row.day ?? row.wishDay, ended: true }, by.now)
			},
			by.now
		);
		await record(tx, by, {
			act: 'cancel',
			noun: 'visits',
			id: row.id,
			title: row.code,
			before: { state: row.state },
			after: { day: row.day }
		});
		await tellGroup(tx, after, 'visit-cancelled', by.now);
		await tellOffice(tx, after, 'visit-withdrawn', by.now);
		return accept(true as const);
	});
