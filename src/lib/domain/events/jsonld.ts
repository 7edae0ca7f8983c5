import { href, tagOf } from '../locale';
import type { JsonLd, Speaker } from '../jsonld';
import { say } from '../text';
import type { Bilingual } from '../text';
import { stampOf, dayStamp } from '../when';
import type { Standing } from './event';
import type { TimePrecision } from './when';

const STATUS: Record<Standing, string> = {
	scheduled: 'https://schema.org/EventScheduled',
	postponed: 'https://schema.org/EventPostponed',
	cancelled: 'https://schema.org/EventCancelled'
};
/** Search engines read a page of dates, not a register. */
const MOST = 20;

/**
 * The dates of an event as schema.org `Event`s, one each; what is only known to the day is given as
 * a day.
 */
export function eventData(
	event: {
		slug: string;
		title: Bilingual;
		summary: Bilingual | null;
		precision: TimePrecision;
		standing: Standing;
		price: number;
		host: Bilingual | null;
		place: { slug: string; name: Bilingual; lon: number | null; lat: number | null } | null;
		venueNote: Bilingual | null;
		dates: readonly { id: string; startsAt: number; endsAt: number | null; standing: Standing }[];
	},
	publisher: Bilingual,
	{ origin, locale }: Speaker
): JsonLd[] {
	const url = origin + href(locale, `/events/${event.slug}`);
	const time = (at: number) => (event.precision === 'minute' ? stampOf(at) : dayStamp(at));
	const { place } = event;
	return event.dates.slice(0, MOST).map((date) => ({
		'@type': 'Event',
		'@id': `${origin}/events/${event.slug}#${date.id}`,
		url,
		name: say(event.title, locale),
		...(event.summary ? { description: say(event.summary, locale) } : {}),
		inLanguage: tagOf(locale),
		startDate: time(date.startsAt),
		...(date.endsAt === null
			? {}
			: { endDate: time(event.precision === 'minute' ? date.endsAt : date.endsAt - 1) }),
		eventStatus: STATUS[event.standing === 'scheduled' ? date.standing : event.standing],
		eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
		...(place || event.venueNote
			? {
					location: {
						'@type': 'Place',
						name: say(place?.name ?? event.venueNote, locale),
						...(place ? { url: origin + href(locale, `/places/${place.slug}`) } : {}),
						...(place && place.lon !== null && place.lat !== null
							? {
									geo: { '@type': 'GeoCoordinates', longitude: place.lon, latitude: place.lat }
								}
							: {})
					}
				}
			: {}),
		organizer: { '@type': 'Organization', name: say(event.host ?? publisher, locale) },
		isAccessibleForFree: event.price === 0
	}));
}
