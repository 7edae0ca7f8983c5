import { and, eq, ne } from 'drizzle-orm';
import type { VenueSpan } from '$lib/domain/events/venue';
import type { By } from '$lib/domain/people/who';
import type { Tx } from '../db/open';
import { newId, venueRequests } from '../db/schema';
import { tellHosts } from './mails';
import type { Venue } from './rights';
import type { Leave, VenueRow } from './stand';

/** What of a question the record of its act keeps. */
export interface AskedThen {
	request: string;
	place: string;
	dates: number[];
}

/** Takes questions of an event back that are not answered yet: all, those at one place, or all but those. */
export async function dropOpen(
	tx: Tx,
	by: By,
	eventId: string,
	at: { only?: string; except?: string } = {}
): Promise<void> {
	await tx
		.update(venueRequests)
		.set({ state: 'withdrawn', answeredBy: by.who?.id ?? null, answeredAt: by.now })
		.where(
			and(
				eq(venueRequests.eventId, eventId),
				eq(venueRequests.state, 'asked'),
				at.only === undefined ? undefined : eq(venueRequests.placeId, at.only),
				at.except === undefined ? undefined : ne(venueRequests.placeId, at.except)
			)
		);
}

/** What a new question is about. */
interface Question {
	event: { id: string; titleZh: string; titleEn: string | null };
	venue: Venue;
	spans: readonly VenueSpan[];
	precision: VenueRow['precision'];
	heads?: number | null;
	note?: string | null;
}

/** Puts a question to those who answer for a place. The caller has seen that none stands there, and records it. */
export async function putQuestion(
	tx: Tx,
	by: By,
	{ event, venue, spans, precision, heads = null, note = null }: Question
): Promise<AskedThen> {
	const id = newId(by.now);
	const values = {
		...{ id, eventId: event.id, placeId: venue.id, spans: [...spans], precision, heads, note },
		...{ state: 'asked' as const, askedBy: by.who?.id ?? null, askedAt: by.now }
	};
	await tx.insert(venueRequests).values(values);
	await tellHosts(tx, { template: 'venue-asked', id, event, venue, spans, precision, now: by.now });
	return { request: id, place: venue.id, dates: spans.map(([at]) => at) };
}

/**
 * Asks for the dates of an event that nobody was asked about, in the transaction that submits it.
 * What stands open and still fits is left alone; what does not fit any more is taken back.
 * @returns what was asked, for the record of the act; null when nothing was
 */
export async function askFor(
	tx: Tx,
	by: By,
	event: Question['event'],
	leave: Leave | null
): Promise<AskedThen | null> {
	await dropOpen(tx, by, event.id, leave ? { except: leave.venue.id } : {});
	if (!leave) return null;
	const { venue, wanted, rows, stand } = leave;
	const open = rows.find(({ state }) => state === 'asked');
	const wants = new Set(stand.open.map(String));
	const fits = !!open && open.spans.every((span) => wants.has(String(span)));
	if (fits && !stand.fresh.length) return null;
	await dropOpen(tx, by, event.id);
	const spans = [...stand.open, ...stand.fresh].sort((a, b) => a[0] - b[0]);
	if (!spans.length) return null;
	const { heads = null, note = null } = open ?? rows.at(-1) ?? {};
	return putQuestion(tx, by, {
		...{ event, venue, spans, precision: wanted.precision, heads, note }
	});
}
