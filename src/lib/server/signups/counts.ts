import { and, eq, sql } from 'drizzle-orm';
import { roomOf } from '$lib/domain/events/admission-window';
import { capacitiesOf } from '$lib/domain/events/seat';
import type { Reader, Tx } from '../db/open';
import { given, prepared } from '../db/prepared';
import { seatCounts } from '../db/schema';
import { touchContent } from '../db/write';
import type { Ground } from './ground';

/** Heads of one part of a date: those with seats, and those on its waiting list. */
export type Count = Pick<typeof seatCounts.$inferSelect, 'zone' | 'capacity' | 'taken' | 'waiting'>;

const read = prepared((tx) =>
	tx
		.select({
			zone: seatCounts.zone,
			capacity: seatCounts.capacity,
			taken: seatCounts.taken,
			waiting: seatCounts.waiting
		})
		.from(seatCounts)
		.where(eq(seatCounts.occasionId, given('occasion')))
);
const moved = prepared((tx) =>
	tx
		.update(seatCounts)
		.set({
			taken: sql`${seatCounts.taken} + ${given('taken')}`,
			waiting: sql`${seatCounts.waiting} + ${given('waiting')}`
		})
		.where(and(eq(seatCounts.occasionId, given('occasion')), eq(seatCounts.zone, given('zone'))))
);

/** The counts of a date as they are kept; as the plan has it where nobody signed up yet. */
export async function countsOf(
	db: Reader,
	{ occasion, plan }: Pick<Ground, 'occasion' | 'plan'>
): Promise<Count[]> {
	const kept = await read(db, { occasion: occasion.id });
	return capacitiesOf(plan, occasion.capacity).map(
		({ zone, capacity }) =>
			kept.find((one) => one.zone === zone) ?? { zone, capacity, taken: 0, waiting: 0 }
	);
}

/** The count of one part of a date, kept from now on; null for a part there is not. */
export async function countFor(tx: Tx, ground: Ground, zone: string): Promise<Count | null> {
	const occasionId = ground.occasion.id;
	const found = (await read(tx, { occasion: occasionId })).find((one) => one.zone === zone);
	if (found) return found;
	const planned = capacitiesOf(ground.plan, ground.occasion.capacity).find(
		(one) => one.zone === zone
	);
	if (!planned) return null;
	await tx.insert(seatCounts).values({ occasionId, ...planned });
	return { ...planned, taken: 0, waiting: 0 };
}

/**
 * Moves the count of a part of a date. The table itself refuses more heads than there is room for.
 * Pages say of a date only whether it is free, nearly full or full, and are made anew when that changes.
 */
export async function move(
	tx: Tx,
	occasionId: string,
	count: Count,
	{ taken = 0, waiting = 0 }: { taken?: number; waiting?: number }
): Promise<Count> {
	if (!taken && !waiting) return count;
	await moved(tx, { occasion: occasionId, zone: count.zone, taken, waiting });
	const after = { ...count, taken: count.taken + taken, waiting: count.waiting + waiting };
	if (roomOf([after]) !== roomOf([count])) await touchContent(tx);
	return after;
}
