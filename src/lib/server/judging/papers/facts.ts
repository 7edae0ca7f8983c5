import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { masked } from '$lib/domain/certificates/facts';
import type { EntryResult } from '$lib/domain/judging/result';
import type { RoundPlan } from '$lib/domain/judging/round';
import { mayOrganize } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import type { Bilingual } from '$lib/domain/text';
import { awardsOf } from '../../certificates/awards';
import type { Db, Reader } from '../../db/open';
import {
	contests,
	decisions,
	editions,
	entries,
	jurors,
	panel,
	rounds,
	tasks
} from '../../db/schema';
import { site } from '../../site';
import { standsApart } from '../apart';
import { prizesOf } from '../prizes';
import { resultsOf } from '../results';

/** An edition as its documents speak of it. */
export interface Head {
	contest: Bilingual;
	edition: Bilingual;
	categories: Map<string, Bilingual>;
}

/** The winners by prize, highest first; names as the public may read them. */
export interface Announced extends Head {
	/** Who announces; null while the settings do not say. */
	sponsor: Bilingual | null;
	prizes: {
		title: Bilingual;
		vacant: number;
		winners: { number: string; entry: string; unit: string | null; names: string[] }[];
	}[];
}

/** What the minutes say of one round. */
export interface RoundFacts {
	ordinal: number;
	title: Bilingual;
	plan: RoundPlan;
	ruleHash: string | null;
	openedAt: number | null;
	closedAt: number | null;
	labels: string[];
	left: number;
	field: number;
	tasks: { all: number; done: number; recused: number; moved: number };
	/** Of released decisions; zeros before. */
	verdicts: { advance: number; award: number; stop: number; committee: number };
}

/** A line of a score table. */
export interface ScoreLine {
	place: number;
	number: string;
	entry: string;
	category: Bilingual | null;
	scores: { juror: string; units: number; out: boolean }[];
	/** Ten-thousandths of a point; null without any score. */
	figure: number | null;
	verdict: 'advance' | 'stop' | 'award' | null;
}
export interface ScoreTable {
	ordinal: number;
	title: Bilingual;
	plan: RoundPlan;
	/** Labels of everybody whose score counts, in order. */
	jurors: string[];
	lines: ScoreLine[];
}

/** The edition of a document; null when there is none or somebody does not organize. */
export async function headOf(db: Reader, who: Who | null, editionId: string): Promise<Head | null> {
	if (!mayOrganize(who)) return null;
	const [row] = await db
		.select({ contest: contests, edition: editions })
		.from(editions)
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.where(eq(editions.id, editionId));
	return row
		? {
				contest: { zh: row.contest.titleZh, en: row.contest.titleEn },
				edition: { zh: row.edition.titleZh, en: row.edition.titleEn },
				categories: new Map(
					(row.edition.plan?.categories ?? []).map(({ id, title }) => [id, title])
				)
			}
		: null;
}

/** Released awards with the places of each prize that stayed empty. */
export async function announcedOf(db: Reader, head: Head, editionId: string): Promise<Announced> {
	const awards = await awardsOf(db, editionId);
	const consented = new Set(
		(
			await db
				.select({ id: entries.id })
				.from(entries)
				.where(and(eq(entries.editionId, editionId), isNotNull(entries.publicConsentAt)))
		).map(({ id }) => id)
	);
	const list = await prizesOf(db, editionId);
	const prizes = list.map(({ id, title, most, each, categories }) => {
		const winners = awards
			.filter(({ prizeId }) => prizeId === id)
			.map(({ entryId, number, entryTitle, unit, names }) => ({
				...{ number, entry: entryTitle, unit },
				names: consented.has(entryId) ? names : names.map(masked)
			}));
		const places = most * (each ? (categories?.length ?? head.categories.size) : 1);
		return { title, winners, vacant: Math.max(0, places - winners.length) };
	});
	const { sponsor } = await site(db);
	return { ...head, sponsor, prizes: awards.length ? prizes : [] };
}

/** Rounds that closed; of those not yet released nothing for somebody with a stake in the edition. */
async function closedRounds(db: Reader, who: Who | null, editionId: string) {
	const rows = await db
		.select()
		.from(rounds)
		.where(and(eq(rounds.editionId, editionId), inArray(rounds.state, ['closed', 'released'])))
		.orderBy(asc(rounds.ordinal));
	const apart = await standsApart(db, who, editionId);
	return rows.filter(({ state }) => state === 'released' || !apart);
}

/** The facts of every round that closed. */
export async function roundFacts(
	db: Reader,
	who: Who | null,
	editionId: string
): Promise<RoundFacts[]> {
	const found: RoundFacts[] = [];
	for (const round of await closedRounds(db, who, editionId)) {
		const seats = await db
			.select({ label: jurors.label, leftAt: panel.leftAt })
			.from(panel)
			.innerJoin(jurors, eq(jurors.id, panel.jurorId))
			.where(eq(panel.roundId, round.id))
			.orderBy(asc(jurors.label));
		const [count] = await db.all<{ field: number; done: number; recused: number; moved: number }>(
			sql`SELECT (SELECT count(*) FROM round_entries WHERE round_id = ${round.id}) AS field,
				coalesce(sum(state IN ('scored', 'locked')), 0) AS done,
				coalesce(sum(state = 'recused'), 0) AS recused, coalesce(sum(state = 'moved'), 0) AS moved
				FROM tasks WHERE round_id = ${round.id} AND kind IN ('score', 'objection')`
		);
		const [open] = await db
			.select({ n: sql<number>`count(*)`.mapWith(Number) })
			.from(tasks)
			.where(and(eq(tasks.roundId, round.id), eq(tasks.state, 'open')));
		const decided = await db
			.select({
				verdict: decisions.verdict,
				origin: decisions.origin,
				n: sql<number>`count(*)`.mapWith(Number)
			})
			.from(decisions)
			.where(and(eq(decisions.roundId, round.id), isNotNull(decisions.releasedAt)))
			.groupBy(decisions.verdict, decisions.origin);
		const verdicts = { advance: 0, award: 0, stop: 0, committee: 0 };
		for (const { verdict, origin, n } of decided) {
			verdicts[verdict] += n;
			if (origin === 'committee') verdicts.committee += n;
		}
		const { ordinal, plan, ruleHash, openedAt, closedAt } = round;
		const { field, done, recused, moved } = count!;
		found.push({
			...{ ordinal, title: plan.title, plan, ruleHash, openedAt, closedAt, verdicts },
			labels: seats.map(({ label }) => label),
			left: seats.filter(({ leftAt }) => leftAt !== null).length,
			field,
			tasks: { all: done + open!.n, done, recused, moved }
		});
	}
	return found;
}

/** Every score and figure of the rounds that closed, by place. */
export async function scoreTables(
	db: Db,
	who: Who | null,
	head: Head,
	editionId: string
): Promise<ScoreTable[]> {
	const tables: ScoreTable[] = [];
	for (const round of await closedRounds(db, who, editionId)) {
		const found = await resultsOf(db, round.id);
		if (!found) continue;
		const ids = found.field.map(({ entryId }) => entryId);
		const named = new Map<string, { number: string | null; title: string }>();
		for (let at = 0; at < ids.length; at += 500)
			for (const { id, number, title } of await db
				.select({ id: entries.id, number: entries.number, title: entries.title })
				.from(entries)
				.where(inArray(entries.id, ids.slice(at, at + 500))))
				named.set(id, { number, title });
		const decided = new Map(
			(
				await db
					.select()
					.from(decisions)
					.where(and(eq(decisions.roundId, round.id), isNotNull(decisions.releasedAt)))
			).map(({ entryId, verdict }) => [entryId, verdict])
		);
		const lineOf = (entryId: string, categoryId: string, one: EntryResult): ScoreLine => ({
			place: one.place,
			number: named.get(entryId)?.number ?? '',
			entry: named.get(entryId)?.title ?? '',
			category: head.categories.get(categoryId) ?? null,
			scores: one.scores
				.map(({ juror, units, out }) => ({ juror, units, out: out !== null }))
				.sort((a, b) => (a.juror < b.juror ? -1 : 1)),
			figure: one.units,
			verdict: decided.get(entryId) ?? null
		});
		const lines = found.field
			.map(({ entryId, categoryId }) => lineOf(entryId, categoryId, found.of.get(entryId)!))
			.sort((a, b) => a.place - b.place || (a.number < b.number ? -1 : 1));
		const labels = new Set(lines.flatMap(({ scores }) => scores.map(({ juror }) => juror)));
		const { ordinal, plan } = round;
		tables.push({ ordinal, title: plan.title, plan, jurors: [...labels].sort(), lines });
	}
	return tables;
}
