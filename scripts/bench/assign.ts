import { eq } from 'drizzle-orm';
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { newRound } from '../../src/lib/domain/judging/round-new';
import { assign } from '../../src/lib/domain/judging/assign';
import type { By } from '../../src/lib/domain/people/who';
import { close, open } from '../../src/lib/server/db/open';
import type { Db } from '../../src/lib/server/db/open';
import { insertMany } from '../../src/lib/server/db/insert';
import { entries, jurors, newId, panel, people, roundEntries, rounds, tasks } from '../../src/lib/server/db/schema';
import { write } from '../../src/lib/server/db/write';
import { holdKey } from '../../src/lib/server/keys';
import { drawTasks } from '../../src/lib/server/judging/assignment';
import { leave } from '../../src/lib/server/judging/panel';
import { plantEntries } from '../../src/lib/server/seed/plant-entries';
import { type Figure, median } from './figure';

const part = 'assign';
const [ENTRIES, JURORS, EACH] = [2500, 40, 3];
const now = Date.now();
const by: By = {
	who: {
		...{ id: 'bench', name: 'bench office', email: 'bench@demo.invalid', session: 'bench' },
		...{ grants: [{ role: 'organizer', scope: null }], strong: true, provedAt: now }
	},
	address: null,
	now
};

/**
 * The draw of 2,500 entries for 40 jurors, three scores each: the reckoning alone, the whole act with
 * conflicts looked for, tasks written and recorded, and a juror who leaves when nine tenths are done.
 */
export async function measureAssign(
	root: string,
	folder: string,
	{ times }: { times: number }
): Promise<Figure[]> {
	holdKey(randomBytes(32));
	const db = await open(`file:${join(mkdtempSync(join(folder, 'assign-')), 'liantu.db')}`, {
		migrations: join(root, 'drizzle')
	});
	try {
		await plantEntries(db, { count: ENTRIES, now });
		const alone: number[] = [];
		const whole: number[] = [];
		const left: number[] = [];
		for (let n = 0; n < times; n++) {
			alone.push(await timed(() => Promise.resolve(drawAlone(`seed ${n}`))));
			const round = await plantRound(db, n + 1);
			whole.push(await timed(() => done(drawTasks(db, by, round.id))));
			await finish(db, round.id);
			left.push(
				await timed(() => done(leave(db, by, { roundId: round.id, jurorId: round.juror, why: '-' })))
			);
		}
		const figure = (name: string, ours: number, most: number): Figure => ({
			...{ part, name, ours, unit: 'ms', target: { of: 'ours', at: 'most', value: most } }
		});
		return [
			figure('draw 2,500 × 40 × 3, reckoning alone', median(alone), 2000),
			figure('draw 2,500 × 40 × 3 with conflicts, tasks and record', median(whole), 2000),
			figure('one of 40 jurors leaves at nine tenths', median(left), 2000)
		];
	} finally {
		close(db);
	}
}

async function timed(act: () => Promise<unknown>): Promise<number> {
	const began = performance.now();
	await act();
	return performance.now() - began;
}

async function done(ruled: Promise<{ ok: boolean }>): Promise<void> {
	const result = await ruled;
	if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
}

const drawAlone = (seed: string) =>
	assign({
		...{ seed, per: EACH, forbidden: [] },
		entries: Array.from({ length: ENTRIES }, (_, n) => ({ id: `E${n}`, category: `c${n % 2}` })),
		jurors: Array.from({ length: JURORS }, (_, n) => ({ id: `J${n}`, categories: null, capacity: null }))
	});

/** A sealed round of all entries with a jury of its own edition. */
async function plantRound(db: Db, ordinal: number): Promise<{ id: string; juror: string }> {
	const field = await db.select().from(entries);
	const { editionId } = field[0]!;
	const id = newId(now);
	const stamps = { createdAt: now, updatedAt: now };
	await write(db, async (tx) => {
		const plan = newRound({ zh: `第${ordinal}轮`, en: `Round ${ordinal}` }, { perEntry: EACH });
		await tx.insert(rounds).values({
			...{ id, editionId, ordinal, plan, state: 'sealed', sealedAt: now, synthetic: true },
			...{ rule: '{}', ruleHash: 'bench', seed: `bench ${ordinal}`, ...stamps }
		});
		await insertMany(
			tx,
			roundEntries,
			field.map((entry, n) => ({
				...{ roundId: id, entryId: entry.id, code: `C${n}`, categoryId: entry.categoryId },
				...{ channel: entry.channel, town: entry.town, version: entry.version }
			}))
		);
		if (ordinal === 1)
			for (let n = 0; n < JURORS; n++) {
				const [person] = await tx
					.insert(people)
					.values({ email: `bench-juror-${n}@demo.invalid`, name: `Juror ${n}`, createdAt: now })
					.returning();
				await tx.insert(jurors).values({
					...{ editionId, personId: person!.id, label: `J${n}`, joinedAt: now, ...stamps }
				});
			}
		for (const { id: jurorId } of await tx.select().from(jurors))
			await tx.insert(panel).values({ roundId: id, jurorId, joinedAt: now });
	});
	const [one] = await db.select().from(jurors);
	return { id, juror: one!.id };
}

/** Locks nine tenths of the tasks of a round. */
const finish = (db: Db, roundId: string) =>
	write(db, async (tx) => {
		const rows = await tx.select({ id: tasks.id }).from(tasks).where(eq(tasks.roundId, roundId));
		for (const { id } of rows.filter((_, n) => n % 10))
			await tx
				.update(tasks)
				.set({
					...{ state: 'locked', scoredAt: now, lockedAt: now, total: 0, revision: 1 },
					sheet: { marks: {}, verdict: null, rank: null, comment: '' }
				})
				.where(eq(tasks.id, id));
	});
