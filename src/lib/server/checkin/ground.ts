import { eq } from 'drizzle-orm';
import type { Door } from '$lib/domain/events/checkin';
import { doorWindow } from '$lib/domain/events/checkin-window';
import type { Bilingual } from '$lib/domain/text';
import { pair } from '$lib/domain/text';
import type { Reader } from '../db/open';
import { doorRules, events, occasions, places } from '../db/schema';

/** A date as those at its door need it. */
export interface DoorGround {
	door: Door;
	eventId: string;
	title: Bilingual;
	place: Bilingual | null;
	venue: Bilingual | null;
	startsAt: number;
	endsAt: number | null;
	/** Whether people come in who did not sign up. */
	walkins: boolean;
}

/** The door of a date; null for a date there is not. */
export async function doorGround(db: Reader, occasionId: string): Promise<DoorGround | null> {
	const [row] = await db
		.select({
			occasion: {
				startsAt: occasions.startsAt,
				endsAt: occasions.endsAt,
				standing: occasions.standing
			},
			event: {
				id: events.id,
				titleZh: events.titleZh,
				titleEn: events.titleEn,
				standing: events.standing,
				venueZh: events.venueNoteZh,
				venueEn: events.venueNoteEn
			},
			place: { zh: places.nameZh, en: places.nameEn },
			walkins: doorRules.walkins
		})
		.from(occasions)
		.innerJoin(events, eq(events.id, occasions.eventId))
		.leftJoin(places, eq(places.id, events.placeId))
		.leftJoin(doorRules, eq(doorRules.occasionId, occasions.id))
		.where(eq(occasions.id, occasionId));
	if (!row) return null;
	const { occasion, event, place } = row;
	return {
		door: {
			occasion: occasionId,
			...doorWindow(occasion),
			off: event.standing !== 'scheduled' || occasion.standing !== 'scheduled'
		},
		eventId: event.id,
		title: { zh: event.titleZh, en: event.titleEn },
		place: place && pair(place.zh, place.en),
		venue: pair(event.venueZh, event.venueEn),
		startsAt: occasion.startsAt,
		endsAt: occasion.endsAt,
		walkins: row.walkins ?? false
	};
}
