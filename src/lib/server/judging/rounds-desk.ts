import { and, count, desc, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { Reader } from '../db/open';
import { contests, editions, panel, roundEntries, rounds, tasks } from '../db/schema';
import type { RoundRow } from './rounds';
import { roundsOf } from './rounds';
import { fieldOf } from './rounds-field';

/** An edition as the pages of its judging speak of it. */
interface JudgedEdition {
	id: string;
	contest: { slug: string; titleZh: string; titleEn: string | null };
	slug: string;
	titleZh: string;
	titleEn: string | null;
	state: string;
	/** What the edition’s dates call its rounds. */
	dated: number;
	categories: { id: string; title: string; titleEn: string | null }[];
}

const asked = (db: Reader) =>
	db
		.select({ edition: editions, contest: contests })
		.from(editions)
		.innerJoin(contests, eq(contests.id, editions.contestId));

const shown = ({
	edition,
	contest
}: {
	edition: typeof editions.$inferSelect;
	contest: typeof contests.$inferSelect;
}): JudgedEdition => ({
	id: edition.id,
	contest: { slug: contest.slug, titleZh: contest.titleZh, titleEn: contest.titleEn },
	slug: edition.slug,
	titleZh: edition.titleZh,
	titleEn: edition.titleEn,
	state: edition.state,
	dated: edition.plan?.dates.rounds.length ?? 0,
	categories: (edition.plan?.categories ?? []).map(({ id, title }) => ({
		id,
		title: title.zh,
		titleEn: title.en ?? null
	}))
});

/** An edition that is or can be judged; null for none, and for one of which only figures are known. */
export async function judgedEdition(db: Reader, id: string): Promise<JudgedEdition | null> {
	const [row] = await asked(db).where(eq(editions.id, id));
	return row?.edition.plan ? shown(row) : null;
}

/** Every edition with a plan that is published, the newest first, with its rounds. */
export async function judgedEditions(
	db: Reader
): Promise<{ edition: JudgedEdition; rounds: RoundRow[] }[]> {
	const rows = await asked(db)
		.where(ne(editions.state, 'draft'))
		.orderBy(desc(editions.createdAt), desc(editions.ordinal));
	const planned = rows.filter(({ edition }) => edition.plan);
	const all = await db
		.select()
		.from(rounds)
		.where(
			and(
				inArray(
					rounds.editionId,
					planned.map(({ edition }) => edition.id)
				),
				isNull(rounds.againOf)
			)
		)
		.orderBy(rounds.ordinal);
	return planned.map((row) => ({
		edition: shown(row),
		rounds: all.filter(({ editionId }) => editionId === row.edition.id)
	}));
}

/** One rung of an edition’s ladder of rounds. */
interface Rung {
	round: RoundRow;
	entries: number;
	jurors: number;
	/** Tasks that count: done, and all. */
	done: number;
	dealt: number;
}

/** The rounds of an edition with how much is in each. */
export async function ladderOf(db: Reader, editionId: string): Promise<Rung[]> {
	const list = await roundsOf(db, editionId);
	const rungs: Rung[] = [];
	for (const round of list) {
		const here = eq(tasks.roundId, round.id);
		const counts = await db
			.select({ state: tasks.state, n: count() })
			.from(tasks)
			.where(and(here, inArray(tasks.kind, ['score', 'objection'])))
			.groupBy(tasks.state);
		const of = (...states: string[]) =>
			counts.filter(({ state }) => states.includes(state)).reduce((sum, { n }) => sum + n, 0);
		rungs.push({
			round,
			entries:
				round.state === 'draft'
					? (await fieldOf(db, round)).length
					: await db.$count(roundEntries, eq(roundEntries.roundId, round.id)),
			jurors: await db.$count(panel, and(eq(panel.roundId, round.id), isNull(panel.leftAt))),
			done: of('scored', 'locked'),
			dealt: of('open', 'scored', 'locked')
		});
	}
	return rungs;
}

/** Editions that have rounds, to copy them from. */
export const editionsWithRounds = (db: Reader, not: string) =>
	db
		.selectDistinct({
			id: editions.id,
			titleZh: editions.titleZh,
			titleEn: editions.titleEn,
			contest: contests.titleZh
		})
		.from(rounds)
		.innerJoin(editions, eq(editions.id, rounds.editionId))
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.where(and(isNull(rounds.againOf), ne(editions.id, not)))
		.limit(50);
