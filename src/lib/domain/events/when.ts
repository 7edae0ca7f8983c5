/**
 * How well the time is known: to the minute, to the day, or only that it lies within the days from
 * the first to the last (that is what sources of past weeks often say).
 */
export const timePrecisions = ['minute', 'day', 'span'] as const;
export type TimePrecision = (typeof timePrecisions)[number];

/** What a repetition does with days that the calendar (调休) gives another kind. */
export const dayRules = ['any', 'working', 'free'] as const;
export type DayRule = (typeof dayRules)[number];

/** From and to as `YYYY-MM-DDTHH:mm` in Asia/Shanghai, or `YYYY-MM-DD` when only days are known. */
export interface Span {
	from: string;
	/** Null when no end is published. */
	to: string | null;
}

/** The dates of an event: a first one, how it repeats, dates besides, and days on which it does not happen. */
export interface When {
	precision: TimePrecision;
	first: Span;
	/** RFC 5545 recurrence rule without `DTSTART`, such as `FREQ=WEEKLY;BYDAY=SA;COUNT=8`; null for none. */
	rule: string | null;
	days: DayRule;
	more: Span[];
	/** `YYYY-MM-DD`. */
	except: string[];
}

/** One date of an event, laid out in time. */
export interface Occasion {
	/** What it is called however often the event is edited: its first planned start, `YYYYMMDD'T'HHmm`. */
	key: string;
	/** Milliseconds since the epoch. */
	startsAt: number;
	/** Exclusive; null when no end is published. */
	endsAt: number | null;
}

/** How many dates an event may have; a rule that gives more is refused. */
export const MOST_OCCASIONS = 400;
