import { and, eq } from 'drizzle-orm';
import { localMoment } from '$lib/domain/hours';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { batchesOf } from '$lib/domain/visits/plan';
import { heldUntil, readSlot, slotFor } from '$lib/domain/visits/slots';
import { against } from '$lib/domain/visits/visit';
import type { VisitDeed } from '$lib/domain/visits/visit';
import { officeCalendar } from '../calendar';
import { record } from '../audit';
import type { Db, Tx } from '../db/open';
import { places, visitLeads, visitRequests } from '../db/schema';
import { write } from '../db/write';
import { groundOf, standOf } from './ground';
import type { RequestRow } from './ground';
import { confirmed, put, withHeads } from './group';
import { tellGroup } from './mails';
import { receivedBy } from './rights';
import { forgetDay } from './said';

/** Longest reason in characters. */
const REASON_MOST = 300;

/** The row of a request at a place whose groups this person receives; null for any other. */
export async function ownRow(tx: Tx, by: By, id: string): Promise<RequestRow | null> {
	const [row] = await tx
		.select({ request: visitRequests })
		.from(visitRequests)
		.innerJoin(places, eq(places.id, visitRequests.placeId))
		.where(and(eq(visitRequests.id, id), receivedBy(by.who)));
	return row?.request ?? null;
}

/** A deed of the office, where the law lets it be done now. */
export async function opened(
	tx: Tx,
	by: By,
	id: string,
	deed: VisitDeed
): Promise<Ruled<RequestRow>> {
	const row = await ownRow(tx, by, id);
	if (!row) return refuse({ field: '', reason: 'gone' });
	const reason = against(deed, 'office', standOf(row), by.now);
	return reason ? refuse({ field: '', reason }) : accept(row);
}

/**
 * Offers a slot: the room is the group’s from now until its answer is due. Another slot may be offered
 * in place of one that is offered or agreed; the group then says yes anew.
 */
export const offerSlot = (db: Db, by: By, id: string, slot: string): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await opened(tx, by, id, 'offer');
		if (!found.ok) return found;
		const row = found.value;
		const ground = await groundOf(tx, row.placeId, by.now, id);
		const wish = readSlot(slot);
		if (!ground) return refuse({ field: '', reason: 'not-open' });
		if (!wish) return refuse({ field: 'slot', reason: slot ? 'closed' : 'choose' });
		const fits = slotFor(wish, row.heads, ground, 'office');
		if (!fits.ok) return fits;
		const { day, starts, ends } = fits.value;
		const working = await officeCalendar(tx);
		const last = working.after(localMoment(by.now).day, ground.plan.hold).day;
		const after = await put(
			tx,
			row,
			{
				...{ state: 'offered', day, starts, ends, reason: null },
				batches: batchesOf(row.heads, ground.plan.batch),
				offeredUntil: heldUntil(fits.value, last),
				forgetAt: await forgetDay(tx, { day, ended: false }, by.now)
			},
			by.now
		);
		// Guides were asked for another time.
		if (row.day !== day || row.starts !== starts)
			await tx.delete(visitLeads).where(eq(visitLeads.requestId, id));
		await record(tx, by, {
			act: 'offer',
			noun: 'visits',
			id,
			title: row.code,
			before: { state: row.state, day: row.day, starts: row.starts },
			after: { day, starts, ends, offeredUntil: after.offeredUntil }
		});
		await tellGroup(tx, after, 'visit-offered', by.now);
		return accept(true as const);
	});

/** Writes down that a group said yes over the telephone. */
export const confirmFor = (db: Db, by: By, id: string): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await opened(tx, by, id, 'confirm');
		if (!found.ok) return found;
		await confirmed(tx, by, found.value);
		return accept(true as const);
	});

/** Changes how many come, for a group that telephoned. */
export const changeHeadsFor = (db: Db, by: By, id: string, heads: number): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await opened(tx, by, id, 'heads');
		return found.ok ? withHeads(tx, by, found.value, heads, 'office') : found;
	});

/** Says no to a request, or calls an agreed visit off; the group is told why. */
export const endVisit = (
	db: Db,
	by: By,
	id: string,
	deed: 'decline' | 'cancel',
	why: string
): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await opened(tx, by, id, deed);
		if (!found.ok) return found;
		const row = found.value;
		const reason = why.trim();
		if (!reason) return refuse({ field: 'reason', reason: 'missing' });
		if (reason.length > REASON_MOST)
			return refuse({ field: 'reason', reason: 'too-long', detail: { max: REASON_MOST } });
		const after = await put(
			tx,
			row,
			{
				state: deed === 'decline' ? 'declined' : 'cancelled',
				...{ endedBy: 'office', endedAt: by.now, offeredUntil: null, reason },
				forgetAt: await forgetDay(tx, { day: row.day ?? row.wishDay, ended: true }, by.now)
			},
			by.now
		);
		await record(tx, by, {
			act: deed,
			noun: 'visits',
			id,
			title: row.code,
			before: { state: row.state, day: row.day },
			why: reason
		});
		await tellGroup(tx, after, deed === 'decline' ? 'visit-declined' : 'visit-cancelled', by.now);
		return accept(true as const);
	});

/** Says how many came, or that nobody did; either can be mended. */
export const markVisit = (db: Db, by: By, id: string, came: number | null): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await opened(tx, by, id, came === null ? 'missed' : 'came');
		if (!found.ok) return found;
		const row = found.value;
		// More may come than were announced: that is counted, not judged.
		if (came !== null && !(Number.isInteger(came) && came >= 1 && came <= 9999))
			return refuse({ field: 'came', reason: 'bad-heads' });
		const state = came === null ? 'missed' : 'came';
		await put(tx, row, { state, came, endedBy: 'office', endedAt: by.now }, by.now);
		await record(tx, by, {
			act: state,
			noun: 'visits',
			id,
			title: row.code,
			before: { state: row.state, came: row.came },
			after: { came, heads: row.heads }
		});
		return accept(true as const);
	});
