import { clockStamp } from '$lib/domain/when';
import { pointsText } from '$lib/domain/judging/result';
import type { Locale } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import type { judgingPapers } from '$lib/words/zh/judging-papers';
import type { Announced, RoundFacts, ScoreLine, ScoreTable } from './facts';

type PaperWords = typeof judgingPapers;

/** What papers are written with. */
export interface Voice {
	words: PaperWords;
	locale: Locale;
	/** Milliseconds since the epoch. */
	now: number;
}

export const titleOf = (
	{ contest, edition }: Pick<Announced, 'contest' | 'edition'>,
	locale: Locale
) => [say(contest, locale), say(edition, locale)] as const;

/** Who won, as the public reads it. */
export const whoWon = (
	{ unit, names }: Announced['prizes'][number]['winners'][number],
	{ words }: Voice
): string => unit ?? names.join(words.names);

/** The facts of a round as lines of its minutes. */
export function minutesLines(round: RoundFacts, { words, locale }: Voice): [string, string][] {
	const t = words.minutes;
	const { plan, tasks, verdicts } = round;
	const moment = (at: number | null) => (at === null ? words.open : clockStamp(at));
	const { high, low, from } = plan.trimming;
	const join = (...parts: (string | false)[]) => parts.filter(Boolean).join(words.comma);
	return [
		[t.time, `${moment(round.openedAt)} ${words.to} ${moment(round.closedAt)}`],
		[
			t.present,
			join(
				t.jurors(round.labels.length, round.labels.join(words.names)),
				round.left > 0 && t.left(round.left)
			)
		],
		[t.field, t.works(round.field)],
		[
			t.rule,
			join(
				t.ruleText(words.method[plan.method], words.aggregate[plan.aggregate], plan.perEntry),
				plan.aggregate === 'trimmed' && t.trimming(high, low, from)
			)
		],
		[
			t.ties,
			plan.ties
				.map(({ by, criterion }) => {
					const found = plan.criteria.find(({ id }) => id === criterion);
					return found ? `${t.tie[by]} (${say(found.title, locale)})` : t.tie[by];
				})
				.join(' → ') || t.noTies
		],
		...(round.ruleHash ? ([[t.hash, round.ruleHash]] as [string, string][]) : []),
		[
			t.scores,
			join(
				t.scored(tasks.done, tasks.all),
				tasks.recused > 0 && t.recused(tasks.recused),
				tasks.moved > 0 && t.moved(tasks.moved)
			)
		],
		[
			t.decided,
			join(
				t.verdicts(verdicts.advance, verdicts.award, verdicts.stop),
				verdicts.committee > 0 && t.committee(verdicts.committee)
			)
		]
	];
}

export const figureText = ({ figure }: Pick<ScoreLine, 'figure'>): string =>
	figure === null ? '' : pointsText(figure);

/** Places of a score: as many as its round gives. */
export const scoreText = (units: number, { plan }: Pick<ScoreTable, 'plan'>): string =>
	plan.method === 'ranking' ? pointsText(units) : (units / 10_000).toFixed(2);

export const verdictText = ({ verdict }: Pick<ScoreLine, 'verdict'>, { words }: Voice): string =>
	verdict ? words.scores.verdict[verdict] : words.scores.pending;
