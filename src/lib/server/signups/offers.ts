import { and, asc, eq, lte } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import { record } from '../audit';
import type { Db } from '../db/open';
import { bookings } from '../db/schema';
import { write } from '../db/write';
import { stationery, tell } from './letters';
import { byBookingId, end } from './own';

/** Offers that are taken back in one write. */
const AT_ONCE = 50;

/**
 * Takes back offers whose time is over, each in the record with whom the seats went to next.
 * @returns how many
 */
export async function lapseOffers(db: Db, now: number): Promise<number> {
	const due = and(eq(bookings.state, 'offered'), lte(bookings.offeredUntil, now));
	let lapsed = 0;
	for (;;) {
		const found = await db
			.select({ id: bookings.id })
			.from(bookings)
			.where(due)
			.orderBy(asc(bookings.offeredUntil), asc(bookings.turn))
			.limit(AT_ONCE);
		if (!found.length) return lapsed;
		const texts = await stationery(db, ['signup-lapsed', 'signup-offer']);
		const by: By = { who: null, machine: 'clock', address: null, now };
		const taken = await write(db, async (tx) => {
			let done = 0;
			for (const { id } of found) {
				const own = await byBookingId(tx, id);
				// It may have been taken between looking and writing.
				if (own?.row.state !== 'offered' || (own.row.offeredUntil ?? now + 1) > now) continue;
				const moved = await end(tx, own, 'lapsed', { now, texts });
				await tell(tx, texts, 'signup-lapsed', own.ground, own.row, { now });
				await record(tx, by, {
					act: 'lapse',
					noun: 'bookings',
					id,
					title: own.row.code,
					after: { state: 'lapsed', ...(moved.length ? { offered: moved } : {}) }
				});
				done++;
			}
			return done;
		});
		if (!taken) return lapsed;
		lapsed += taken;
	}
}
