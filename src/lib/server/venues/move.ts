import { eq } from 'drizzle-orm';
import { venueStand } from '$lib/domain/events/venue';
import type { VenueSpan } from '$lib/domain/events/venue';
import { mayOccupy } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import type { Refusal } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Tx } from '../db/open';
import { events } from '../db/schema';
import { dropOpen, putQuestion } from './ask';
import { venueOf } from './rights';
import { askedOf } from './stand';

/**
 * Why a date that is public cannot move to another time at its place: those who answer for the place
 * have not agreed. Where nobody was asked yet, this asks them, and that is the one thing that happens.
 * @returns null when it may move
 */
export async function againstMove(
	tx: Tx,
	by: By,
	eventId: string,
	span: VenueSpan
): Promise<Refusal | null> {
	const [event] = await tx.select().from(events).where(eq(events.id, eventId));
	const venue = event?.placeId ? await venueOf(tx, event.placeId) : null;
	if (!event || !venue || mayOccupy(by.who, venue.thing, venue.managed)) return null;
	const rows = await askedOf(tx, eventId, venue.id);
	const stand = venueStand([span], rows);
	if (stand.granted.length) return null;
	if (stand.open.length) return { field: 'from', reason: 'venue-open' };
	if (stand.declined.length) return { field: 'from', reason: 'venue-declined' };
	const open = rows.find(({ state }) => state === 'asked');
	if (open) await dropOpen(tx, by, eventId, { only: venue.id });
	const spans = [...(open?.spans ?? []), span].sort((a, b) => a[0] - b[0]);
	const { id, titleZh, titleEn, precision } = event;
	const then = await putQuestion(tx, by, {
		...{ event: { id, titleZh, titleEn }, venue, spans, precision },
		...(open ? { heads: open.heads, note: open.note } : {})
	});
	await record(tx, by, {
		...{ act: 'ask-venue', noun: 'events', id, title: titleZh, after: { ...then } }
	});
	return { field: 'from', reason: 'venue-asked' };
}
