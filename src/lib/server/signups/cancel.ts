import { eq } from 'drizzle-orm';
import type { BookingState } from '$lib/domain/events/booking';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { personal, record } from '../audit';
import type { Db } from '../db/open';
import { bookings } from '../db/schema';
import { write } from '../db/write';
import { windowHere } from './ground';
import { stationery, tell } from './letters';
import { byBookingId, byLink, end, hasEnded } from './own';
import type { Own } from './own';

type Said = Promise<Ruled<{ state: BookingState }>>;

const offered = (codes: readonly string[]) => (codes.length ? { offered: codes } : {});

/** Why a sign-up can not be given back by those who made it; null when it can. */
export function whyNotCancel({ row, ground }: Own, now: number): string | null {
	if (row.came > 0) return 'came';
	if (now >= ground.occasion.startsAt) return 'begun';
	if (row.state === 'confirmed' && now >= windowHere(ground).cancelUntil) return 'too-late';
	return null;
}

/** Gives a sign-up back, by whoever has its link. Twice is the same as once. */
export async function cancelBooking(db: Db, by: By, link: string): Said {
	const texts = await stationery(db, ['signup-cancelled', 'signup-offer']);
	return write(db, async (tx) => {
		const own = await byLink(tx, link);
		if (!own) return refuse({ field: '', reason: 'gone' });
		if (hasEnded(own.row)) return accept({ state: own.row.state });
		const why = whyNotCancel(own, by.now);
		if (why) return refuse({ field: '', reason: why });
		const { row, ground } = own;
		const moved = await end(tx, own, 'cancelled', { now: by.now, texts });
		await tell(tx, texts, 'signup-cancelled', ground, row, { now: by.now });
		await record(tx, by, {
			act: 'cancel',
			noun: 'bookings',
			id: row.id,
			title: row.code,
			before: { state: row.state, heads: row.heads },
			after: { state: 'cancelled', ...offered(moved) }
		});
		return accept({ state: 'cancelled' as const });
	});
}

/** The organizer takes a sign-up out, and says why; whoever signed up is told by mail. */
export async function refuseBooking(db: Db, by: By, id: string, why: string): Said {
	const reason = why.trim();
	if (reason.length < 2) return refuse({ field: 'why', reason: 'missing' });
	if (reason.length > 300)
		return refuse({ field: 'why', reason: 'too-long', detail: { max: 300 } });
	const texts = await stationery(db, ['signup-refused', 'signup-offer']);
	return write(db, async (tx) => {
		const own = await byBookingId(tx, id);
		if (!own) return refuse({ field: '', reason: 'gone' });
		if (hasEnded(own.row)) return accept({ state: own.row.state });
		if (own.row.came > 0) return refuse({ field: '', reason: 'came' });
		const { row, ground } = own;
		const moved = await end(tx, own, 'refused', { now: by.now, texts });
		await tell(tx, texts, 'signup-refused', ground, row, { now: by.now, note: reason });
		await record(tx, by, {
			act: 'take-out',
			noun: 'bookings',
			id: row.id,
			title: row.code,
			before: { state: row.state, heads: row.heads },
			after: { state: 'refused', ...offered(moved) },
			why: personal(reason)
		});
		return accept({ state: 'refused' as const });
	});
}

/** Takes the seats that were offered, while the offer stands. Twice is the same as once. */
export async function acceptOffer(db: Db, by: By, link: string): Said {
	const texts = await stationery(db, ['signup-confirmed']);
	return write(db, async (tx) => {
		const own = await byLink(tx, link);
		if (!own) return refuse({ field: '', reason: 'gone' });
		const { row, ground } = own;
		if (row.state === 'confirmed') return accept({ state: 'confirmed' as const });
		if (row.state !== 'offered' || row.offeredUntil === null || by.now >= row.offeredUntil)
			return refuse({ field: '', reason: 'offer-over' });
		// A date that was moved forward may begin before an offer made earlier ends.
		if (ground.occasion.standing === 'scheduled' && by.now >= ground.occasion.startsAt)
			return refuse({ field: '', reason: 'begun' });
		await tx
			.update(bookings)
			.set({ state: 'confirmed', offeredUntil: null, turn: null, updatedAt: by.now })
			.where(eq(bookings.id, row.id));
		await tell(tx, texts, 'signup-confirmed', ground, row, { now: by.now });
		await record(tx, by, {
			act: 'accept',
			noun: 'bookings',
			id: row.id,
			title: row.code,
			after: { state: 'confirmed', heads: row.heads }
		});
		return accept({ state: 'confirmed' as const });
	});
}
