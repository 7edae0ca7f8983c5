import { eq } from 'drizzle-orm';
import { placeShape } from '../../domain/place-shape';
import { usualPlan } from '../../domain/visits/plan';
import type { Db } from '../db/open';
import { openings, places, visitPlans } from '../db/schema';
import { touchContent, write } from '../db/write';
import { put } from '../places';
import { enter } from '../studio/enter';
import { plantSources, plantTowns } from './plant-places';
import { towns } from './towns';

/** Where a stranger sees how groups ask to visit; no real hall is told to take any. */
export const HALL = 'synthetic-hall';

const note = {
	zh: '这是功能演示，不是真实的场馆，预约不会有人接待。',
	en: 'This shows what the portal can do. It is not a real hall, and nobody receives groups here.'
};

/**
 * Plants a synthetic hall with opening hours that takes groups; it goes with all that is synthetic.
 * @returns false when it stands there already
 */
export const plantHall = (db: Db, now: number): Promise<boolean> =>
	write(db, async (tx) => {
		if (await tx.$count(places, eq(places.slug, HALL))) return false;
		await plantSources(tx);
		await plantTowns(tx, towns);
		const hall = placeShape.parse({
			slug: HALL,
			kind: 'venue',
			name: { zh: '演示展厅（不是真实场馆）', en: 'Demonstration hall (not a real one)' },
			summary: note
		});
		const { id } = await put(tx, hall, { now, synthetic: true });
		// Tuesdays to Sundays, in the morning and in the afternoon.
		await tx.insert(openings).values(
			[2, 3, 4, 5, 6, 7].flatMap((weekday) => [
				{ placeId: id, weekday, opens: 9 * 60, closes: 11 * 60 },
				{ placeId: id, weekday, opens: 14 * 60, closes: 16 * 60 }
			])
		);
		await tx.insert(visitPlans).values({
			...{ ...usualPlan, placeId: id, open: true, note },
			...{ batch: 20, parallel: 2, largest: 40, createdAt: now, updatedAt: now }
		});
		await enter(tx, 'places', [id]);
		await touchContent(tx);
		return true;
	});
