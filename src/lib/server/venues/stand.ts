import { and, asc, eq, sql } from 'drizzle-orm';
import { venueLack, venueStand } from '$lib/domain/events/venue';
import type { VenueSpan, VenueStand } from '$lib/domain/events/venue';
import { mayOccupy } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import type { Refusal } from '$lib/domain/refusal';
import type { Content } from '$lib/domain/studio/field';
import type { VenuePanel } from '$lib/domain/studio/panel';
import type { Reader } from '../db/open';
import { venueRequests } from '../db/schema';
import { venueOf } from './rights';
import type { Venue } from './rights';
import { wantedBy } from './wanted';
import type { Wanted } from './wanted';

export type VenueRow = typeof venueRequests.$inferSelect;

/** Every question of an event, oldest first; of one place only where one is named. */
export const askedOf = (db: Reader, eventId: string, placeId?: string): Promise<VenueRow[]> =>
	db
		.select()
		.from(venueRequests)
		.where(
			and(
				eq(venueRequests.eventId, eventId),
				placeId === undefined ? undefined : eq(venueRequests.placeId, placeId)
			)
		)
		// In one millisecond as they came.
		.orderBy(asc(venueRequests.askedAt), sql`rowid`);

/** What an event wants at whose place, and how far that is agreed. */
export interface Leave {
	venue: Venue;
	wanted: Wanted;
	rows: VenueRow[];
	stand: VenueStand;
}

/**
 * How the place of a content of an event stands; null where nobody needs to be asked.
 * @param maker who submits it, or did; null for the portal itself, which asks nobody
 */
export async function leaveOf(
	db: Reader,
	{ id, content, maker, now }: { id: string; content: Content; maker: Who | null; now: number }
): Promise<Leave | null> {
	const wanted = maker && (await wantedBy(db, id, content, now));
	const venue = wanted && (await venueOf(db, wanted.placeId));
	if (!wanted || !venue || mayOccupy(maker, venue.thing, venue.managed)) return null;
	const rows = await askedOf(db, id, venue.id);
	return { venue, wanted, rows, stand: venueStand(wanted.spans, rows) };
}

/** What a refusal says of dates that are not agreed. */
const lackAt = (
	{ zh, en }: Pick<Venue, 'zh' | 'en'>,
	{ reason, spans }: { reason: string; spans: readonly VenueSpan[] },
	precision: string
): Refusal => ({
	field: 'place',
	reason,
	detail: { zh, en: en ?? zh, first: spans[0]![0], count: spans.length, precision }
});

/** Why a content cannot become public at its place. */
export function lacking(leave: Leave | null): Refusal[] {
	const lack = leave && venueLack(leave.stand);
	return lack ? [lackAt(leave.venue, lack, leave.wanted.precision)] : [];
}

/** Why a content cannot even be submitted: somebody said no to it, and nobody asked again. */
export const refusedAt = (leave: Leave | null): Refusal[] =>
	leave?.stand.declined.length ? lacking(leave) : [];

/** How the place stands, for the panel of the review. */
export function venuePanel(leave: Leave | null): VenuePanel | null {
	if (!leave) return null;
	const { venue, wanted, rows, stand } = leave;
	const last = rows.findLast(({ state }) => state !== 'withdrawn') ?? null;
	if (!last && !stand.fresh.length) return null;
	return {
		...{ place: { zh: venue.zh, en: venue.en }, precision: wanted.precision, stand },
		request: last && { id: last.id, why: last.why, overridden: last.overridden }
	};
}
