import { and, eq } from 'drizzle-orm';
import type { Admission } from '$lib/domain/events/admission';
import { whyShut, windowOf } from '$lib/domain/events/admission-window';
import type { Bilingual } from '$lib/domain/text';
import { pair } from '$lib/domain/text';
import type { Reader } from '../db/open';
import { given, prepared } from '../db/prepared';
import { admissions, events, occasions, places, seatDraws } from '../db/schema';

/** A date with its event and how one signs up for it. */
export interface Ground {
	occasion: Pick<
		typeof occasions.$inferSelect,
		'id' | 'key' | 'startsAt' | 'endsAt' | 'standing' | 'capacity' | 'sequence' | 'publishedAt'
	>;
	event: {
		id: string;
		slug: string;
		title: Bilingual;
		standing: 'scheduled' | 'postponed' | 'cancelled';
		publishedAt: number | null;
		town: string | null;
	};
	place: Bilingual | null;
	placeSlug: string | null;
	venue: Bilingual | null;
	plan: Admission;
	open: boolean;
	revision: number;
	/** Whether its list is sealed for a draw: nobody joins it any more, whatever becomes of the date. */
	sealed: boolean;
}

const picked = {
	occasion: {
		id: occasions.id,
		key: occasions.key,
		startsAt: occasions.startsAt,
		endsAt: occasions.endsAt,
		standing: occasions.standing,
		capacity: occasions.capacity,
		sequence: occasions.sequence,
		publishedAt: occasions.publishedAt
	},
	event: {
		id: events.id,
		slug: events.slug,
		titleZh: events.titleZh,
		titleEn: events.titleEn,
		standing: events.standing,
		publishedAt: events.publishedAt,
		venueZh: events.venueNoteZh,
		venueEn: events.venueNoteEn,
		town: events.townSlug
	},
	place: { slug: places.slug, zh: places.nameZh, en: places.nameEn },
	admission: { plan: admissions.plan, open: admissions.open, revision: admissions.revision },
	sealedAt: seatDraws.sealedAt
};

const one = prepared((tx) =>
	tx
		.select(picked)
		.from(occasions)
		.innerJoin(events, eq(events.id, occasions.eventId))
		.innerJoin(admissions, eq(admissions.eventId, events.id))
		.leftJoin(places, eq(places.id, events.placeId))
		.leftJoin(seatDraws, eq(seatDraws.occasionId, occasions.id))
		.where(eq(occasions.id, given('occasion')))
);
const named = prepared((tx) =>
	tx
		.select(picked)
		.from(occasions)
		.innerJoin(events, eq(events.id, occasions.eventId))
		.innerJoin(admissions, eq(admissions.eventId, events.id))
		.leftJoin(places, eq(places.id, events.placeId))
		.leftJoin(seatDraws, eq(seatDraws.occasionId, occasions.id))
		.where(eq(events.slug, given('slug')))
);

type Row = Awaited<ReturnType<typeof one>>[number];

const groundFrom = ({ occasion, event, place, admission, sealedAt }: Row): Ground => ({
	occasion,
	event: {
		...{ id: event.id, slug: event.slug, standing: event.standing },
		...{ publishedAt: event.publishedAt, town: event.town },
		title: { zh: event.titleZh, en: event.titleEn }
	},
	place: place && pair(place.zh, place.en),
	placeSlug: place?.slug ?? null,
	venue: pair(event.venueZh, event.venueEn),
	...admission,
	sealed: admission.plan.mode === 'draw' && sealedAt !== null
});

/** The ground of a date; null when there is none, or nobody signs up for it. */
export async function groundOf(db: Reader, occasionId: string): Promise<Ground | null> {
	const [row] = await one(db, { occasion: occasionId });
	return row ? groundFrom(row) : null;
}

/** The published dates of an event with this address and what they stand on, in order of time. */
export async function groundsOf(db: Reader, slug: string, now: number): Promise<Ground[]> {
	const rows = await named(db, { slug });
	return rows
		.map(groundFrom)
		.filter((ground) => isPublic(ground, now))
		.sort((a, b) => a.occasion.startsAt - b.occasion.startsAt);
}

/** Whether the public may know of a date. */
export const isPublic = ({ occasion, event }: Ground, now: number): boolean =>
	event.publishedAt !== null &&
	event.publishedAt <= now &&
	occasion.publishedAt !== null &&
	occasion.publishedAt <= now;

/** Why nobody can sign up for a date now; null when one can. */
export const shutNow = ({ occasion, event, plan, open, sealed }: Ground, now: number) =>
	whyShut(
		plan,
		{
			startsAt: occasion.startsAt,
			publishedAt: event.publishedAt,
			standings: [event.standing, occasion.standing],
			open,
			sealed
		},
		now
	);

export const windowHere = ({ occasion, event, plan }: Ground) =>
	windowOf(plan, { startsAt: occasion.startsAt, publishedAt: event.publishedAt });

const called = prepared((tx) =>
	tx
		.select(picked)
		.from(occasions)
		.innerJoin(events, eq(events.id, occasions.eventId))
		.innerJoin(admissions, eq(admissions.eventId, events.id))
		.leftJoin(places, eq(places.id, events.placeId))
		.leftJoin(seatDraws, eq(seatDraws.occasionId, occasions.id))
		.where(and(eq(events.slug, given('slug')), eq(occasions.key, given('key'))))
);

/** The date an address means; whether it is public is decided when it matters. */
export async function groundCalled(db: Reader, slug: string, key: string): Promise<Ground | null> {
	const [row] = await called(db, { slug, key });
	return row ? groundFrom(row) : null;
}
