import { and, asc, eq, gte, inArray, isNotNull, ne } from 'drizzle-orm';
import { localMoment } from '$lib/domain/hours';
import { isOn } from '$lib/domain/modules';
import type { VisitPlan } from '$lib/domain/visits/plan';
import { holdsRoom } from '$lib/domain/visits/visit';
import type { Stand } from '$lib/domain/visits/visit';
import { startOf } from '$lib/domain/visits/slots';
import type { Ground, Held, Hours } from '$lib/domain/visits/slots';
import { officeCalendar } from '../calendar';
import type { Db, Reader } from '../db/open';
import { exceptions, openings, places, visitPlans, visitRequests } from '../db/schema';
import { switchesOf } from '../frame';

export type RequestRow = typeof visitRequests.$inferSelect;

/** What the law needs to know of a row. */
export const standOf = ({ state, offeredUntil, day, starts }: RequestRow): Stand => ({
	...{ state, offeredUntil },
	startsAt: startOf(day, starts)
});

/** The plan of a place; null when it never had one. */
export async function planOf(db: Reader, placeId: string): Promise<VisitPlan | null> {
	const [row] = await db.select().from(visitPlans).where(eq(visitPlans.placeId, placeId));
	if (!row) return null;
	const { open, slot, batch, parallel, largest, cutOff, ahead, hold, letterFrom, note } = row;
	return { open, slot, batch, parallel, largest, cutOff, ahead, hold, letterFrom, note };
}

/** When a place is open, with its exceptions from a day on. */
export async function hoursOf(db: Reader, placeId: string, from: string): Promise<Hours> {
	const week = await db
		.select({ weekday: openings.weekday, opens: openings.opens, closes: openings.closes })
		.from(openings)
		.where(eq(openings.placeId, placeId))
		.orderBy(asc(openings.weekday), asc(openings.opens));
	const days = await db
		.select()
		.from(exceptions)
		.where(and(eq(exceptions.placeId, placeId), gte(exceptions.day, from)))
		.orderBy(asc(exceptions.day), asc(exceptions.opens));
	return {
		week,
		exceptions: days.map(({ day, opens, closes, reasonZh, reasonEn }) => ({
			...{ day, opens, closes },
			reason: reasonZh ? { zh: reasonZh, en: reasonEn } : null
		}))
	};
}

/** The requests that take room at a place from a day on. */
export async function holding(
	db: Reader,
	placeId: string,
	{ from, now, except }: { from: string; now: number; except?: string | undefined }
): Promise<(Held & { id: string; heads: number })[]> {
	const rows = await db
		.select()
		.from(visitRequests)
		.where(
			and(
				eq(visitRequests.placeId, placeId),
				gte(visitRequests.day, from),
				inArray(visitRequests.state, ['offered', 'confirmed', 'came', 'missed']),
				except ? ne(visitRequests.id, except) : undefined
			)
		);
	return rows.flatMap((row) => {
		const { id, day, starts, ends, batches, heads } = row;
		return holdsRoom(standOf(row), now)
			? [{ id, day: day!, starts: starts!, ends: ends!, batches, heads }]
			: [];
	});
}

/** Everything that decides about slots of a place at a moment; null when it takes no visits. */
export async function groundOf(
	db: Reader,
	placeId: string,
	now: number,
	except?: string
): Promise<Ground | null> {
	const plan = await planOf(db, placeId);
	if (!plan) return null;
	const { day: today } = localMoment(now);
	const working = await officeCalendar(db);
	return {
		...{ plan, now },
		first: working.after(today, plan.cutOff).day,
		hours: await hoursOf(db, placeId, today),
		held: await holding(db, placeId, { from: today, now, except })
	};
}

/** The published place of a slug that takes visits; null when there is none. */
export async function receiving(db: Reader, slug: string) {
	const [row] = await db
		.select({
			id: places.id,
			slug: places.slug,
			nameZh: places.nameZh,
			nameEn: places.nameEn,
			phone: places.phone,
			open: visitPlans.open
		})
		.from(places)
		.innerJoin(visitPlans, eq(visitPlans.placeId, places.id))
		.where(and(eq(places.slug, slug), isNotNull(places.publishedAt)));
	return row ?? null;
}

/** The place a request is about, as its group reads it. */
export async function placeOf(db: Reader, id: string) {
	const [row] = await db.select().from(places).where(eq(places.id, id));
	const { slug, nameZh, nameEn, addressZh, addressEn, phone, publishedAt } = row!;
	return {
		...{ slug, phone, public: publishedAt !== null, name: { zh: nameZh, en: nameEn } },
		address: addressZh ? { zh: addressZh, en: addressEn } : null
	};
}

/** Whether groups can ask to visit a place now; none while visits are off. */
export async function takesVisits(db: Db, placeId: string): Promise<boolean> {
	return (
		isOn(await switchesOf(db), 'visits') &&
		(await db.$count(visitPlans, and(eq(visitPlans.placeId, placeId), eq(visitPlans.open, true)))) >
			0
	);
}
