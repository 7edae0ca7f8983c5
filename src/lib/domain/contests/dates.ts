import { accept, refuse } from '../refusal';
import type { Ruled } from '../refusal';
import type { Dates, Plan } from './plan';
import type { EditionState, EntryState } from './state';

/** The columns of an edition that decide whether something may come in. */
export interface Window extends Pick<
	Dates,
	'opensAt' | 'closesAt' | 'graceMinutes' | 'correctUntil'
> {
	state: EditionState;
}

/** What an edition is at, in this order. */
export type Phase = 'before' | 'open' | 'grace' | 'correction' | 'judging' | 'notice' | 'over';

const MINUTE = 60_000;
const reached = (at: number | null, now: number): boolean => at !== null && now >= at;

/** The moment after which not even a draft with its film under way is taken; null without an end. */
export const graceEnds = ({ closesAt, graceMinutes }: Pick<Dates, 'closesAt' | 'graceMinutes'>) =>
	closesAt === null ? null : closesAt + graceMinutes * MINUTE;

/**
 * What an edition is at, at a moment. The closing moment itself is closed: what a countdown to it
 * shows as nought is over.
 */
export function phaseOf({ dates }: Pick<Plan, 'dates'>, now: number): Phase {
	if (!reached(dates.opensAt, now)) return 'before';
	if (!reached(dates.closesAt, now)) return 'open';
	if (!reached(graceEnds(dates), now)) return 'grace';
	if (
		reached(dates.resultsAt, now) ||
		(dates.resultsAt === null && reached(dates.noticeUntil, now))
	)
		return 'over';
	if (reached(dates.noticeFrom, now) && !reached(dates.noticeUntil, now)) return 'notice';
	if (dates.correctUntil !== null && now < dates.correctUntil) return 'correction';
	return 'judging';
}

/** When an edition is over and the periods of retention begin; null where no date says. */
export const endOf = ({ resultsAt, noticeUntil, closesAt }: Dates): number | null =>
	resultsAt ?? noticeUntil ?? closesAt;

const closed = (window: Window): Ruled<true> =>
	window.state === 'archived'
		? refuse({ field: '', reason: 'archived' })
		: refuse({ field: '', reason: 'closed', detail: { at: window.closesAt ?? 0 } });

/** What keeps everybody out, whatever they bring. */
function shut(window: Window): Ruled<true> | null {
	if (window.state === 'draft') return refuse({ field: '', reason: 'not-published' });
	return window.state === 'archived' ? closed(window) : null;
}

/** Not open yet, or null. */
const early = ({ opensAt }: Window, now: number): Ruled<true> | null =>
	reached(opensAt, now)
		? null
		: refuse({ field: '', reason: 'not-open', ...(opensAt ? { detail: { at: opensAt } } : {}) });

/**
 * Whether a draft may be opened.
 * @param late until when an access code of the office lets somebody in; null without one
 */
export function mayOpenDraft(window: Window, now: number, late: number | null = null): Ruled<true> {
	const out = shut(window) ?? early(window, now);
	if (out) return out;
	if (!reached(window.closesAt, now) || (late !== null && now < late)) return accept(true);
	return closed(window);
}

/** When bytes of an upload came in: the very first, and the last before the close; null for none. */
export interface Beats {
	firstAt: number | null;
	lastAt: number | null;
}

/** How long a line may have been silent at the close and still count as busy, in minutes. */
export const SILENT_MINUTES = 15;

/**
 * Whether an upload was really under way at the close: bytes of it had come, and not long ago. One
 * that was only announced, or given up the day before, is none.
 */
const wasUnderWay = (closesAt: number, { firstAt, lastAt }: Beats): boolean =>
	firstAt !== null &&
	firstAt < closesAt &&
	lastAt !== null &&
	lastAt >= closesAt - SILENT_MINUTES * MINUTE;

/** What decides whether a draft still comes in time. */
export interface Arriving {
	/** When the draft was opened. */
	openedAt: number;
	/** Its uploads into places that a film is asked for, as far as they are not over since before the close. */
	uploads: readonly Beats[];
	/** Until when an access code of the office is good; null without one. */
	late?: number | null;
}

/**
 * Whether a draft may be submitted: until the close; in the grace after it, when the draft was begun
 * before it and its film was under way at that moment; with an access code until that ends.
 */
export function maySubmit(
	window: Window,
	now: number,
	{ openedAt, uploads, late = null }: Arriving
): Ruled<true> {
	const out = shut(window) ?? early(window, now);
	if (out) return out;
	const { closesAt } = window;
	if (closesAt === null || now < closesAt || (late !== null && now < late)) return accept(true);
	const underWay = openedAt < closesAt && uploads.some((beats) => wasUnderWay(closesAt, beats));
	return underWay && !reached(graceEnds(window), now) ? accept(true) : closed(window);
}

/**
 * Whether the people of an entry may change what they submitted: on their own until the close, and
 * after the office returned it until the day it named, or the edition’s.
 */
export function mayCorrect(
	window: Window,
	now: number,
	{ state, correctBy }: { state: EntryState; correctBy: number | null }
): Ruled<true> {
	const out = shut(window);
	if (out) return out;
	const { closesAt, correctUntil } = window;
	if (state === 'submitted') return reached(closesAt, now) ? closed(window) : accept(true);
	if (state !== 'returned') return refuse({ field: '', reason: 'decided' });
	const until = correctBy ?? correctUntil ?? closesAt;
	return reached(until, now)
		? refuse({ field: '', reason: 'correction-over', detail: { at: until ?? 0 } })
		: accept(true);
}
