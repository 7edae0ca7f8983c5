import type { Dates, Plan } from './plan';

const SHANGHAI = 8 * 3_600_000;

/** The same day and hour of Asia/Shanghai a year later; of 29 February, the 28th. */
export function yearLater(at: number): number {
	const local = new Date(at + SHANGHAI);
	const month = local.getUTCMonth();
	local.setUTCFullYear(local.getUTCFullYear() + 1);
	if (local.getUTCMonth() !== month) local.setUTCDate(0);
	return local.getTime() - SHANGHAI;
}

const moved = (dates: Dates, move: (at: number) => number | null): Dates => {
	const to = (at: number | null) => (at === null ? null : move(at));
	return {
		...dates,
		opensAt: to(dates.opensAt),
		closesAt: to(dates.closesAt),
		correctUntil: to(dates.correctUntil),
		rounds: dates.rounds.map((round) => ({
			...round,
			from: to(round.from),
			until: to(round.until)
		})),
		noticeFrom: to(dates.noticeFrom),
		noticeUntil: to(dates.noticeUntil),
		resultsAt: to(dates.resultsAt)
	};
};

/** What to do with the dates of the edition a plan is copied from. */
export const dateMoves = ['year', 'clear'] as const;
export type DateMove = (typeof dateMoves)[number];

/**
 * The plan of the next edition: everything as it was, every id the same, so that entries and
 * statistics of both can be laid beside each other; only the dates are cleared or moved by a year.
 */
export const copyPlan = (plan: Plan, move: DateMove): Plan => ({
	...structuredClone(plan),
	dates: moved(plan.dates, move === 'year' ? yearLater : () => null)
});
