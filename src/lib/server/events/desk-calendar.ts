import { and, eq, gt, isNotNull, lt, sql } from 'drizzle-orm';
import { eventThing } from '$lib/domain/events/standing-rights';
import { clashes } from '$lib/domain/events/venue-clash';
import { localMoment } from '$lib/domain/hours';
import { isOffice, manages, mayOrganize, mayReceive } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import { pair } from '$lib/domain/text';
import type { Bilingual } from '$lib/domain/text';
import { daysBetween } from '$lib/domain/visits/inbox';
import type { Sheet } from '$lib/domain/visits/inbox';
import { momentOf } from '$lib/domain/visits/slots';
import { officeCalendar } from '../calendar';
import { publicContests } from '../contests/public';
import type { Db } from '../db/open';
import { events, occasions, places } from '../db/schema';
import { visitsBetween } from '../visits/inbox';

/** Something on a day of the office’s calendar. */
interface CalendarLine {
	key: string;
	kind: 'event' | 'visit' | 'opens' | 'closes';
	/** Moment it begins, and ends where known. */
	at: number;
	endsAt: number | null;
	title: Bilingual;
	place: Bilingual | null;
	/** Address without language. */
	path: string;
	standing: 'scheduled' | 'postponed' | 'cancelled';
	/** Titles of what takes place there at the same time. */
	clashes: Bilingual[];
	/** False where only the day is known. */
	timed: boolean;
}

const DAY = 86_400_000;

/** Everything between two days that somebody may see: events, visits of groups, dates of contests. */
export async function calendarOf(db: Db, who: Who | null, sheet: Sheet, now: number) {
	const [from, to] = [momentOf(sheet.from, 0), momentOf(sheet.to, 0) + DAY];
	const office = isOffice(who) || mayOrganize(who);
	const rows = await db
		.select({ date: occasions, event: events, place: { zh: places.nameZh, en: places.nameEn } })
		.from(occasions)
		.innerJoin(events, eq(events.id, occasions.eventId))
		.leftJoin(places, eq(places.id, events.placeId))
		.where(
			and(
				isNotNull(occasions.publishedAt),
				lt(occasions.startsAt, to),
				gt(sql`coalesce(${occasions.endsAt}, ${occasions.startsAt} + 1)`, from)
			)
		)
		.orderBy(occasions.startsAt)
		.limit(2000);
	const seen = rows.filter(
		({ event }) => office || manages(who, eventThing(event.id, event.townSlug, event.placeId))
	);
	const stands = seen.filter(
		({ date, event }) => date.standing === 'scheduled' && event.standing === 'scheduled'
	);
	const titles = new Map(
		seen.map(({ date, event }) => [date.id, { zh: event.titleZh, en: event.titleEn }])
	);
	const clash = clashes(
		stands
			.filter(({ event }) => event.precision === 'minute')
			.map(({ date, event }) => ({ ...date, placeId: event.placeId }))
	);
	const lines: CalendarLine[] = seen.map(({ date, event, place }) => ({
		...{ key: date.id, kind: 'event', at: date.startsAt, endsAt: date.endsAt },
		...{ title: titles.get(date.id)!, place: place && pair(place.zh, place.en) },
		path: `/studio/events/${event.id}/dates`,
		standing: event.standing === 'scheduled' ? date.standing : event.standing,
		clashes: (clash.get(date.id) ?? []).map((id) => titles.get(id)!),
		timed: event.precision === 'minute'
	}));
	if (mayReceive(who))
		for (const visit of await visitsBetween(db, who, { ...sheet, place: '' }, now)) {
			const { zh, en } = visit.place;
			lines.push({
				...{ key: visit.id, kind: 'visit', at: momentOf(visit.day, visit.starts), endsAt: null },
				...{
					title: { zh: `${visit.code}（${visit.heads} 人）`, en: `${visit.code} (${visit.heads})` }
				},
				...{ place: { zh, en }, path: `/studio/visits/${visit.id}`, standing: 'scheduled' },
				...{ clashes: [], timed: true }
			});
		}
	if (office)
		for (const { contest, editions } of await publicContests(db, now))
			for (const edition of editions)
				for (const [kind, at] of [
					['opens', edition.opensAt],
					['closes', edition.closesAt]
				] as const)
					if (at !== null && at >= from && at < to)
						lines.push({
							...{ key: `${edition.id} ${kind}`, kind, at, endsAt: null, title: edition.title },
							...{ place: null, path: `/contests/${contest.slug}/${edition.slug}` },
							...{ standing: 'scheduled', clashes: [], timed: true }
						});
	const working = await officeCalendar(db);
	const today = localMoment(now).day;
	const days = daysBetween(sheet.from, sheet.to).map((day) => {
		const [start, end] = [momentOf(day, 0), momentOf(day, 0) + DAY];
		const kind = working.kind(day);
		return {
			...{ day, works: kind.works, name: kind.name },
			lines: lines
				.filter(({ at, endsAt }) => at < end && (at >= start || (endsAt ?? 0) > start))
				.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
		};
	});
	return { days, today, clashing: clash.size };
}
