import days from 'chinese-days';

/** A day on which the office works or not, against or beyond the published calendar. */
export interface DayChange {
	/** `YYYY-MM-DD`. */
	day: string;
	works: boolean;
	name: string | null;
}

interface DayKind {
	works: boolean;
	/** What the holiday or make-up day is called. */
	name: string | null;
	/** True when no notice for the year is known here: only weekends count, so it may change. */
	provisional: boolean;
}

const DAY = 86_400_000;

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;
const textOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

/** Names of published holidays come as `English,中文,days off`; other days carry their weekday. */
const published = (day: string): string | null => days.getDayDetail(day).name.split(',')[1] ?? null;

/** The last year whose notice (国务院办公厅关于节假日安排的通知) the calendar package holds. */
export function lastPublishedYear(): number {
	let year = 2004;
	while (published(`${year + 1}-10-01`)) year++;
	return year;
}

/**
 * The working-day calendar: the published 调休 notices, then what the office added. A year without
 * a notice is provisional, until the office says it has entered all of that year's.
 * @param settled years the office has entered in full
 */
export function calendar(changes: readonly DayChange[] = [], settled: readonly number[] = []) {
	const own = new Map(changes.map((change) => [change.day, change]));
	const last = lastPublishedYear();

	/** What kind of day it is. `day` is `YYYY-MM-DD`. */
	function kind(day: string): DayKind {
		const change = own.get(day);
		if (change) return { works: change.works, name: change.name, provisional: false };
		const year = Number(day.slice(0, 4));
		const provisional = year > last && !settled.includes(year);
		if (year > last || year < 2004) {
			const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
			return { works: weekday !== 0 && weekday !== 6, name: null, provisional };
		}
		return { works: days.isWorkday(day), name: published(day), provisional: false };
	}

	return {
		lastYear: last,
		kind,
		/**
		 * The day `count` working days after `day`, which itself does not count (民法典 §201).
		 * @returns the day, and whether any day on the way was provisional
		 */
		after(day: string, count: number): { day: string; provisional: boolean } {
			let number = dayNumber(day);
			let provisional = false;
			for (let left = count; left > 0;) {
				const next = kind(textOf(++number));
				provisional ||= next.provisional;
				if (next.works) left--;
			}
			return { day: textOf(number), provisional };
		},
		/** Every day of a year that differs from a plain week, in order. */
		year(year: number): (DayKind & { day: string })[] {
			const found: (DayKind & { day: string })[] = [];
			for (let at = dayNumber(`${year}-01-01`); at <= dayNumber(`${year}-12-31`); at++) {
				const day = textOf(at);
				const weekday = (((at + 4) % 7) + 7) % 7;
				const here = kind(day);
				if (own.has(day) || here.name || here.works !== (weekday !== 0 && weekday !== 6))
					found.push({ day, ...here });
			}
			return found;
		}
	};
}
