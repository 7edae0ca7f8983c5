import { eq } from 'drizzle-orm';
import type { VenueSpan } from '$lib/domain/events/venue';
import { venueEnd } from '$lib/domain/events/venue';
import { layOut } from '$lib/domain/events/lay-out';
import type { TimePrecision, When } from '$lib/domain/events/when';
import type { Content } from '$lib/domain/studio/field';
import { officeCalendar } from '../calendar';
import type { Reader } from '../db/open';
import { events, occasions } from '../db/schema';
import { placeAt } from '../studio/nouns/references';

/** The place an event wants, and the dates that nobody has to be asked about are left out. */
export interface Wanted {
	placeId: string;
	precision: TimePrecision;
	spans: VenueSpan[];
}

/**
 * When and where a content of an event would take place from now on. Left out is what is over, what
 * was called off, and what the public reads already: that it takes place there was settled before.
 */
export async function wantedBy(
	db: Reader,
	eventId: string,
	content: Content,
	now: number
): Promise<Wanted | null> {
	const { place, when } = content as unknown as { place?: string | null; when: When };
	const at = await placeAt(db, place);
	if (!at) return null;
	const { kind } = await officeCalendar(db);
	const laid = layOut(when, (day) => kind(day).works);
	if (!laid.ok) return null;
	const [row] = await db
		.select({ placeId: events.placeId, publishedAt: events.publishedAt })
		.from(events)
		.where(eq(events.id, eventId));
	const here = row?.placeId === at.id && row.publishedAt !== null;
	const stood = new Map(
		(await db.select().from(occasions).where(eq(occasions.eventId, eventId))).map((date) => [
			date.key,
			date
		])
	);
	const spans = laid.value.flatMap((date): VenueSpan[] => {
		const own = stood.get(date.key);
		if (own && own.standing !== 'scheduled') return [];
		// A date that was moved by hand stays where it is; the form only knows its first plan.
		const moved = own && own.startsAt !== date.startsAt;
		const span: VenueSpan = moved ? [own.startsAt, own.endsAt] : [date.startsAt, date.endsAt];
		if (venueEnd(span) <= now) return [];
		const read =
			here && own?.publishedAt != null && own.startsAt === span[0] && own.endsAt === span[1];
		return read ? [] : [span];
	});
	return { placeId: at.id, precision: when.precision, spans };
}
