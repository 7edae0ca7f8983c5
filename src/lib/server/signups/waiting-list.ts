import { and, asc, eq, sql } from 'drizzle-orm';
import { offerEnd } from '$lib/domain/events/admission-window';
import { nextOffers } from '$lib/domain/events/waiting';
import type { Tx } from '../db/open';
import { given, prepared } from '../db/prepared';
import { bookings } from '../db/schema';
import type { Stationery } from '../mail/ready';
import { countFor, move } from './counts';
import type { Count } from './counts';
import type { Ground } from './ground';
import { findSeats, holdSeats } from './held-seats';
import { tell } from './letters';

/** Of a list, so many are looked at for one act; who is further back waits for the next. */
const LOOK = 500;

/** Fewest heads of those who wait; null when nobody does, 1 where nobody may be passed over anyway. */
export async function leastWaiting(tx: Tx, ground: Ground, count: Count): Promise<number | null> {
	if (count.waiting === 0) return null;
	if (!ground.plan.fillGaps) return 1;
	const [row] = await tx
		.select({ least: sql<number | null>`min(${bookings.heads})` })
		.from(bookings)
		.where(waitingFor(ground.occasion.id, count.zone));
	return row?.least ?? null;
}

const waitingFor = (occasionId: string, zone: string) =>
	and(eq(bookings.occasionId, occasionId), eq(bookings.state, 'waiting'), eq(bookings.zone, zone));

const lastTurn = prepared((tx) =>
	tx
		.select({ last: sql<number | null>`max(${bookings.turn})` })
		.from(bookings)
		.where(and(eq(bookings.occasionId, given('occasion')), eq(bookings.state, 'waiting')))
);

/** The next place on a list: behind everybody who waits. */
export async function nextTurn(tx: Tx, occasionId: string): Promise<number> {
	const [row] = await lastTurn(tx, { occasion: occasionId });
	return (row?.last ?? 0) + 1;
}

/**
 * Offers free seats to those who wait, as far as they go. Called in the write that made seats free;
 * what it did is told in that act's own record.
 * @returns codes of the sign-ups that were offered seats
 */
export async function moveList(
	tx: Tx,
	ground: Ground,
	zone: string,
	{ now, texts }: { now: number; texts: Stationery }
): Promise<string[]> {
	const { occasion, event, plan } = ground;
	if (now >= occasion.startsAt) return [];
	if (event.standing === 'cancelled' || occasion.standing === 'cancelled') return [];
	let count = await countFor(tx, ground, zone);
	if (!count || count.waiting === 0 || count.taken >= count.capacity) return [];
	const list = await tx
		.select()
		.from(bookings)
		.where(waitingFor(occasion.id, zone))
		.orderBy(asc(bookings.turn), asc(bookings.id))
		.limit(LOOK);
	const chosen = new Set(nextOffers(list, count.capacity - count.taken, plan));
	const offered: string[] = [];
	const offeredUntil = offerEnd(plan, occasion.startsAt, now);
	for (const row of list) {
		if (!chosen.has(row.id)) continue;
		const found = await findSeats(tx, ground, { zone, heads: row.heads, chosen: [] });
		if (!found.ok) break;
		const seats = found.value;
		await tx
			.update(bookings)
			.set({ state: 'offered', offeredUntil, seats, updatedAt: now })
			.where(eq(bookings.id, row.id));
		await holdSeats(tx, occasion.id, row, seats);
		count = await move(tx, occasion.id, count, { taken: row.heads, waiting: -row.heads });
		await tell(tx, texts, 'signup-offer', ground, row, { now, due: offeredUntil });
		offered.push(row.code);
	}
	return offered;
}
