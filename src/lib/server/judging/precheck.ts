import { awardTrouble } from '$lib/domain/judging/decision/awards';
import type { Vacancy } from '$lib/domain/judging/decision/awards';
import type { DecisionVerdict } from '$lib/domain/judging/state';
import type { Refusal } from '$lib/domain/refusal';
import { readersOf } from '../contests/readers';
import type { Reader } from '../db/open';
import { checkedLately, checkScores } from './check-scores';
import type { Proposal } from './proposals';

/** What a release would do, told before anybody confirms it. */
export interface Precheck {
	entries: number;
	verdicts: Record<DecisionVerdict, number>;
	/** How many got each prize, by its id. */
	prizes: Record<string, number>;
	vacancies: Vacancy[];
	/** Entries nobody has decided on. */
	open: string[];
	/** Entries on which the committee differs from the rule. */
	differing: string[];
	/** Mails that would go out, and entries nobody can be told of. */
	mails: number;
	silent: string[];
	/** Why it cannot be released. */
	trouble: Refusal[];
}

/**
 * Every reason why a round may not be released.
 * @param check compares the scores with the log: always anew for a release, of late for a page
 */
export async function troubleOf(
	db: Reader,
	proposal: Proposal,
	check: typeof checkScores = checkScores
): Promise<Refusal[]> {
	const { round, proposed, decided, prizes, last } = proposal;
	const trouble: Refusal[] = [];
	if (round.state !== 'closed') trouble.push({ field: '', reason: 'not-closed' });
	const open = proposed.filter(({ entry }) => !decided.has(entry)).length;
	if (open || !proposed.length)
		trouble.push({ field: '', reason: 'undecided', detail: { count: open } });
	if (last && !prizes.length) trouble.push({ field: '', reason: 'no-prizes' });
	const given = proposed.flatMap(({ entry, category }) => {
		const prize = decided.get(entry)?.prizeId;
		return prize ? [{ entry, category, prize }] : [];
	});
	for (const { prize, reason } of awardTrouble(given, prizes))
		trouble.push({ field: prize, reason });
	// A decision made on other figures than those that stand now is none.
	const moved = proposed.filter(({ entry, place, figure }) => {
		const row = decided.get(entry);
		return row && (row.place !== place || row.figure !== figure);
	}).length;
	if (moved) trouble.push({ field: '', reason: 'figures-moved', detail: { count: moved } });
	const touched = await check(db, round.id);
	if (touched.length)
		trouble.push({ field: '', reason: 'scores-touched', detail: { count: touched.length } });
	return trouble;
}

/** What a release would do now: who is affected and how, and how many mails go out. */
export async function precheckOf(db: Reader, proposal: Proposal, now: number): Promise<Precheck> {
	const { proposed, decided, vacancies } = proposal;
	const verdicts = { advance: 0, stop: 0, award: 0 };
	const prizes: Record<string, number> = {};
	for (const { verdict, prizeId } of decided.values()) {
		verdicts[verdict]++;
		if (prizeId) prizes[prizeId] = (prizes[prizeId] ?? 0) + 1;
	}
	const readers = await readersOf(
		db,
		proposed.map(({ entry }) => entry)
	);
	return {
		entries: proposed.length,
		verdicts,
		prizes,
		vacancies,
		open: proposed.filter(({ entry }) => !decided.has(entry)).map(({ entry }) => entry),
		differing: proposed
			.filter(({ entry }) => decided.get(entry) && decided.get(entry)!.origin !== 'rule')
			.map(({ entry }) => entry),
		mails: [...readers.values()].reduce((sum, { length }) => sum + length, 0),
		silent: proposed.filter(({ entry }) => !readers.get(entry)?.length).map(({ entry }) => entry),
		trouble: await troubleOf(db, proposal, (reader, id) => checkedLately(reader, id, now))
	};
}
