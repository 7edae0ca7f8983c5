/** A day that is not as its weekday would have it, as the page is told it. */
interface Special {
	/** `YYYY-MM-DD` */
	day: string;
	works: boolean;
	name: string | null;
	/** Entered by this office. */
	own: boolean;
	source: string | null;
}

/** Days that follow one another and are alike, as one line; `count` is how many. */
export interface Run extends Special {
	last: string;
	count: number;
}

const DAY = 86_400_000;

/** A holiday is read as one line; what this office entered stays day by day, to be taken out again. */
export function runsOf(days: readonly Special[]): Run[] {
	const runs: Run[] = [];
	for (const day of days) {
		const run = runs.at(-1);
		const alike =
			run &&
			!run.own &&
			!day.own &&
			run.works === day.works &&
			run.name === day.name &&
			Date.parse(day.day) - Date.parse(run.last) === DAY;
		if (alike) {
			run.last = day.day;
			run.count++;
		} else runs.push({ ...day, last: day.day, count: 1 });
	}
	return runs;
}
