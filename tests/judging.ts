// Long because it builds one round from its jurors to its scores.
import { createHash } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { methods } from '$lib/domain/judging/methods';
import type { RoundPlan } from '$lib/domain/judging/round';
import { newRound } from '$lib/domain/judging/round-new';
import { ruleOf, ruleText } from '$lib/domain/judging/rule/rule';
import { codesOf } from '$lib/domain/judging/rule/seed';
import { emptySheet } from '$lib/domain/judging/sheet';
import type { Sheet } from '$lib/domain/judging/sheet';
import type { RoundState, TaskKind } from '$lib/domain/judging/state';
import { record } from '$lib/server/audit';
import type { Db } from '$lib/server/db/open';
import {
	entries,
	jurors,
	newId,
	panel,
	roundEntries,
	rounds,
	sheetVersions,
	tasks
} from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { anEdition, anEntry } from './contests';
import type { AnEdition } from './contests';
import { NOON } from './make';
import { somebody } from './people';

const DAY = 86_400_000;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export interface AJuror {
	id: string;
	personId: string;
	label: string;
}
interface AnEntered {
	id: string;
	code: string;
	number: string;
}
export interface ARound {
	edition: AnEdition;
	editionId: string;
	roundId: string;
	plan: RoundPlan;
	/** The field, in the order it was made. */
	entries: AnEntered[];
	/** The panel, 评委 01 first. */
	jurors: AJuror[];
	seed: string;
}

/** Jurors of an edition, each with an account of the role; labels go on from those there are. */
export async function someJurors(
	db: Db,
	editionId: string,
	n: number,
	{ categories = null as string[] | null, now = NOON } = {}
): Promise<AJuror[]> {
	const before = await db.$count(jurors, eq(jurors.editionId, editionId));
	const made: AJuror[] = [];
	for (let at = 0; at < n; at++) {
		const personId = await somebody(db, { roles: ['juror'], name: `评委${before + at + 1}` });
		const label = `评委 ${String(before + at + 1).padStart(2, '0')}`;
		const id = newId(now);
		await write(db, (tx) =>
			tx.insert(jurors).values({ id, editionId, personId, label, categories, joinedAt: now })
		);
		made.push({ id, personId, label });
	}
	return made;
}

/**
 * A round of an edition (of its own unless one is given) in any state, with its field of passed
 * entries and its panel, but without tasks: {@link someTasks} deals them, {@link scored} fills them in.
 * It opened the day before {@link NOON} and closes ten days after it.
 */
export async function aRound(
	db: Db,
	{
		edition = null as AnEdition | null,
		plan: over = {} as Partial<RoundPlan>,
		state = 'open' as RoundState,
		ordinal = 1,
		entries: count = 6,
		jurors: panelSize = 3,
		/** Entries there are already, instead of new ones. */
		field = null as string[] | null,
		/** Jurors there are already, instead of new ones. */
		of = null as AJuror[] | null,
		now = NOON
	} = {}
): Promise<ARound> {
	const held = edition ?? (await anEdition(db));
	const { editionId } = held;
	const plan = newRound(
		{ zh: `第${ordinal}轮`, en: `Round ${ordinal}` },
		{
			perEntry: Math.max(1, Math.min(3, panelSize)),
			selection: { within: 'all', count: 2, quotas: {}, least: null },
			dates: { opensAt: now - DAY, closesAt: now + 10 * DAY },
			...over
		}
	);
	const ids = field ? [...field] : [];
	if (!field)
		for (let at = 0; at < count; at++)
			ids.push((await anEntry(db, held, { state: 'passed', now })).id);
	const rows = await db.select().from(entries).where(eq(entries.editionId, editionId));
	const lines = ids.map((id) => rows.find((row) => row.id === id)!);
	const judges = of ?? (await someJurors(db, editionId, panelSize, { now }));

	const roundId = newId(now);
	const seed = sha256(`seed of ${held.contestSlug} ${ordinal}`);
	const rule = ruleText(
		ruleOf(
			{
				edition: `${held.contestSlug}/${held.slug}`,
				ordinal,
				plan,
				field: lines.map((line) => ({ ...line, number: line.number! })),
				jurors: judges.map(({ label }) => label),
				chance: null
			},
			sha256
		)
	);
	const sealed = state !== 'draft';
	const codes = codesOf(ids, seed, sha256);
	await write(db, async (tx) => {
		await tx.insert(rounds).values({
			id: roundId,
			editionId,
			ordinal,
			state,
			plan,
			...plan.dates,
			...(sealed ? { rule, ruleHash: sha256(rule), seed, sealedAt: now } : {}),
			openedAt: state === 'draft' || state === 'sealed' ? null : now,
			closedAt: state === 'closed' || state === 'released' ? now : null,
			releasedAt: state === 'released' ? now : null,
			createdAt: now,
			updatedAt: now
		});
		if (sealed)
			for (const { id, categoryId, channel, town, version } of lines)
				await tx.insert(roundEntries).values({
					...{ roundId, entryId: id, code: codes.get(id)! },
					...{ categoryId, channel, town, version }
				});
		for (const { id } of judges)
			await tx.insert(panel).values({ roundId, jurorId: id, joinedAt: now });
	});
	return {
		edition: held,
		editionId,
		roundId,
		plan,
		entries: lines.map(({ id, number }) => ({ id, code: codes.get(id)!, number: number! })),
		jurors: judges,
		seed
	};
}

/** Who scores what: by places in the field and the panel. */
export type Pairs = readonly (readonly [entry: number, juror: number])[];

/** Every entry to `per` jurors, shifted by one from entry to entry. */
export const inTurn = ({ entries: all, jurors: of }: ARound, per: number): Pairs =>
	all.flatMap((_, entry) =>
		Array.from({ length: per }, (__, k) => [entry, (entry + k) % of.length] as const)
	);

/** Deals tasks of a round; by turn where nobody says otherwise. Returns their rows as dealt. */
export async function someTasks(
	db: Db,
	round: ARound,
	{
		pairs = inTurn(round, round.plan.perEntry),
		kind = 'score' as TaskKind,
		wave = 1,
		now = NOON
	} = {}
): Promise<(typeof tasks.$inferSelect)[]> {
	const places = new Map<string, number>();
	return write(db, async (tx) => {
		const made: (typeof tasks.$inferSelect)[] = [];
		for (const [entry, juror] of pairs) {
			const jurorId = round.jurors[juror]!.id;
			places.set(jurorId, (places.get(jurorId) ?? 0) + 1);
			const [row] = await tx
				.insert(tasks)
				.values({
					id: newId(now),
					roundId: round.roundId,
					entryId: round.entries[entry]!.id,
					jurorId,
					position: places.get(jurorId)!,
					assignedAt: now,
					...{ kind, wave }
				})
				.returning();
			made.push(row!);
		}
		return made;
	});
}

/** A sheet with the same mark in points for every criterion. */
export const evenly = ({ criteria }: RoundPlan, points: number): Sheet => ({
	...emptySheet,
	marks: Object.fromEntries(criteria.map(({ id }) => [id, Math.round(points * 100)]))
});

/**
 * Fills in every open task of a round as the desk would: sheet, total, history and audit record.
 * @param say points for all criteria, or a whole sheet; null leaves the task open
 */
export async function scored(
	db: Db,
	round: ARound,
	say: (entry: number, juror: number) => number | Sheet | null,
	{ lock = true, now = NOON } = {}
): Promise<void> {
	const { roundId, plan } = round;
	const open = await db
		.select()
		.from(tasks)
		.where(and(eq(tasks.roundId, roundId), eq(tasks.state, 'open')))
		.orderBy(asc(tasks.id));
	for (const task of open) {
		const entry = round.entries.findIndex(({ id }) => id === task.entryId);
		const juror = round.jurors.findIndex(({ id }) => id === task.jurorId);
		const said = say(entry, juror);
		if (said === null) continue;
		const sheet = typeof said === 'number' ? evenly(plan, said) : said;
		const total = methods[plan.method].total(plan, sheet);
		const by = { who: null, machine: 'test', address: null, now };
		await write(db, async (tx) => {
			for (const [at, act] of (lock
				? (['save', 'lock'] as const)
				: (['save'] as const)
			).entries()) {
				const revision = task.revision + at + 1;
				await tx
					.insert(sheetVersions)
					.values({ taskId: task.id, revision, act, sheet, total, at: now });
				await record(tx, by, {
					act,
					noun: 'scores',
					id: task.id,
					after: {
						round: roundId,
						entry: task.entryId,
						juror: task.jurorId,
						revision,
						act,
						sheet,
						total
					}
				});
			}
			await tx
				.update(tasks)
				.set({
					...{ sheet, total, scoredAt: now, revision: task.revision + (lock ? 2 : 1) },
					state: lock ? 'locked' : 'scored',
					lockedAt: lock ? now : null
				})
				.where(eq(tasks.id, task.id));
		});
	}
}
