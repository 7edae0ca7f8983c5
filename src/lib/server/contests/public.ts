import { and, asc, desc, eq, isNotNull, ne } from 'drizzle-orm';
import { phaseOf } from '$lib/domain/contests/dates';
import type { Phase } from '$lib/domain/contests/dates';
import type { Dates, Plan } from '$lib/domain/contests/plan';
import { written } from '$lib/domain/contests/plan-parts';
import { pair } from '$lib/domain/text';
import type { Bilingual } from '$lib/domain/text';
import type { Reader } from '../db/open';
import { contests, editions, editionVersions } from '../db/schema';
import type { ContestRow, EditionRow } from './editions';
import { figuresOf } from './figures';
import type { EditionFigure } from './figures';
import { statementsOf } from './statements';
import type { StatementRow } from './statements';

/** A contest as the public sees it. */
interface PublicContest {
	id: string;
	slug: string;
	kind: ContestRow['kind'];
	title: Bilingual;
	about: Bilingual | null;
}

/** An edition in a list of the public. */
interface PublicEdition {
	id: string;
	slug: string;
	ordinal: number;
	title: Bilingual;
	state: 'published' | 'archived';
	opensAt: number | null;
	closesAt: number | null;
	/** Null for an edition of which only figures are known. */
	phase: Phase | null;
}

/** A change of dates after an edition was published, with the reason given for it. */
interface DateChange {
	at: number;
	why: string | null;
	before: Dates;
	after: Dates;
}

const contestOf = (row: ContestRow): PublicContest => ({
	id: row.id,
	slug: row.slug,
	kind: row.kind,
	title: { zh: row.titleZh, en: row.titleEn },
	about: pair(row.aboutZh, row.aboutEn)
});

const editionOf = (row: EditionRow, now: number): PublicEdition => ({
	id: row.id,
	slug: row.slug,
	ordinal: row.ordinal,
	title: { zh: row.titleZh, en: row.titleEn },
	state: row.state === 'archived' ? 'archived' : 'published',
	opensAt: row.opensAt,
	closesAt: row.closesAt,
	phase: row.plan && phaseOf(row.plan, now)
});

/** Contests the public sees, with their editions, the newest first. */
export async function publicContests(
	db: Reader,
	now: number
): Promise<{ contest: PublicContest; editions: PublicEdition[] }[]> {
	const shown = await db
		.select()
		.from(contests)
		.where(isNotNull(contests.publishedAt))
		.orderBy(asc(contests.position), asc(contests.id));
	const rows = await db
		.select()
		.from(editions)
		.where(ne(editions.state, 'draft'))
		.orderBy(desc(editions.ordinal));
	return shown.map((contest) => ({
		contest: contestOf(contest),
		editions: rows
			.filter(({ contestId }) => contestId === contest.id)
			.map((row) => editionOf(row, now))
	}));
}

/** The editions that take entries at this moment, the first to close first. */
export async function openCalls(db: Reader, now: number) {
	const all = await publicContests(db, now);
	return all
		.flatMap(({ contest, editions }) =>
			editions.flatMap(({ slug, title, phase, closesAt }) =>
				phase === 'open'
					? [{ path: `/contests/${contest.slug}/${slug}`, contest: contest.title, title, closesAt }]
					: []
			)
		)
		.toSorted((a, b) => (a.closesAt ?? Infinity) - (b.closesAt ?? Infinity));
}

/** One contest the public sees, with its editions. */
export async function publicContest(db: Reader, slug: string, now: number) {
	const all = await publicContests(db, now);
	return all.find(({ contest }) => contest.slug === slug) ?? null;
}

/** Everything the page of an edition says; null for one the public does not see. */
export async function publicEdition(
	db: Reader,
	contestSlug: string,
	editionSlug: string,
	now: number
): Promise<{
	contest: PublicContest;
	edition: PublicEdition;
	/** Null for an edition of which only figures are known. */
	plan: Plan | null;
	statements: StatementRow[];
	figures: EditionFigure[];
	dateChanges: DateChange[];
} | null> {
	const [row] = await db
		.select({ contest: contests, edition: editions })
		.from(editions)
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.where(
			and(
				eq(contests.slug, contestSlug),
				eq(editions.slug, editionSlug),
				isNotNull(contests.publishedAt),
				ne(editions.state, 'draft')
			)
		);
	if (!row) return null;
	const { plan } = row.edition;
	return {
		contest: contestOf(row.contest),
		edition: editionOf(row.edition, now),
		plan,
		statements: plan ? await statementsOf(db, row.edition.id, plan) : [],
		figures: await figuresOf(db, row.edition.id),
		dateChanges: await dateChanges(db, row.edition)
	};
}

/** How the dates of an edition moved after it was published, the newest first, each with its reason. */
export async function dateChanges(
	db: Reader,
	{ id, publishedAt }: Pick<EditionRow, 'id' | 'publishedAt'>
): Promise<DateChange[]> {
	if (publishedAt === null) return [];
	const versions = await db
		.select()
		.from(editionVersions)
		.where(eq(editionVersions.editionId, id))
		.orderBy(asc(editionVersions.number));
	return versions
		.flatMap(({ at, note, plan }, n) => {
			const before = versions[n - 1]?.plan.dates;
			return !before || at < publishedAt || written(before) === written(plan.dates)
				? []
				: [{ at, why: note, before, after: plan.dates }];
		})
		.toReversed();
}

/** Every edition of a contest the public sees, the oldest first, with what is published about it. */
export async function archiveOf(
	db: Reader,
	contestId: string,
	now: number
): Promise<{ edition: PublicEdition; figures: EditionFigure[] }[]> {
	const rows = await db
		.select()
		.from(editions)
		.where(and(eq(editions.contestId, contestId), ne(editions.state, 'draft')))
		.orderBy(asc(editions.ordinal));
	const figures = await figuresOf(db);
	return rows.map((row) => ({
		edition: editionOf(row, now),
		figures: figures.filter(({ editionId }) => editionId === row.id)
	}));
}
