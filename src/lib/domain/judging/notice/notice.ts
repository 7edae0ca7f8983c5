import type { calendar } from '../../calendar';
import { dayStamp } from '../../when';

/** How the days of a notice are counted. */
export const periodKinds = ['working-days', 'days'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** Who objects: a person with their real name, or a unit with its seal. */
export const objectionKinds = ['person', 'unit'] as const;
export type ObjectionKind = (typeof objectionKinds)[number];

/** What an objection rests on. */
export const objectionGrounds = ['eligibility', 'originality', 'rule', 'figure', 'other'] as const;
export type ObjectionGround = (typeof objectionGrounds)[number];

/**
 * `received` waits for the office; `judging` is with fresh jurors; `dismissed` was not taken up,
 * `upheld` and `rejected` were decided; `withdrawn` is their own who objected.
 */
export const objectionStates = [
	'received',
	'judging',
	'dismissed',
	'upheld',
	'rejected',
	'withdrawn'
] as const;
export type ObjectionState = (typeof objectionStates)[number];

/** Whether an objection still stands in the way of a final result. */
export const isOpen = (state: ObjectionState): boolean =>
	state === 'received' || state === 'judging';

/** Whether an objection should have been answered by now; the due day itself is still in time. */
export const isLate = (
	{ state, dueDay }: { state: ObjectionState; dueDay: string | null },
	today: string
): boolean => isOpen(state) && dueDay !== null && dueDay < today;

/** Open objections before answered ones, those due first; then by when they came. */
export const byDueDay = (
	a: { state: ObjectionState; dueDay: string | null; receivedAt: number },
	b: { state: ObjectionState; dueDay: string | null; receivedAt: number }
): number =>
	Number(isOpen(b.state)) - Number(isOpen(a.state)) ||
	(isOpen(a.state) ? (a.dueDay ?? '').localeCompare(b.dueDay ?? '', 'en') : 0) ||
	a.receivedAt - b.receivedAt;

/** Shortest and longest a notice may be: what contests of this kind state, and half a year. */
export const noticeDays = { min: 3, max: 180 } as const;

/** Working days in which the office answers an objection; an office may choose. */
export const answerDays = { least: 1, usual: 15, most: 60 } as const;

/** Most days fresh jurors get, and most of them an entry is judged again by. */
export const AGAIN_MOST = 30;
export const FRESH_MOST = 40;
/** Longest outcome of an objection in characters. */
export const OUTCOME_MOST = 600;

const DAY = 86_400_000;
const EAST = 8 * 3_600_000;

/**
 * When a period ends: at the end of its last day in China. The day it is published does not count
 * (民法典 §201).
 * @returns the moment, its day, and whether a day on the way is not settled by a published calendar
 */
export function periodEnd(
	publishedAt: number,
	{ kind, days }: { kind: PeriodKind; days: number },
	office: Pick<ReturnType<typeof calendar>, 'after'>
): { until: number; day: string; provisional: boolean } {
	const start = dayStamp(publishedAt);
	const { day, provisional } =
		kind === 'working-days'
			? office.after(start, days)
			: { day: dayStamp(publishedAt + days * DAY), provisional: false };
	return { until: Date.parse(`${day}T00:00:00Z`) - EAST + DAY, day, provisional };
}

/** Why a notice cannot be made final now; empty when it can. */
export function finalTrouble(
	notice: { until: number; finalAt: number | null; replacedAt: number | null },
	objections: readonly { state: ObjectionState }[],
	now: number
): { reason: string; detail?: Record<string, number> }[] {
	if (notice.finalAt !== null || notice.replacedAt !== null) return [{ reason: 'over' }];
	const open = objections.filter(({ state }) => isOpen(state)).length;
	// What was changed is shown to everybody once more before it is final.
	const upheld = objections.some(({ state }) => state === 'upheld');
	return [
		...(upheld ? [{ reason: 'notice-again' }] : []),
		...(now < notice.until ? [{ reason: 'not-yet' }] : []),
		...(open ? [{ reason: 'objections-open', detail: { count: open } }] : [])
	];
}
