import type { Bilingual } from '../text';
import { nextLevel } from './entry-law';
import type { ChainLevel, Channel, Plan } from './plan';
import type { EntryAct, EntryState } from './state';

/** One thing that happened to an entry, as its people read it. */
export interface Happened {
	act: EntryAct;
	at: number;
	reasons: readonly string[];
	note: string | null;
	dueAt: number | null;
}

/** What is asked of an entry's people or of others next. */
type NextKey =
	| 'submit'
	| 'grace'
	| 'missed'
	| 'recommend'
	| 'check'
	| 'correct'
	| 'correction-over'
	| 'round'
	| 'judged'
	| 'notice'
	| 'results'
	| 'over'
	| 'refused'
	| 'withdrawn';

export interface Next {
	key: NextKey;
	/** When it begins, and until when; null where no date is set. */
	from: number | null;
	until: number | null;
	/** A name of the organizer's own, of a round. */
	title: Bilingual | null;
	level: ChainLevel | null;
	/** Whether the entry's people have something to do. */
	yours: boolean;
}

interface Standing {
	state: EntryState;
	channel: Channel;
	correctBy: number | null;
	recommended: ChainLevel | null;
}

const next = (key: NextKey, over: Partial<Next> = {}): Next => ({
	key,
	from: null,
	until: null,
	title: null,
	level: null,
	yours: false,
	...over
});

/** What comes after eligibility: the rounds, the notice, the results, in the order of their dates. */
function judging({ dates }: Plan): Next[] {
	const { rounds, noticeFrom, noticeUntil, resultsAt } = dates;
	return [
		...rounds.map(({ title, from, until }) => next('round', { title, from, until })),
		...(noticeFrom === null ? [] : [next('notice', { from: noticeFrom, until: noticeUntil })]),
		...(resultsAt === null ? [] : [next('results', { from: resultsAt })])
	];
}

/**
 * What is still to come for an entry, the present first; empty only when nothing comes any more.
 * Dates the organizer did not set are null, never guessed.
 */
export function ahead(plan: Plan, entry: Standing, now: number): Next[] {
	const { closesAt, graceMinutes, correctUntil } = plan.dates;
	const later = judging(plan);
	switch (entry.state) {
		case 'draft':
			if (closesAt === null || now < closesAt)
				return [
					next('submit', { until: closesAt, yours: true }),
					...recommendations(plan, entry),
					next('check'),
					...later
				];
			return now < closesAt + graceMinutes * 60_000
				? [next('grace', { until: closesAt + graceMinutes * 60_000, yours: true })]
				: [next('missed', { from: closesAt })];
		case 'submitted':
			return [...recommendations(plan, entry), next('check'), ...later];
		case 'returned': {
			const until = entry.correctBy ?? correctUntil ?? closesAt;
			return until !== null && now >= until
				? [next('correction-over', { until })]
				: [next('correct', { until, yours: true }), next('check'), ...later];
		}
		case 'passed': {
			const { resultsAt } = plan.dates;
			if (resultsAt !== null && now >= resultsAt) return [next('over')];
			const left = later.filter(({ until }) => until === null || now < until);
			return left.length ? left : [next(later.length ? 'over' : 'judged')];
		}
		case 'refused':
			return [next('refused')];
		case 'withdrawn':
			return [next('withdrawn')];
	}
}

/**
 * The same once there is a notice or a result: what was planned gives way to what is.
 * @param list as {@link ahead} says
 * @param notice the days it runs; null where none is published
 * @param stopped whether the entry did not go on: no further round is its own
 */
export function aheadAfter(
	list: readonly Next[],
	{
		stand,
		notice,
		stopped
	}: {
		stand: 'notice' | 'results' | null;
		notice: { from: number; until: number } | null;
		stopped: boolean;
	}
): Next[] {
	if (stand === 'results') return [next('over')];
	const results = list.filter(({ key }) => key === 'results');
	if (stand === 'notice') return [next('notice', notice ?? {}), ...results];
	const left = list.filter(({ key }) => !stopped || key !== 'round');
	return left.length ? left : [next('over')];
}

function recommendations(plan: Plan, entry: Standing): Next[] {
	const { chain } = plan.channels.unit;
	const first = nextLevel(entry, chain);
	return first === null
		? []
		: chain.slice(chain.indexOf(first)).map((level) => next('recommend', { level }));
}
