import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { readBookingCode } from '$lib/domain/events/booking-code';
import type { By } from '$lib/domain/people/who';
import type { Bilingual } from '$lib/domain/text';
import { record } from '../audit';
import type { Db, Reader } from '../db/open';
import { audit, bookings, checkins, events, gates, occasions } from '../db/schema';
import { write } from '../db/write';
import { saidIn } from '../signups/personal';
import { zonesOf } from './list';

/** Sign-ups on one page of the list. */
export const PAGE_ROWS = 40;

export const present = ['all', 'absent', 'present'] as const;
type Present = (typeof present)[number];

interface DoorRow {
	id: string;
	code: string;
	/** Part of the hall; null for free seating. */
	zone: Bilingual | null;
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
	const zones = new Map((await zonesOf(db, occasionId)).map(({ id, name }) => [id, name]));
	const all = found.filter(fits);
	const rows = all.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS).map((row) => {
		const said = saidIn(row);
		return {
			...{ id: row.id, code: row.code, heads: row.heads, came: row.came },
			zone: zones.get(row.zone) ?? null,
			...{ name: said?.name ?? null, group: said?.group ?? null }
		};
	});
	return { rows, total: all.length };
}

/** How long somebody who opened the list has it open: reloading, searching and ticking are no other look. */
const OPENING = 3_600_000;

/**
 * Opens the list of those expected, with their names. Who did stands on the record, once for each
 * opening: again only an hour after the last.
 */
export async function openList(
	db: Db,
	by: By,
	occasionId: string,
	asked: { q: string; who: Present; page: number }
): Promise<{ rows: DoorRow[]; total: number }> {
	const list = await expectedAt(db, occasionId, asked);
	if (!by.who || !list.rows.length) return list;
	const mine = and(
		eq(audit.noun, 'occasions'),
		eq(audit.thing, occasionId),
		eq(audit.act, 'open-list'),
		eq(audit.person, by.who.id),
		gt(audit.at, by.now - OPENING)
	);
	if (await db.$count(audit, mine)) return list;
	await write(db, async (tx) => {
		// Two windows opened at once are one opening.
		if (await tx.$count(audit, mine)) return;
		const date = await tx
			.select({ key: occasions.key })
			.from(occasions)
			.where(eq(occasions.id, occasionId));
		await record(tx, by, {
			...{ act: 'open-list', noun: 'occasions', id: occasionId },
			...(date[0] ? { title: date[0].key } : {})
		});
	});
	return list;
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
