import { inArray } from 'drizzle-orm';
import { roomOf } from '$lib/domain/events/admission-window';
import type { Room, Shut } from '$lib/domain/events/admission-window';
import type { Reader } from '../db/open';
import { seatCounts } from '../db/schema';
import { groundsOf, shutNow } from '../signups/ground';

/** Whether one can sign up for a date now, and how full it is; exact numbers stand on the form. */
export interface Joinable {
	/** What the date is called in addresses. */
	key: string;
	shut: Shut | null;
	room: Room;
	/** A draw decides who gets a seat. */
	drawn: boolean;
}

/** How one signs up for the dates of an event, by the id of the date; empty where nobody does. */
export async function joinable(
	db: Reader,
	slug: string,
	now: number
): Promise<Record<string, Joinable>> {
	const grounds = await groundsOf(db, slug, now);
	if (!grounds.length) return {};
	const ids = grounds.map(({ occasion }) => occasion.id);
	const counts = await db.select().from(seatCounts).where(inArray(seatCounts.occasionId, ids));
	return Object.fromEntries(
		grounds.map((ground) => {
			const mine = counts.filter(({ occasionId }) => occasionId === ground.occasion.id);
			return [
				ground.occasion.id,
				{
					key: ground.occasion.key,
					shut: shutNow(ground, now),
					room: mine.length ? roomOf(mine) : 'free',
					drawn: ground.plan.mode === 'draw'
				}
			];
		})
	);
}
