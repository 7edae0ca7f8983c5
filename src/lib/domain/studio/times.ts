import type { Refusal } from '../refusal';
import { stepsOf } from './review';
import type { Deed, Given, Thing } from './review';

const MINUTE = 60_000;
/** Asia/Shanghai has had one offset, without summer time, since 1991 (IANA time zone data). */
const OFFSET = 8 * 60 * MINUTE;
/** Nothing is planned further ahead than ten years: that is a typing error. */
const FURTHEST = 10 * 366 * 24 * 60 * MINUTE;

/** A moment as `<input type="datetime-local">` says it, in Asia/Shanghai: `2026-11-22T12:00`. */
export const localMinute = (at: number): string => new Date(at + OFFSET).toISOString().slice(0, 16);

/**
 * The moment of a local minute of Asia/Shanghai, ms since the epoch; null for what is none. Seconds,
 * as some browsers send them, are dropped.
 */
export function parseMinute(typed: string): number | null {
	const match = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::\d\d(?:\.\d{1,3})?)?$/.exec(
		typed.trim()
	);
	if (!match) return null;
	const [year, month, day, hour, minute] = match.slice(1).map(Number) as [
		number,
		number,
		number,
		number,
		number
	];
	const at = Date.UTC(year, month - 1, day, hour, minute) - OFFSET;
	return localMinute(at) === `${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}`
		? at
		: null;
}

/** What is wrong with the times that come with an act. A time the round planned may have passed. */
export function refuseTimes(thing: Thing, deed: Deed, given: Given, now: number): Refusal[] {
	if (deed === 'approve' && thing.step + 1 < stepsOf(thing)) return [];
	const round = deed === 'submit' ? null : thing.round;
	const begins = given.publishAt === undefined ? (round?.publishAt ?? null) : given.publishAt;
	const ends = given.expireAt === undefined ? (round?.expireAt ?? null) : given.expireAt;
	const refusals: Refusal[] = [];
	for (const [field, at, planned] of [
		['publishAt', given.publishAt, deed === 'approve' ? round?.publishAt : null],
		['expireAt', given.expireAt, null]
	] as const) {
		if (at === undefined || at === null) continue;
		if (!Number.isSafeInteger(at)) refusals.push({ field, reason: 'not-a-time' });
		else if (at > now + FURTHEST) refusals.push({ field, reason: 'too-far' });
		else if (at <= now - MINUTE && at !== planned) refusals.push({ field, reason: 'time-passed' });
	}
	if (refusals.length) return refusals;
	const published = deed === 'approve' || deed === 'publish';
	if (ends !== null && (given.expireAt !== undefined || published)) {
		const from = deed === 'publish' ? now : Math.max(now, begins ?? now);
		if (ends <= from) refusals.push({ field: 'expireAt', reason: 'ends-before-begins' });
	}
	return refusals;
}
