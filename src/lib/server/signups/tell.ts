import { and, eq, inArray } from 'drizzle-orm';
import type { BookingState } from '$lib/domain/events/booking';
import type { Bilingual } from '$lib/domain/text';
import type { Tx } from '../db/open';
import { afterCommit, touchContent } from '../db/write';
import { bookings, newId, seatCounts, signupMails, takenSeats } from '../db/schema';
import { nudge } from './bell';

export type Told = 'cancelled' | 'postponed' | 'moved' | 'restored';

const LIVE: BookingState[] = ['confirmed', 'waiting', 'offered', 'drawn'];

/**
 * Tells everybody who signed up for these dates what became of them; the clock sends the mails in
 * pieces, and goes on after a restart. With `cancelled` the sign-ups end: nobody comes, no seat is
 * taken and no ticket holds. Call it in the transaction that changes the dates, after the change; the
 * record of that act may say how many were told.
 * @returns how many sign-ups it is about
 */
export async function tellSignedUp(
	tx: Tx,
	occasionIds: readonly string[],
	kind: Told,
	why: Bilingual | null,
	now: number
): Promise<number> {
	if (!occasionIds.length) return 0;
	const ids = [...occasionIds];
	const mine = and(inArray(bookings.occasionId, ids), inArray(bookings.state, LIVE));
	const rows = await tx.select({ id: bookings.occasionId }).from(bookings).where(mine);
	if (!rows.length) return 0;
	for (const occasionId of new Set(rows.map(({ id }) => id)))
		await tx
			.insert(signupMails)
			.values({
				...{ id: newId(now), occasionId, kind, dueAt: now },
				...{ whyZh: why?.zh ?? null, whyEn: why?.en ?? null }
			})
			.onConflictDoNothing();
	if (kind === 'cancelled') {
		await tx
			.update(bookings)
			.set({ state: 'refused', endedAt: now, offeredUntil: null, turn: null, updatedAt: now })
			.where(mine);
		for (const id of ids) {
			await tx.delete(takenSeats).where(eq(takenSeats.occasionId, id));
			await tx
				.update(seatCounts)
				.set({ taken: 0, waiting: 0 })
				.where(eq(seatCounts.occasionId, id));
		}
		await touchContent(tx);
	}
	afterCommit(nudge);
	return rows.length;
}
