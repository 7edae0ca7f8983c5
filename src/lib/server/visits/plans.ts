import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import { clock, localMoment } from '$lib/domain/hours';
import type { By, Who } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { batchesOf, readPlan } from '$lib/domain/visits/plan';
import type { TypedPlan } from '$lib/domain/visits/plan';
import { peakIn } from '$lib/domain/visits/slots';
import { record } from '../audit';
import type { Db, Reader } from '../db/open';
import { places, towns, visitPlans, visitRequests } from '../db/schema';
import { touchContent, write } from '../db/write';
import { holding, planOf } from './ground';
import { receivedBy } from './rights';

/** The published places whose groups somebody receives, and which of them have a plan. */
export const receivedPlaces = (db: Reader, who: Who | null) =>
	db
		.select({
			id: places.id,
			slug: places.slug,
			zh: places.nameZh,
			en: places.nameEn,
			townZh: towns.nameZh,
			townEn: towns.nameEn,
			/** Null without a plan. */
			open: visitPlans.open
		})
		.from(places)
		.leftJoin(towns, eq(towns.slug, places.townSlug))
		.leftJoin(visitPlans, eq(visitPlans.placeId, places.id))
		.where(and(receivedBy(who), isNotNull(places.publishedAt)))
		.orderBy(sql`${visitPlans.placeId} IS NULL`, asc(places.sortKey), asc(places.id))
		.limit(1000);

/** A place with its plan, for whoever receives its groups; null for anybody else. */
export async function planFor(db: Reader, who: Who | null, placeId: string) {
	const [place] = await db
		.select({
			id: places.id,
			slug: places.slug,
			zh: places.nameZh,
			en: places.nameEn
		})
		.from(places)
		.where(and(eq(places.id, placeId), receivedBy(who), isNotNull(places.publishedAt)));
	return place ? { place, plan: await planOf(db, placeId) } : null;
}

/**
 * Keeps the plan of a place. What is agreed keeps its time; a plan whose slots had less room than is
 * taken already is refused.
 */
export const savePlan = (db: Db, by: By, placeId: string, typed: TypedPlan): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await planFor(tx, by.who, placeId);
		if (!found) return refuse({ field: '', reason: 'gone' });
		const ruled = readPlan(typed);
		if (!ruled.ok) return ruled;
		const plan = ruled.value;
		const { day: today } = localMoment(by.now);
		const held = (await holding(tx, placeId, { from: today, now: by.now })).map((one) => ({
			...one,
			batches: batchesOf(one.heads, plan.batch)
		}));
		const beyond = held.find((slot) => peakIn(slot, held) > plan.parallel);
		if (beyond)
			return refuse({
				field: 'parallel',
				reason: 'below-held',
				detail: {
					day: beyond.day,
					time: clock(beyond.starts),
					need: peakIn(beyond, held)
				}
			});
		for (const { id, batches } of held)
			await tx.update(visitRequests).set({ batches }).where(eq(visitRequests.id, id));
		const row = { ...plan, updatedAt: by.now };
		await tx
			.insert(visitPlans)
			.values({ placeId, ...row, createdAt: by.now })
			.onConflictDoUpdate({ target: visitPlans.placeId, set: row });
		// The page of the place leads to the form, or no longer does.
		await touchContent(tx);
		await record(tx, by, {
			act: 'configure',
			noun: 'visit-plans',
			id: placeId,
			title: found.place.zh,
			...(found.plan ? { before: found.plan } : {}),
			after: plan
		});
		return accept(true as const);
	});
