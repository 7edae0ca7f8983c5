import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { dateSpan } from '$lib/domain/events/date-text';
import type { VenueSpan } from '$lib/domain/events/venue';
import type { TimePrecision } from '$lib/domain/events/when';
import { href } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { isAddress } from '$lib/domain/mail';
import { say } from '$lib/domain/text';
import type { Tx } from '../db/open';
import { people } from '../db/schema';
import { mail } from '../mail';
import { hostsOf } from './rights';
import type { Venue } from './rights';

type VenueMail =
	'venue-asked' | 'venue-granted' | 'venue-partly' | 'venue-declined' | 'venue-overridden';

/** What a mail about a place tells. */
interface VenueNews {
	template: VenueMail;
	/** Id of the question. */
	id: string;
	event: { titleZh: string; titleEn: string | null };
	venue: Venue;
	spans: readonly VenueSpan[];
	precision: TimePrecision;
	note?: string | null;
	now: number;
}

/** Dates a mail names; of more it says how many. */
const NAMED = 3;

/** Dates in words, the first few of them. */
function datesText(spans: readonly VenueSpan[], precision: TimePrecision, locale: Locale): string {
	const named = spans
		.slice(0, NAMED)
		.map(([startsAt, endsAt]) => dateSpan({ startsAt, endsAt }, precision, locale))
		.join(locale === 'en' ? '; ' : '；');
	if (spans.length <= NAMED) return named;
	return locale === 'en'
		? `${named} and ${spans.length - NAMED} more dates`
		: `${named}等 ${spans.length} 场`;
}

type Person = Pick<typeof people.$inferSelect, 'name' | 'email' | 'locale'>;

async function send(tx: Tx, { name, email, locale }: Person, news: VenueNews): Promise<void> {
	if (!isAddress(email)) return;
	const { template, id, event, venue, spans, precision, note, now } = news;
	await mail(tx, {
		...{ to: email, template, locale, now },
		values: {
			...{ name, title: (locale === 'en' && event.titleEn) || event.titleZh },
			...{ place: say(venue, locale), when: datesText(spans, precision, locale) },
			...{ note: note || '—', link: href(locale, `/studio/venues/${id}`) }
		}
	});
}

/** Tells those who answer for a place. */
export async function tellHosts(tx: Tx, news: VenueNews): Promise<void> {
	for (const person of await hostsOf(tx, news.venue)) await send(tx, person, news);
}

/** Tells whoever asked. */
export async function tellAsker(tx: Tx, asker: string | null, news: VenueNews): Promise<void> {
	if (asker === null) return;
	const [person] = await tx
		.select({ name: people.name, email: people.email, locale: people.locale })
		.from(people)
		.where(and(eq(people.id, asker), isNull(people.disabledAt), isNotNull(people.emailVerifiedAt)));
	if (person) await send(tx, person, news);
}
