import type { Admission } from './admission';

const MINUTE = 60_000;

/** When one may sign up for a date, and until when give back. */
interface Window {
	opensAt: number;
	/** Exclusive: at this very moment it is closed. */
	closesAt: number;
	cancelUntil: number;
}

export const windowOf = (
	plan: Pick<Admission, 'opensAt' | 'closesBefore' | 'cancelBefore'>,
	{ startsAt, publishedAt }: { startsAt: number; publishedAt: number | null }
): Window => ({
	opensAt: plan.opensAt ?? publishedAt ?? startsAt,
	closesAt: startsAt - plan.closesBefore * MINUTE,
	cancelUntil: startsAt - plan.cancelBefore * MINUTE
});

/** When an offer made now ends: after its time, and never later than one may still sign up or come. */
export const offerEnd = (
	plan: Pick<Admission, 'offerMinutes'>,
	startsAt: number,
	now: number
): number => Math.min(now + plan.offerMinutes * MINUTE, startsAt);

/** Why nobody can sign up for a date right now; null when one can. */
export type Shut = 'off' | 'not-open' | 'closed' | 'cancelled' | 'postponed';

export function whyShut(
	plan: Admission,
	stand: {
		startsAt: number;
		publishedAt: number | null;
		/** Of the date, and of the event as a whole. */
		standings: readonly ('scheduled' | 'postponed' | 'cancelled')[];
		/** The organizer’s switch. */
		open: boolean;
		/** Whether the list is sealed for a draw. */
		sealed?: boolean;
	},
	now: number
): Shut | null {
	if (stand.standings.includes('cancelled')) return 'cancelled';
	if (stand.standings.includes('postponed')) return 'postponed';
	if (!stand.open) return 'off';
	const { opensAt, closesAt } = windowOf(plan, stand);
	if (now >= closesAt || stand.sealed) return 'closed';
	return now < opensAt ? 'not-open' : null;
}

/** How full a date is, as pages that are kept in a cache say it: it changes seldom. */
export type Room = 'free' | 'few' | 'full';

/** Of all heads, these many are few. */
const FEW = 0.1;

export function roomOf(
	counts: readonly { capacity: number; taken: number; waiting: number }[]
): Room {
	const free = counts.reduce(
		(sum, { capacity, taken, waiting }) => sum + (waiting > 0 ? 0 : capacity - taken),
		0
	);
	const all = counts.reduce((sum, { capacity }) => sum + capacity, 0);
	return free <= 0 ? 'full' : free <= all * FEW ? 'few' : 'free';
}
