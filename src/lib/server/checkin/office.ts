import { and, asc, eq, inArray } from 'drizzle-orm';
import { readBookingCode } from '$lib/domain/events/booking-code';
import type { Reader } from '../db/open';
import { bookings, checkins, events, gates, occasions } from '../db/schema';
import { saidIn } from '../signups/personal';

/** Sign-ups on one page of the list. */
export const PAGE_ROWS = 40;

export const present = ['all', 'absent', 'present'] as const;
type Present = (typeof present)[number];

interface DoorRow {
	id: string;
	code: string;
	/** Null once the personal data was deleted. */
	name: string | null;
	group: string | null;
	heads: number;
	came: number;
}

/** The event of a door page and its dates; null for an event there is not. */
export async function doorEvent(db: Reader, eventId: string) {
	const [event] = await db
		.select({ id: events.id, slug: events.slug, titleZh: events.titleZh, titleEn: events.titleEn })
		.from(events)
		.where(eq(events.id, eventId));
	if (!event) return null;
	const dates = await db
		.select({ id: occasions.id, startsAt: occasions.startsAt, standing: occasions.standing })
		.from(occasions)
		.where(eq(occasions.eventId, eventId))
		.orderBy(asc(occasions.startsAt))
		.limit(400);
	const { titleZh, titleEn, ...rest } = event;
	return { event: { ...rest, title: { zh: titleZh, en: titleEn } }, dates };
}

/** The date most wanted: the one that is on or comes next, else the last. */
export const nextDate = <T extends { startsAt: number }>(
	dates: readonly T[],
	now: number
): T | undefined => dates.find(({ startsAt }) => startsAt > now - 12 * 3_600_000) ?? dates.at(-1);

/** Those expected at a date; names lie sealed, so looking for one opens them all. */
export async function expectedAt(
	db: Reader,
	occasionId: string,
	{ q, who, page }: { q: string; who: Present; page: number }
): Promise<{ rows: DoorRow[]; total: number }> {
	const found = await db
		.select()
		.from(bookings)
		.where(and(eq(bookings.occasionId, occasionId), eq(bookings.state, 'confirmed')))
		.orderBy(asc(bookings.code));
	const code = readBookingCode(q);
	const wanted = q.normalize('NFKC').trim().toLowerCase();
	const parts = wanted.replace(/[\s-]/g, '').toUpperCase();
	const fits = (row: (typeof found)[number]): boolean => {
		if (who === 'absent' && row.came > 0) return false;
		if (who === 'present' && row.came === 0) return false;
		if (!wanted) return true;
		if (code ? row.code === code : parts.length > 2 && row.code.includes(parts)) return true;
		const said = saidIn(row);
		return [said?.name, said?.group].some((text) => text?.toLowerCase().includes(wanted));
	};
	const all = found.filter(fits);
	const rows = all.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS).map((row) => {
		const said = saidIn(row);
		return {
			...{ id: row.id, code: row.code, heads: row.heads, came: row.came },
			...{ name: said?.name ?? null, group: said?.group ?? null }
		};
	});
	return { rows, total: all.length };
}

/** Sign-ups of a date whose ticket was used twice, and where each of them passed. */
export async function doublesAt(
	db: Reader,
	occasionId: string
): Promise<{ code: string; passes: { at: number; heads: number; gate: string | null }[] }[]> {
	const twice = await db
		.selectDistinct({ id: checkins.bookingId })
		.from(checkins)
		.where(and(eq(checkins.occasionId, occasionId), eq(checkins.doubled, true)));
	if (!twice.length) return [];
	const rows = await db
		.select({
			code: bookings.code,
			at: checkins.deviceAt,
			heads: checkins.heads,
			gate: gates.name
		})
		.from(checkins)
		.innerJoin(bookings, eq(bookings.id, checkins.bookingId))
		.leftJoin(gates, eq(gates.id, checkins.gateId))
		.where(
			inArray(
				checkins.bookingId,
				twice.slice(0, 500).map(({ id }) => id)
			)
		)
		.orderBy(asc(bookings.code), asc(checkins.deviceAt));
	const codes = new Map<string, { at: number; heads: number; gate: string | null }[]>();
	for (const { code, ...pass } of rows) codes.set(code, [...(codes.get(code) ?? []), pass]);
	return [...codes].map(([code, passes]) => ({ code, passes }));
}
