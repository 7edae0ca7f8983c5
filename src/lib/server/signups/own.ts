import { eq } from 'drizzle-orm';
import type { BookingState } from '$lib/domain/events/booking';
import { seated } from '$lib/domain/events/booking';
import type { Reader, Tx } from '../db/open';
import { bookings } from '../db/schema';
import type { Stationery } from '../mail/ready';
import { countFor, move } from './counts';
import { groundOf } from './ground';
import type { Ground } from './ground';
import { releaseSeats } from './held-seats';
import { hashOfLink, isLink } from './personal';
import type { BookingRow } from './personal';
import { moveList } from './waiting-list';

/** A sign-up and what it is for. */
export interface Own {
	row: BookingRow;
	ground: Ground;
}

/** The sign-up a link opens; null for one that opens nothing. */
export async function byLink(db: Reader, link: string): Promise<Own | null> {
	if (!isLink(link)) return null;
	const [row] = await db
		.select()
		.from(bookings)
		.where(eq(bookings.linkHash, hashOfLink(link)));
	const ground = row && (await groundOf(db, row.occasionId));
	return row && ground ? { row, ground } : null;
}

/** The sign-up with this id. */
export async function byBookingId(db: Reader, id: string): Promise<Own | null> {
	const [row] = await db.select().from(bookings).where(eq(bookings.id, id));
	const ground = row && (await groundOf(db, row.occasionId));
	return row && ground ? { row, ground } : null;
}

const ends: readonly BookingState[] = ['cancelled', 'refused', 'lapsed'];
export const hasEnded = ({ state }: Pick<BookingRow, 'state'>): boolean => ends.includes(state);

/**
 * Ends a sign-up: its seats, or its place on the list, are free, and whoever waits is asked at once.
 * @returns codes of those who were offered seats, for the record of the act
 */
export async function end(
	tx: Tx,
	{ row, ground }: Own,
	state: 'cancelled' | 'refused' | 'lapsed',
	{ now, texts }: { now: number; texts: Stationery }
): Promise<string[]> {
	await tx
		.update(bookings)
		.set({ state, endedAt: now, offeredUntil: null, turn: null, seats: [], updatedAt: now })
		.where(eq(bookings.id, row.id));
	await releaseSeats(tx, row);
	const count = await countFor(tx, ground, row.zone);
	if (!count) return [];
	if (seated.includes(row.state)) await move(tx, row.occasionId, count, { taken: -row.heads });
	if (row.state === 'waiting') await move(tx, row.occasionId, count, { waiting: -row.heads });
	return moveList(tx, ground, row.zone, { now, texts });
}
