import { join } from 'node:path';
import { eq, inArray } from 'drizzle-orm';
import type { RoundPlan } from '$lib/domain/judging/round';
import type { Db } from '$lib/server/db/open';
import {
	contests,
	editions,
	entries,
	films,
	jobs,
	jurors,
	newId,
	people,
	renditions
} from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { FolderStorage } from '$lib/server/storage/folder';
import { aRound, someTasks } from './judging';
import type { AnEdition } from './contests';
import type { AJuror, ARound, Pairs } from './judging';
import { film } from './films';
import { stock, within } from './stock';

/** Demonstration jurors of a portal as the panel of an edition. */
export async function demoJurors(
	db: Db,
	editionId: string,
	count: number,
	from = 1
): Promise<AJuror[]> {
	const made: AJuror[] = [];
	for (let at = from; at <= count; at++) {
		const [person] = await db
			.select()
			.from(people)
			.where(eq(people.email, `juror${at}@demo.invalid`));
		const id = newId();
		const label = `评委 ${String(at).padStart(2, '0')}`;
		await write(db, (tx) =>
			tx.insert(jurors).values({ id, editionId, personId: person!.id, label, joinedAt: Date.now() })
		);
		made.push({ id, personId: person!.id, label });
	}
	return made;
}

/**
 * An edition with real films that have passed, in a portal that is not running: their copies are
 * laid, so that nobody has to make them.
 * @returns the edition and the ids of its entries, as `work` finds them in the open database
 */
export async function passedFilms<T>(
	dataDir: string,
	{ count, seconds }: { count: number; seconds: number },
	work: (db: Db, held: AnEdition, ids: string[]) => Promise<T>
): Promise<T> {
	const paths = await Promise.all(
		Array.from({ length: count }, (_, n) => film({ seed: n + 1, seconds }))
	);
	const sent = await stock(dataDir, paths);
	const store = new FolderStorage(join(dataDir, 'files'));
	return within(dataDir, async (db) => {
		const now = Date.now();
		const ids = sent.map(({ entryId }) => entryId);
		await write(db, async (tx) => {
			await tx.update(entries).set({ state: 'passed' }).where(inArray(entries.id, ids));
			await tx.delete(jobs).where(
				inArray(
					jobs.subject,
					sent.map(({ filmId }) => filmId)
				)
			);
		});
		for (const [n, { filmId }] of sent.entries()) {
			const key = `films/${filmId}/720p`;
			const put = await store.put(key, paths[n]!);
			const [row] = await db.select().from(films).where(eq(films.id, filmId));
			const streams = [
				{ kind: 'video', codec: 'h264', height: 180 },
				{ kind: 'audio', codec: 'aac' }
			];
			await write(db, async (tx) => {
				await tx
					.update(films)
					.set({ state: 'ready', facts: { ...row!.facts, duration: seconds, streams } as never })
					.where(eq(films.id, filmId));
				await tx
					.insert(renditions)
					.values({
						...{ filmId, kind: '720p', key, sha256: put.sha256, bytes: put.bytes },
						...{ type: 'video/mp4', width: 320, height: 180, duration: seconds, at: now }
					})
					.onConflictDoNothing();
			});
		}
		const [row] = await db
			.select({ entry: entries, edition: editions, contest: contests })
			.from(entries)
			.innerJoin(editions, eq(editions.id, entries.editionId))
			.innerJoin(contests, eq(contests.id, editions.contestId))
			.where(eq(entries.id, ids[0]!));
		const { edition, contest } = row!;
		const held = {
			contestId: contest.id,
			contestSlug: contest.slug,
			editionId: edition.id,
			slug: edition.slug,
			plan: edition.plan!,
			statements: {}
		};
		return work(db, held, ids);
	});
}

/**
 * A round of real films before the demonstration jurors of a portal that is not running: its first
 * juror has every entry, the others share them by turns.
 */
export const juryWorld = (
	dataDir: string,
	{
		count = 4,
		seconds = 8,
		panel = 3,
		sample = 0,
		pairs,
		...plan
	}: Partial<RoundPlan> & {
		count?: number;
		seconds?: number;
		panel?: number;
		pairs?: Pairs;
	} = {}
): Promise<ARound> =>
	passedFilms(dataDir, { count, seconds }, async (db, edition, ids) => {
		const now = Date.now();
		const round = await aRound(db, {
			edition,
			plan: { ...plan, sample, perEntry: Math.min(3, panel) },
			field: ids,
			of: await demoJurors(db, edition.editionId, panel),
			now
		});
		const all: Pairs = pairs ?? [
			...round.entries.map((_, n) => [n, 0] as const),
			...round.entries.flatMap((_, n) =>
				round.jurors.slice(1).map((__, juror) => [n, juror + 1] as const)
			)
		];
		if (sample)
			await someTasks(db, round, {
				pairs: all.filter(([entry]) => entry < sample),
				kind: 'sample',
				wave: 0,
				now
			});
		await someTasks(db, round, { pairs: all.filter(([entry]) => entry >= sample), now });
		return round;
	});
