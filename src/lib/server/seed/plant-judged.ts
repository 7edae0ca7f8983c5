import { and, asc, eq, sql } from 'drizzle-orm';
import { assign } from '$lib/domain/judging/assign';
import { methods } from '$lib/domain/judging/methods';
import { newRound } from '$lib/domain/judging/round-new';
import { ruleOf, ruleText } from '$lib/domain/judging/rule/rule';
import { codesOf, seedOf } from '$lib/domain/judging/rule/seed';
import { emptySheet } from '$lib/domain/judging/sheet';
import { BENCHMARK, worldFrom } from '$lib/domain/judging/simulation/world';
import type { By } from '$lib/domain/people/who';
import { record } from '../audit';
import { freshenLines } from '../contests/entry-lines';
import { insertMany } from '../db/insert';
import type { Db } from '../db/open';
import {
	entries,
	jurors,
	newId,
	panel,
	roundEntries,
	rounds,
	sheetVersions,
	tasks
} from '../db/schema';
import { write } from '../db/write';
import { digest } from '../judging/results';

/** The edition that benchmarks are held in; see `plant-entries`. */
const SYNTHETIC_EDITION = 'synedition0000000001';
const DAY = 86_400_000;
/** Scores written in one transaction. */
const CHUNK = 500;

/**
 * Lets synthetic jurors judge all synthetic entries once, three scores each: a world made up as the
 * benchmark says, with strict, mild and narrow jurors. The round is closed, and the next one planned.
 */
export async function plantJudged(
	db: Db,
	{ count, seed = 1, now }: { count: number; seed?: number; now: number }
): Promise<void> {
	const by: By = { who: null, machine: 'seed', address: null, now };
	const judged = await db
		.select()
		.from(entries)
		.where(and(eq(entries.editionId, SYNTHETIC_EDITION), eq(entries.synthetic, true)))
		.orderBy(asc(entries.id));
	const plan = newRound(
		{ zh: '初评', en: 'First round' },
		{
			aggregate: 'calibrated',
			perEntry: Math.min(3, count),
			dates: { opensAt: now - 20 * DAY, closesAt: now - DAY }
		}
	);
	const labels = Array.from(
		{ length: count },
		(_, at) => `评委 ${String(at + 1).padStart(2, '0')}`
	);
	const members = labels.map((label) => ({ id: newId(now), label }));
	const rule = ruleText(
		ruleOf(
			{
				...{ edition: 'synthetic/synthetic', ordinal: 1, plan, chance: null },
				field: judged.map((one) => ({ ...one, number: one.number ?? '' })),
				jurors: labels
			},
			digest
		)
	);
	const sealed = { ruleHash: digest(rule), size: 0, root: '', words: `synthetic ${seed}` };
	const drawn = seedOf(sealed, digest);
	const codes = codesOf(
		judged.map(({ id }) => id),
		drawn,
		digest
	);
	const dealt = assign({
		entries: judged.map(({ id, categoryId }) => ({ id, category: categoryId })),
		jurors: members.map(({ id }) => ({ id, categories: null, capacity: null })),
		...{ per: plan.perEntry, forbidden: [], seed: drawn }
	});
	if (!dealt.ok) throw new Error('synthetic entries could not be dealt to synthetic jurors');

	const roundId = newId(now);
	await write(db, async (tx) => {
		await tx.run(sql`UPDATE entries SET state = 'passed', decided_at = coalesce(decided_at, submitted_at),
			correct_by = NULL WHERE edition_id = ${SYNTHETIC_EDITION} AND synthetic`);
		await insertMany(
			tx,
			jurors,
			members.map((one) => ({
				...one,
				...{ editionId: SYNTHETIC_EDITION, joinedAt: now, createdAt: now, updatedAt: now }
			}))
		);
		const stamps = { createdAt: now, updatedAt: now, synthetic: true };
		await tx.insert(rounds).values({
			...{ id: roundId, editionId: SYNTHETIC_EDITION, ordinal: 1, state: 'closed', plan },
			...{ ...plan.dates, rule, ruleHash: digest(rule), seed: drawn, sealedAt: now - 21 * DAY },
			...{ openedAt: now - 20 * DAY, closedAt: now - DAY, ...stamps }
		});
		const said = {
			rule: sealed.ruleHash,
			chance: 'synthetic',
			field: judged.length,
			jurors: count
		};
		const about = { noun: 'rounds', id: roundId, title: plan.title.zh };
		await record(tx, by, { ...about, act: 'fix', after: { ...said, version: 1 } });
		await record(tx, by, {
			...{ ...about, act: 'seal' },
			after: { ...said, size: 0, root: '', words: sealed.words, seed: drawn, times: 1 }
		});
		const next = newRound({ zh: '复评', en: 'Second round' }, { perEntry: 5 });
		const [second] = await tx
			.insert(rounds)
			.values({ editionId: SYNTHETIC_EDITION, ordinal: 2, plan: next, ...stamps })
			.returning();
		for (const round of [roundId, second!.id])
			await insertMany(
				tx,
				panel,
				members.map(({ id }) => ({ roundId: round, jurorId: id, joinedAt: now }))
			);
		await insertMany(
			tx,
			roundEntries,
			judged.map(({ id, categoryId, channel, town, version }) => ({
				...{ roundId, entryId: id, code: codes.get(id)! },
				...{ categoryId, channel, town, version }
			}))
		);
	});

	const world = worldFrom(seed, { ...BENCHMARK, entries: judged.length, jurors: count });
	const number = new Map(judged.map(({ id }, at) => [id, at]));
	const seat = new Map(members.map(({ id }, at) => [id, at]));
	const places = new Map<string, number>();
	const made = dealt.value.tasks.map(({ entry, juror }, at) => {
		const points = world.score(number.get(entry)!, seat.get(juror)!);
		const marks = Object.fromEntries(plan.criteria.map(({ id }) => [id, points * 100]));
		const sheet = { ...emptySheet, marks };
		const position = (places.get(juror) ?? 0) + 1;
		places.set(juror, position);
		return {
			...{ id: newId(now), entryId: entry, jurorId: juror, position, sheet },
			total: methods[plan.method].total(plan, sheet),
			scoredAt: now - 19 * DAY + at * 60_000
		};
	});
	for (let from = 0; from < made.length; from += CHUNK)
		await write(db, async (tx) => {
			const some = made.slice(from, from + CHUNK);
			await insertMany(
				tx,
				tasks,
				some.map((one) => ({
					...one,
					...{ roundId, kind: 'score', wave: 1, state: 'locked', origin: 'draw', revision: 1 },
					...{ assignedAt: now - 20 * DAY, lockedAt: one.scoredAt, watched: [], share: 1 }
				}))
			);
			await insertMany(
				tx,
				sheetVersions,
				some.map(({ id, sheet, total, scoredAt }) => ({
					...{ taskId: id, revision: 1, act: 'lock', sheet, total, at: scoredAt }
				}))
			);
			for (const { id, entryId, jurorId, sheet, total } of some)
				await record(tx, by, {
					...{ act: 'lock', noun: 'scores', id },
					after: {
						...{ round: roundId, entry: entryId, juror: jurorId, revision: 1, act: 'lock' },
						...{ sheet, total }
					}
				});
		});
	await freshenLines(db, SYNTHETIC_EDITION);
}
