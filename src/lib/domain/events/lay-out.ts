import { isDay } from '../day';
import { accept, refuse } from '../refusal';
import type { Refusal, Ruled } from '../refusal';
import { startsOf } from './starts';
import { MOST_OCCASIONS } from './when';
import type { Occasion, Span, When } from './when';

const DAY = 86_400_000;
/** An event that lasts longer than this is a series. */
const LONGEST = 400 * DAY;

/** A span in time: milliseconds since the epoch, the end exclusive. */
interface Time {
	startsAt: number;
	endsAt: number | null;
}

const MINUTE = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d$/;

/** A local text in Asia/Shanghai as milliseconds; null when there is no such day or minute. */
function momentAt(text: string, days: boolean): number | null {
	const day = days ? text : (MINUTE.exec(text)?.[1] ?? '');
	if (!isDay(day)) return null;
	return Date.parse(days ? `${text}T00:00:00+08:00` : `${text}:00+08:00`);
}

function timeOf(span: Span, days: boolean, field: string): Time | Refusal {
	const startsAt = momentAt(span.from, days);
	if (startsAt === null)
		return { field: `${field}.from`, reason: days ? 'no-such-day' : 'no-such-moment' };
	if (!span.to) return { startsAt, endsAt: days ? startsAt + DAY : null };
	const last = momentAt(span.to, days);
	if (last === null)
		return { field: `${field}.to`, reason: days ? 'no-such-day' : 'no-such-moment' };
	const endsAt = days ? last + DAY : last;
	if (endsAt <= startsAt) return { field: `${field}.to`, reason: 'ends-before-start' };
	if (endsAt - startsAt > LONGEST)
		return { field: `${field}.to`, reason: 'too-long-time', detail: { days: LONGEST / DAY } };
	return { startsAt, endsAt };
}

/** What a date is called: its planned start in Asia/Shanghai as `YYYYMMDD'T'HHmm`. */
const keyOf = (startsAt: number): string =>
	new Date(startsAt + 8 * 3_600_000).toISOString().slice(0, 16).replace(/[-:]/g, '');

/** The day in Asia/Shanghai a moment lies in, `YYYY-MM-DD`. */
const dayAt = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

/**
 * Lays the dates of an event out in time, in order.
 * @param works whether a day is a working day by the calendar (调休 included)
 * @returns refusals that name the input: `ends-before-start`, `no-such-day`, `no-such-moment`,
 * `never-ends`, `too-many-dates`, `rule-too-far`, `no-such-rule`, `no-dates`, `not-for-days`
 */
export function layOut(when: When, works: (day: string) => boolean): Ruled<Occasion[]> {
	const days = when.precision !== 'minute';
	const first = timeOf(when.first, days, 'when');
	if ('reason' in first) return refuse(first);
	if (when.precision === 'span' && (when.rule || when.more.length))
		return refuse({ field: 'when.rule', reason: 'not-for-days' });

	const times = [first];
	if (when.rule) {
		const from = days ? `${when.first.from}T00:00` : when.first.from;
		const starts = startsOf(when.rule, from, MOST_OCCASIONS);
		if ('reason' in starts) return refuse(starts);
		const length = first.endsAt === null ? null : first.endsAt - first.startsAt;
		times.length = 0;
		for (const start of starts) {
			const startsAt = Date.parse(`${start}:00+08:00`);
			const kept = when.days === 'any' || works(dayAt(startsAt)) === (when.days === 'working');
			if (kept) times.push({ startsAt, endsAt: length === null ? null : startsAt + length });
		}
	}
	for (const [n, span] of when.more.entries()) {
		const time = timeOf(span, days, `when.more.${n}`);
		if ('reason' in time) return refuse(time);
		times.push(time);
	}
	const wrong = when.except.find((day) => !isDay(day));
	if (wrong !== undefined)
		return refuse({ field: 'when.except', reason: 'no-such-day', detail: { day: wrong } });

	const skipped = new Set(when.except);
	const byKey = new Map(
		times
			.filter(({ startsAt }) => !skipped.has(dayAt(startsAt)))
			.map((time): [string, Occasion] => [
				keyOf(time.startsAt),
				{ key: keyOf(time.startsAt), ...time }
			])
	);
	if (!byKey.size) return refuse({ field: 'when.first', reason: 'no-dates' });
	if (byKey.size > MOST_OCCASIONS)
		return refuse({
			field: 'when.more',
			reason: 'too-many-dates',
			detail: { max: MOST_OCCASIONS }
		});
	return accept([...byKey.values()].sort((a, b) => a.startsAt - b.startsAt));
}
