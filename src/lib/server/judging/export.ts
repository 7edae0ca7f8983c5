import { asc, eq, inArray } from 'drizzle-orm';
import { pointsText, resultText } from '$lib/domain/judging/result';
import type { EntryResult } from '$lib/domain/judging/result';
import type { TallyFile } from '$lib/domain/judging/result/file';
import { mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { record } from '../audit';
import type { Db, Reader } from '../db/open';
import { contests, editions, entries } from '../db/schema';
import { write } from '../db/write';
import { whyNoScores } from './apart';
import { digest, resultsOf, scoresOf } from './results';
import type { RoundResult } from './results';
import { sealedOf } from './seal-log';

/** An entry as the office knows it, beside what the rule makes of it. */
interface Named {
	number: string;
	title: string;
	titleEn: string | null;
	categoryId: string;
	channel: 'person' | 'unit';
	town: string | null;
}

/** Numbers and titles of entries by id. */
export async function namesOf(db: Reader, ids: readonly string[]): Promise<Map<string, Named>> {
	const rows = await db
		.select({
			id: entries.id,
			number: entries.number,
			title: entries.title,
			titleEn: entries.titleEn,
			categoryId: entries.categoryId,
			channel: entries.channel,
			town: entries.town
		})
		.from(entries)
		.where(inArray(entries.id, [...ids]));
	return new Map(rows.map(({ id, number, ...rest }) => [id, { ...rest, number: number ?? '' }]));
}

/**
 * The result of a round for whoever may see it: an organizer who has no entry in the edition and, as
 * long as scores are given, does not judge in it; anybody of the office once it is released. Null for
 * everybody else.
 */
export async function openResult(db: Db, by: By, roundId: string): Promise<RoundResult | null> {
	if (!mayOrganize(by.who)) return null;
	const found = await resultsOf(db, roundId);
	if (!found) return null;
	return (await whyNoScores(db, by.who, found.round)) ? null : found;
}

const taken = (db: Db, by: By, { round }: RoundResult, format: string) =>
	write(db, (tx) =>
		record(tx, by, {
			act: 'export',
			noun: 'rounds',
			id: round.id,
			title: round.plan.title.zh,
			after: { format }
		})
	);

/**
 * The rule and all scores of a round by codes and labels, without names: what `npm run tally` reads. Who
 * took it is recorded. Null for whoever may not see it, and for a round that has no rule yet.
 */
export async function exportScores(db: Db, by: By, roundId: string): Promise<TallyFile | null> {
	const found = await openResult(db, by, roundId);
	if (!found?.round.rule) return null;
	const { round, result } = found;
	const [held] = await db
		.select({ contest: contests.slug, edition: editions.slug })
		.from(editions)
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.where(eq(editions.id, round.editionId));
	const { scores } = await scoresOf(db, round);
	const sealed = await sealedOf(db, round.id);
	await taken(db, by, found, 'json');
	const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
	return {
		format: 'liantu scores 1',
		edition: `${held!.contest}/${held!.edition}`,
		round: round.ordinal,
		state: round.state,
		at: new Date(by.now).toISOString(),
		rule: round.rule!,
		ruleHash: round.ruleHash!,
		seed: round.seed!,
		drawn: sealed && { size: sealed.size, root: sealed.root, words: sealed.words },
		entries: [...scores.entries].sort((a, b) => byText(a.code, b.code)),
		scores: scores.sheets
			.map(({ code, juror, sheet: { marks, verdict, rank } }) => ({
				entry: code,
				juror,
				marks,
				verdict,
				rank
			}))
			.sort((a, b) => byText(a.entry, b.entry) || byText(a.juror, b.juror)),
		portal: {
			by: result.by,
			entries: result.entries.map(({ code, units, place, tie, selected }) => ({
				entry: code,
				figure: units === null ? null : pointsText(units),
				...{ place, tie, selected }
			})),
			sha256: digest(resultText(result))
		}
	};
}

/** One line of the table of results. */
export interface ResultLine extends Named {
	result: EntryResult;
}

/** The table of a round’s results with what is needed to write it; null as {@link openResult}. */
export async function exportResults(
	db: Db,
	by: By,
	roundId: string,
	format: 'csv' | 'xlsx'
): Promise<{
	found: RoundResult;
	edition: typeof editions.$inferSelect;
	jurors: string[];
	lines: ResultLine[];
} | null> {
	const found = await openResult(db, by, roundId);
	if (!found) return null;
	const [edition] = await db
		.select()
		.from(editions)
		.where(eq(editions.id, found.round.editionId))
		.orderBy(asc(editions.id));
	const names = await namesOf(
		db,
		found.field.map(({ entryId }) => entryId)
	);
	await taken(db, by, found, format);
	const jurors = new Set(found.result.entries.flatMap(({ scores }) => scores.map((s) => s.juror)));
	return {
		found,
		edition: edition!,
		jurors: [...jurors].sort(),
		lines: found.result.entries.map((result) => ({
			result,
			...names.get(found.ids.get(result.code)!)!
		}))
	};
}
