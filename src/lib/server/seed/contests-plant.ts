import { eq } from 'drizzle-orm';
import type { Plan } from '$lib/domain/contests/plan';
import { newPlan } from '$lib/domain/contests/plan-new';
import { planShape } from '$lib/domain/contests/plan-shape';
import { columnsOf } from '../contests/editions';
import { keepWording } from '../contests/statements';
import type { Db, Tx } from '../db/open';
import {
	contests as contestTable,
	editionFigures,
	editions,
	editionVersions,
	newId,
	sources
} from '../db/schema';
import { touchContent, write } from '../db/write';
import { contests, demonstration } from './contests';

const DAY = 86_400_000;
const SHANGHAI = 8 * 3_600_000;

/** Midnight in Asia/Shanghai at the beginning of the day `days` after a moment. */
const midnight = (now: number, days: number): number =>
	Math.floor((now + SHANGHAI) / DAY) * DAY - SHANGHAI + days * DAY;

/** The plan of the demonstration edition, open from the day before it is planted for five weeks. */
export function demonstrationPlan(now: number): Plan {
	const plan = newPlan();
	const round = (days: number) => ({ from: midnight(now, days), until: midnight(now, days + 14) });
	return planShape.parse({
		...plan,
		call: { title: demonstration.title, text: demonstration.text },
		dates: {
			opensAt: midnight(now, -1),
			closesAt: midnight(now, 36),
			graceMinutes: 60,
			correctUntil: midnight(now, 46),
			rounds: plan.dates.rounds.map((one, at) => ({ ...one, ...round(47 + at * 14) })),
			noticeFrom: midnight(now, 91),
			noticeUntil: midnight(now, 98),
			resultsAt: midnight(now, 99)
		}
	} satisfies Plan);
}

/** Plants the contests, the archive of their past editions and the demonstration edition. */
export async function plantContestsIn(tx: Tx, now: number): Promise<void> {
	for (const [position, { slug, kind, title, about, past }] of contests.entries()) {
		const contestId = newId(now);
		const stamps = { createdAt: now, updatedAt: now, publishedAt: now };
		await tx.insert(contestTable).values({
			id: contestId,
			slug,
			kind,
			titleZh: title.zh,
			titleEn: title.en ?? null,
			aboutZh: about.zh,
			aboutEn: about.en ?? null,
			position,
			...stamps
		});
		for (const { ordinal, title: called, figures } of past) {
			const editionId = newId(now);
			await tx.insert(editions).values({
				id: editionId,
				contestId,
				slug: String(ordinal),
				ordinal,
				titleZh: called.zh,
				titleEn: called.en ?? null,
				state: 'archived',
				plan: null,
				...stamps
			});
			for (const [at, { key, label, value, note, source }] of figures.entries())
				await tx.insert(editionFigures).values({
					editionId,
					key,
					labelZh: label.zh,
					labelEn: label.en ?? null,
					value,
					noteZh: note?.zh ?? null,
					noteEn: note?.en ?? null,
					sourceSlug: source,
					position: at
				});
		}
		if (slug === demonstration.contest) await plantDemonstration(tx, contestId, now);
	}
}

async function plantDemonstration(tx: Tx, contestId: string, now: number): Promise<void> {
	const plan = demonstrationPlan(now);
	const id = newId(now);
	await tx.insert(editions).values({
		id,
		contestId,
		slug: demonstration.slug,
		ordinal: demonstration.ordinal,
		titleZh: demonstration.title.zh,
		titleEn: demonstration.title.en,
		state: 'published',
		plan,
		version: 1,
		...columnsOf(plan),
		publishedAt: now,
		createdAt: now,
		updatedAt: now
	});
	await tx.insert(editionVersions).values({ editionId: id, number: 1, plan, at: now });
	await keepWording(tx, id, plan, now);
}

/**
 * Plants contests into a database that was planted before there were any. Does nothing where a
 * contest stands, or where the content is somebody’s own: then the sources of ours are not there.
 * @returns whether anything was planted
 */
export async function plantContests(db: Db, now: number): Promise<boolean> {
	return write(db, async (tx) => {
		const ours = await tx.select().from(sources).where(eq(sources.slug, 'A0'));
		if (!ours.length || (await tx.$count(contestTable))) return false;
		await plantContestsIn(tx, now);
		await touchContent(tx);
		return true;
	});
}
