import type { Bilingual } from '../text';
import { accept, refuse } from '../refusal';
import type { Refusal, Ruled } from '../refusal';
import type { Standing } from './event';

/** What an organizer does to dates that are public. */
export const dateDeeds = ['cancel', 'postpone', 'move', 'restore'] as const;
export type DateDeed = (typeof dateDeeds)[number];
export const isDateDeed = (text: string): text is DateDeed =>
	(dateDeeds as readonly string[]).includes(text);

/** Longest reason, in UTF-16 units: what one value of a mail holds. */
export const WHY_LIMIT = 300;
/** No event is moved further than this. */
const FAR = 3 * 366 * 86_400_000;

export interface DateStand {
	standing: Standing;
	startsAt: number;
	endsAt: number | null;
}

/** What is asked: the reason, and for a move the new time (ms; null for none, NaN for no time at all). */
export interface Asked {
	why: Bilingual;
	startsAt: number | null;
	endsAt: number | null;
}

const isOver = ({ startsAt, endsAt }: DateStand, now: number) => (endsAt ?? startsAt) <= now;

/** Why this can not be done to a date now; null when it can. */
export function whyNot(date: DateStand, deed: DateDeed, now: number): string | null {
	// A date put off keeps its first time until it has another: that it went by is no end of it.
	if (date.standing !== 'postponed' && isOver(date, now)) return 'over';
	if (deed === 'restore') {
		if (date.standing === 'scheduled') return 'stands';
		return date.startsAt <= now ? 'begun' : null;
	}
	if (date.standing === 'cancelled') return 'cancelled';
	return deed === 'postpone' && date.standing === 'postponed' ? 'postponed' : null;
}

/** How a date stands after a deed, or why not. What is cancelled twice is refused, and tells nobody twice. */
export function decideDate(
	date: DateStand,
	deed: DateDeed,
	asked: Asked,
	now: number
): Ruled<DateStand> {
	const why = whyNot(date, deed, now);
	if (why) return refuse({ field: '', reason: why });
	const wrong = [...whyWrong(asked.why), ...(deed === 'move' ? timeWrong(date, asked, now) : [])];
	if (wrong.length) return refuse(...wrong);
	if (deed === 'move')
		return accept({ standing: 'scheduled', startsAt: asked.startsAt!, endsAt: asked.endsAt });
	const standing = { cancel: 'cancelled', postpone: 'postponed', restore: 'scheduled' } as const;
	return accept({ ...date, standing: standing[deed] });
}

/** The public and those who signed up are told why, in Chinese at least. */
export function whyWrong({ zh, en }: Bilingual): Refusal[] {
	const wrong: Refusal[] = [];
	if (zh.trim().length < 2) wrong.push({ field: 'whyZh', reason: 'missing' });
	if (zh.length > WHY_LIMIT)
		wrong.push({ field: 'whyZh', reason: 'too-long', detail: { max: WHY_LIMIT } });
	if ((en ?? '').length > WHY_LIMIT)
		wrong.push({ field: 'whyEn', reason: 'too-long', detail: { max: WHY_LIMIT } });
	return wrong;
}

function timeWrong(date: DateStand, { startsAt, endsAt }: Asked, now: number): Refusal[] {
	if (startsAt === null || Number.isNaN(startsAt)) return [{ field: 'from', reason: 'no-time' }];
	if (endsAt !== null && Number.isNaN(endsAt)) return [{ field: 'to', reason: 'no-time' }];
	if (startsAt <= now) return [{ field: 'from', reason: 'past' }];
	if (startsAt > now + FAR) return [{ field: 'from', reason: 'far' }];
	if (endsAt !== null && endsAt <= startsAt) return [{ field: 'to', reason: 'end-before-start' }];
	const same = startsAt === date.startsAt && endsAt === date.endsAt;
	return same && date.standing === 'scheduled' ? [{ field: 'from', reason: 'same-time' }] : [];
}

/** Reads what an `<input type="datetime-local">` sends, as Asia/Shanghai; null for empty, NaN for no time. */
export function readMinute(text: string): number | null {
	if (!text.trim()) return null;
	const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/.exec(text.trim());
	if (!match) return NaN;
	const at = Date.parse(`${text.trim()}:00+08:00`);
	// A day there is not (29 February) would otherwise become the next one.
	return at && new Date(at + 8 * 3_600_000).toISOString().slice(0, 16) === text.trim() ? at : NaN;
}

/** A moment as `<input type="datetime-local">` has it. */
export const minuteOf = (at: number | null): string =>
	at === null ? '' : new Date(at + 8 * 3_600_000).toISOString().slice(0, 16);
