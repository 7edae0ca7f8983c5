import { and, asc, count, desc, eq, gt, gte, inArray, lt, max, min, or, sql } from 'drizzle-orm';
import type { EventFilter } from '$lib/domain/events/filter';
import type { Reader } from '../db/open';
import { events, occasions } from '../db/schema';
import { asked, coming, over } from './asked';
import { dateView, told, view } from './shown';
import type { DateShown, EventShown } from './shown';

async function byId(
	db: Reader,
	ids: readonly string[],
	at: number
): Promise<Map<string, EventShown>> {
	if (!ids.length) return new Map();
	const rows = await told(db, at).where(inArray(events.id, [...ids]));
	return new Map(rows.map((row) => [row.id, view(row)]));
}

/**
 * Events a filter asks for, each once: what comes by its next date, what was by its last, newest first.
 * Behind the last there are none, and none are counted.
 * @param at ms since the epoch
 */
export async function list(
	db: Reader,
	filter: EventFilter,
	at: number,
	{ limit, offset = 0 }: { limit: number; offset?: number }
): Promise<{ total: number; events: (EventShown & { date: DateShown; dates: number })[] }> {
	const conditions = await asked(db, filter, at);
	if (conditions === null) return { total: 0, events: [] };
	const where = and(conditions, filter.past ? over(at) : coming(at));
	const first = filter.past ? max(occasions.startsAt) : min(occasions.startsAt);
	const rows = await db
		.select({
			id: occasions.eventId,
			at: first,
			dates: count(),
			// Counts the events, in the same walk.
			total: sql<number>`count(*) OVER ()`
		})
		.from(occasions)
		.innerJoin(events, eq(events.id, occasions.eventId))
		.where(where)
		.groupBy(occasions.eventId)
		.orderBy(filter.past ? desc(first) : asc(first), asc(occasions.eventId))
		.limit(limit)
		.offset(offset);
	const known = await byId(
		db,
		rows.map(({ id }) => id),
		at
	);
	const dates = rows.length
		? await db
				.select()
				.from(occasions)
				.where(
					or(
						...rows.map((row) =>
							and(eq(occasions.eventId, row.id), eq(occasions.startsAt, row.at!))
						)
					)
				)
		: [];
	const dateOf = new Map(dates.map((date) => [date.eventId, date]));
	return {
		total: rows[0]?.total ?? 0,
		events: rows.flatMap(({ id, dates }) => {
			const [event, date] = [known.get(id), dateOf.get(id)];
			return event && date ? [{ ...event, dates, date: dateView(date) }] : [];
		})
	};
}

/** Most dates a month, a week or a calendar file holds. */
export const MOST_DATES = 2000;

/** From inclusive, to exclusive; ms since the epoch, null is open. */
export interface Stretch {
	from: number | null;
	to: number | null;
}

/** The condition of dates that touch a stretch of time. */
export const touches = ({ from, to }: Stretch) =>
	and(
		to === null ? undefined : lt(occasions.startsAt, to),
		from === null ? undefined : or(gt(occasions.endsAt, from), gte(occasions.startsAt, from))
	);

/** Dates that touch a stretch of time, in order, each with its event. */
export async function between(
	db: Reader,
	filter: EventFilter,
	at: number,
	stretch: Stretch
): Promise<(EventShown & { date: DateShown })[]> {
	const conditions = await asked(db, filter, at);
	if (conditions === null) return [];
	const rows = await db
		.select({ date: occasions })
		.from(occasions)
		.innerJoin(events, eq(events.id, occasions.eventId))
		.where(and(conditions, touches(stretch)))
		.orderBy(asc(occasions.startsAt), asc(occasions.id))
		.limit(MOST_DATES);
	const known = await byId(db, [...new Set(rows.map(({ date }) => date.eventId))], at);
	return rows.flatMap(({ date }) => {
		const event = known.get(date.eventId);
		return event ? [{ ...event, date: dateView(date) }] : [];
	});
}
