import { and, asc, eq, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { ListQuery } from '$lib/domain/events/attendance-list';
import { wantedCode } from '$lib/domain/events/attendance-list';
import type { By } from '$lib/domain/people/who';
import { refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Reader } from '../db/open';
import { admissions, bookings, seatCounts } from '../db/schema';
import { write } from '../db/write';
import { refuseBooking } from '../signups/cancel';
import { saidIn } from '../signups/personal';
import { datesOf, deskEvent } from './desk';

/** Sign-ups of one page. */
export const LIST_PAGE = 50;

/** Which date a query means: the one it names, else the next, else the last. */
async function dateOf(db: Reader, eventId: string, wanted: string, now: number) {
	const dates = await datesOf(db, eventId);
	const date =
		dates.find(({ id }) => id === wanted) ??
		dates.find(({ startsAt, endsAt }) => (endsAt ?? startsAt) > now) ??
		dates.at(-1);
	return { dates, date: date ?? null };
}

function asked(occasionId: string, query: ListQuery): SQL | undefined {
	const code = query.code.trim() ? (wantedCode(query) ?? '-') : null;
	return and(
		eq(bookings.occasionId, occasionId),
		query.state ? eq(bookings.state, query.state) : undefined,
		code === null ? undefined : eq(bookings.code, code)
	);
}

// Those on the list in its order, everybody else in the order they came.
const order = [sql`${bookings.turn} IS NULL`, asc(bookings.turn), asc(bookings.id)];

/** The sign-ups of a date without anything personal, with its counts. */
export async function signUpsOf(db: Reader, eventId: string, query: ListQuery, now: number) {
	const { dates, date } = await dateOf(db, eventId, query.date, now);
	const [admission] = await db.select().from(admissions).where(eq(admissions.eventId, eventId));
	const zones = Object.fromEntries(
		(admission?.plan.zones ?? []).map(({ id, name }) => [id, name] as const)
	);
	if (!date) return { dates, date, zones, rows: [], total: 0, heads: 0, counts: [], states: {} };
	const where = asked(date.id, query);
	const [sum] = await db
		.select({
			total: sql<number>`count(*)`.mapWith(Number),
			heads: sql<number>`coalesce(sum(${bookings.heads}), 0)`.mapWith(Number)
		})
		.from(bookings)
		.where(where);
	const states = await db
		.select({ state: bookings.state, n: sql<number>`count(*)`.mapWith(Number) })
		.from(bookings)
		.where(eq(bookings.occasionId, date.id))
		.groupBy(bookings.state);
	const rows = await db
		.select({
			...{ id: bookings.id, code: bookings.code, state: bookings.state, heads: bookings.heads },
			...{ zone: bookings.zone, seats: bookings.seats, turn: bookings.turn, came: bookings.came },
			...{ group: bookings.group, at: bookings.createdAt }
		})
		.from(bookings)
		.where(where)
		.orderBy(...order)
		.limit(LIST_PAGE)
		.offset((query.page - 1) * LIST_PAGE);
	return {
		...{ dates, date, zones, rows, total: sum!.total, heads: sum!.heads },
		states: Object.fromEntries(states.map(({ state, n }) => [state, n])),
		counts: await db.select().from(seatCounts).where(eq(seatCounts.occasionId, date.id))
	};
}

/** Who is behind the sign-ups of a page; that somebody looked is recorded. */
export async function personsOf(db: Db, by: By, eventId: string, query: ListQuery) {
	const event = await deskEvent(db, by.who, eventId);
	if (!event?.mayReach) return null;
	const { date } = await dateOf(db, eventId, query.date, by.now);
	if (!date) return null;
	const rows = await db
		.select()
		.from(bookings)
		.where(asked(date.id, query))
		.orderBy(...order)
		.limit(LIST_PAGE)
		.offset((query.page - 1) * LIST_PAGE);
	await write(db, (tx) =>
		record(tx, by, {
			...{ act: 'view', noun: 'bookings', id: eventId, title: event.title.zh },
			after: { date: date.key, total: rows.length }
		})
	);
	return Object.fromEntries(
		rows.map((row) => {
			const said = saidIn(row);
			const shown = said && {
				...{ name: said.name, mail: said.mail, phone: said.phone, group: said.group }
			};
			return [row.id, shown] as const;
		})
	);
}

/** Takes a sign-up out, by whoever may reach those who signed up for this event. */
export async function refuseHere(
	db: Db,
	by: By,
	eventId: string,
	{ id, why }: { id: string; why: string }
): Promise<Ruled<{ code: string }>> {
	const event = await deskEvent(db, by.who, eventId);
	const [row] = await db.select().from(bookings).where(eq(bookings.id, id));
	if (!event?.mayReach || row?.eventId !== eventId) return refuse({ field: '', reason: 'gone' });
	const done = await refuseBooking(db, by, id, why);
	return done.ok ? { ok: true, value: { code: row.code } } : done;
}
