import { eq, inArray } from 'drizzle-orm';
import { countUp } from '$lib/domain/events/checkin-count';
import type { Count } from '$lib/domain/events/checkin-count';
import type { Deed, DeedAnswer } from '$lib/domain/events/checkin-sent';
import type { By } from '$lib/domain/people/who';
import { record } from '../audit';
import type { Reader, Tx } from '../db/open';
import { bookings, checkins } from '../db/schema';
import type { Post } from './take';

type Row = Pick<typeof bookings.$inferSelect, 'id' | 'code' | 'heads' | 'came' | 'occasionId'>;

/** What the passes of a sign-up come to so far. */
export async function passesOf(db: Reader, { id, heads }: Row): Promise<Count> {
	return countUp(heads, await db.select().from(checkins).where(eq(checkins.bookingId, id)));
}

/** Writes one pass of a sign-up through the door, and what all of them come to. */
export async function passBooking(
	tx: Tx,
	by: By,
	{ occasionId, gateId }: Post,
	row: Row,
	deed: Deed
): Promise<DeedAnswer> {
	await tx.insert(checkins).values({
		...{ id: deed.id, bookingId: row.id, occasionId, heads: deed.heads, how: deed.how },
		...{ deviceAt: deed.deviceAt, at: by.now, gateId, extra: deed.extra },
		personId: by.who?.id ?? null
	});
	const all = await tx.select().from(checkins).where(eq(checkins.bookingId, row.id));
	const { came, doubled } = countUp(row.heads, all);
	// A pass that became known late may have been the first: then another is the second.
	const second = new Set(doubled);
	const changed = all.filter((pass) => pass.doubled !== second.has(pass.id));
	for (const to of [true, false]) {
		const ids = changed.filter(({ id }) => second.has(id) === to).map(({ id }) => id);
		if (ids.length) await tx.update(checkins).set({ doubled: to }).where(inArray(checkins.id, ids));
	}
	await tx.update(bookings).set({ came, updatedAt: by.now }).where(eq(bookings.id, row.id));
	await record(tx, by, {
		act: deed.heads > 0 ? 'check-in' : 'check-out',
		noun: 'bookings',
		id: row.id,
		title: row.code,
		before: { came: row.came },
		after: {
			...{ occasion: occasionId, heads: deed.heads, came, how: deed.how, at: deed.deviceAt },
			...(gateId ? { gate: gateId } : {}),
			...(deed.extra ? { extra: true } : {}),
			...(doubled.length ? { doubled: true } : {})
		}
	});
	return {
		id: deed.id,
		said: second.size && deed.heads > 0 && !deed.extra ? 'doubled' : 'in',
		booked: row.heads,
		came
	};
}
