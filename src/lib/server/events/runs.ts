import { and, eq } from 'drizzle-orm';
import { eventThing } from '$lib/domain/events/standing-rights';
import { mayRunEvent } from '$lib/domain/people/may';
import type { By, Who } from '$lib/domain/people/who';
import { refusedThing } from '../audit/refused';
import type { Reader, Tx } from '../db/open';
import { events, items, occasions } from '../db/schema';

/** Whether somebody runs the sign-ups and the doors of an event; never of one there is not. */
export async function runsEvent(db: Reader, who: Who | null, id: string): Promise<boolean> {
	const [row] = await db
		.select({ town: events.townSlug, placeId: events.placeId, organization: items.organization })
		.from(events)
		.leftJoin(items, and(eq(items.noun, 'events'), eq(items.id, events.id)))
		.where(eq(events.id, id));
	return !!row && mayRunEvent(who, eventThing(id, row.town, row.placeId, row.organization));
}

/** {@link runsEvent} inside the transaction of a deed; what is not theirs to do is recorded. */
export async function maySetUp(tx: Tx, by: By, id: string, deed: string): Promise<boolean> {
	if (await runsEvent(tx, by.who, id)) return true;
	await refusedThing(tx, by, 'events', id, deed);
	return false;
}

/** {@link maySetUp} for the event a date is of; a date there is not is nobody’s. */
export async function maySetUpDate(
	tx: Tx,
	by: By,
	occasionId: string,
	deed: string
): Promise<boolean> {
	const [row] = await tx
		.select({ event: occasions.eventId })
		.from(occasions)
		.where(eq(occasions.id, occasionId));
	return !!row && (await maySetUp(tx, by, row.event, deed));
}
