import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { knownOf, monthOf, sumsBy, total } from '$lib/domain/events/attendance';
import type { Held, Published, Sum } from '$lib/domain/events/attendance';
import { eventTypes } from '$lib/domain/events/event';
import { eventThing } from '$lib/domain/events/standing-rights';
import { isOffice, manages, mayOrganize } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import type { Bilingual } from '$lib/domain/text';
import type { Reader } from '../db/open';
import { checkins, events, occasions } from '../db/schema';
import { all as allTowns } from '../towns';

/** Which part of the numbers somebody may see: the office all, a manager the own town or place. */
const sees = (who: Who | null, id: string, town: string | null, placeId: string | null) =>
	isOffice(who) || mayOrganize(who) || manages(who, eventThing(id, town, placeId));

/** What took place up to now, with the people counted at the door and the numbers published. */
async function heldUntil(
	db: Reader,
	who: Who | null,
	now: number,
	demonstration: boolean
): Promise<{ held: Held[]; published: Published[] }> {
	const counted = new Map(
		(
			await db
				.select({
					id: checkins.occasionId,
					heads: sql<number>`sum(${checkins.heads})`.mapWith(Number)
				})
				.from(checkins)
				.groupBy(checkins.occasionId)
		).map(({ id, heads }) => [id, Math.max(0, heads)])
	);
	const rows = await db
		.select({
			date: { id: occasions.id, startsAt: occasions.startsAt, endsAt: occasions.endsAt },
			event: {
				...{ id: events.id, type: events.type, town: events.townSlug, placeId: events.placeId },
				...{ attendance: events.attendance, invented: events.demonstration },
				synthetic: events.synthetic
			}
		})
		.from(occasions)
		.innerJoin(events, eq(events.id, occasions.eventId))
		.where(
			and(
				isNotNull(events.publishedAt),
				isNotNull(occasions.publishedAt),
				eq(events.standing, 'scheduled'),
				eq(occasions.standing, 'scheduled'),
				sql`coalesce(${occasions.endsAt}, ${occasions.startsAt}) <= ${now}`
			)
		)
		.orderBy(occasions.startsAt);
	const held: Held[] = [];
	const last = new Map<string, Published>();
	for (const { date, event } of rows) {
		if (event.synthetic || (event.invented && !demonstration)) continue;
		if (!sees(who, event.id, event.town, event.placeId)) continue;
		const own = { at: date.startsAt, eventId: event.id, type: event.type, town: event.town };
		held.push({ ...own, counted: counted.get(date.id) ?? null });
		if (event.attendance !== null) last.set(event.id, { ...own, people: event.attendance });
	}
	return { held, published: [...last.values()] };
}

export interface SumRow extends Sum {
	key: string;
	label: Bilingual | null;
}

/** Dates and people of one year by month, town and type, and of every year there is. */
export async function attendanceOf(
	db: Reader,
	who: Who | null,
	{ year, demonstration }: { year: string; demonstration: boolean },
	now: number
) {
	const { held, published } = await heldUntil(db, who, now, demonstration);
	const yearOf = ({ at }: { at: number }) => monthOf(at).slice(0, 4);
	const years = sumsBy(held, published, yearOf);
	const mine = <T extends { at: number }>(all: T[]) => all.filter((one) => yearOf(one) === year);
	// Whether there is a number is a matter of the whole event, also where it runs over New Year.
	const known = knownOf(held, published);
	const [heldHere, toldHere] = [mine(held), mine(published)];
	const by = (key: (one: Held | Published) => string) => sumsBy(heldHere, toldHere, key, known);
	const months = by(({ at }) => monthOf(at));
	const towns = by(({ town }) => town ?? '');
	const types = by(({ type }) => type);
	const rows = (sums: Map<string, Sum>, keys: readonly [string, Bilingual | null][]): SumRow[] =>
		keys.flatMap(([key, label]) => (sums.has(key) ? [{ key, label, ...sums.get(key)! }] : []));
	const names = (await allTowns(db)).map(({ slug, name }) => [slug, name] as const);
	return {
		year,
		sum: years.get(year) ?? total([]),
		years: rows(
			years,
			[...years.keys()]
				.sort()
				.reverse()
				.map((one) => [one, null])
		),
		months: rows(
			months,
			[...months.keys()].sort().map((one) => [one, null])
		),
		towns: rows(towns, [
			...names.map(([slug, name]) => [slug, name] as [string, Bilingual]),
			['', null]
		]),
		types: rows(
			types,
			eventTypes.map((type) => [type, null])
		)
	};
}
