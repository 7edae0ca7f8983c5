/** Time left, in whole parts; all nought when it is over. */
interface Left {
	days: number;
	hours: number;
	minutes: number;
	seconds: number;
}

/** What is left from `now` until `at`, both ms since the epoch; a part of a second still counts. */
export function leftUntil(at: number, now: number): Left {
	const all = Math.max(0, Math.ceil((at - now) / 1000));
	return {
		days: Math.floor(all / 86_400),
		hours: Math.floor(all / 3600) % 24,
		minutes: Math.floor(all / 60) % 60,
		seconds: all % 60
	};
}
