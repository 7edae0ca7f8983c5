import { and, eq, inArray } from 'drizzle-orm';
import type { Zone } from '$lib/domain/events/admission';
import { bestSeats, hasSeats } from '$lib/domain/events/seat';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { Reader, Tx } from '../db/open';
import { takenSeats } from '../db/schema';
import type { Ground } from './ground';

/** The zone of a plan that has numbered seats; null for free seating. */
export const seatedZone = ({ plan }: Pick<Ground, 'plan'>, zone: string): Zone | null => {
	const found = plan.zones.find(({ id }) => id === zone);
	return found && hasSeats(found) ? found : null;
};

/** Every single seat of a date that is taken; zones have rows of their own names. */
export async function takenOf(db: Reader, occasionId: string): Promise<Set<string>> {
	const rows = await db
		.select({ seat: takenSeats.seat })
		.from(takenSeats)
		.where(eq(takenSeats.occasionId, occasionId));
	return new Set(rows.map(({ seat }) => seat));
}

/** A seat as the table knows it: two zones may have rows of the same name. */
const placeOf = (zone: string, seat: string): string => `${zone}/${seat}`;

/** Seats of one zone that are taken, as the plan names them. */
export function inZone(taken: ReadonlySet<string>, zone: string): Set<string> {
	const before = `${zone}/`;
	return new Set(
		[...taken].flatMap((one) => (one.startsWith(before) ? [one.slice(before.length)] : []))
	);
}

/**
 * Finds seats for a party before anything is written: those they chose, while nobody has them, or the
 * best that are left. Empty where seats have no numbers.
 */
export async function findSeats(
	tx: Tx,
	ground: Ground,
	{ zone, heads, chosen }: { zone: string; heads: number; chosen: readonly string[] }
): Promise<Ruled<string[]>> {
	const plan = seatedZone(ground, zone);
	if (!plan) return accept([]);
	const taken = inZone(await takenOf(tx, ground.occasion.id), zone);
	const lost = chosen.filter((seat) => taken.has(seat));
	if (lost.length)
		return refuse({ field: 'seats', reason: 'seat-taken', detail: { seats: lost.join(', ') } });
	if (chosen.length) return accept([...chosen]);
	const best = bestSeats(plan, taken, heads);
	return best ? accept(best) : refuse({ field: 'seats', reason: 'full', detail: { free: 0 } });
}

export async function holdSeats(
	tx: Tx,
	occasionId: string,
	booking: { id: string; zone: string },
	seats: readonly string[]
): Promise<void> {
	for (const seat of seats)
		await tx
			.insert(takenSeats)
			.values({ occasionId, seat: placeOf(booking.zone, seat), bookingId: booking.id });
}

/** Gives seats back: all of a sign-up, or those named. */
export async function releaseSeats(
	tx: Tx,
	booking: { id: string; zone: string },
	seats?: readonly string[]
): Promise<void> {
	await tx.delete(takenSeats).where(
		and(
			eq(takenSeats.bookingId, booking.id),
			seats &&
				inArray(
					takenSeats.seat,
					seats.map((seat) => placeOf(booking.zone, seat))
				)
		)
	);
}
