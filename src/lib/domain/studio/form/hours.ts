import { clock } from '../../hours';
import type { Opening } from '../../hours';
import { readHours } from '../../import/hours';
import type { Json } from '../field';
import type { Entries, Pair } from './entries';
import { dayOf, pairOf } from './plain';

/** A row that could not be read; it carries what was typed. */
type Typed = { text: string };
const isTyped = (row: Json): row is Typed =>
	typeof row === 'object' && row !== null && 'text' in row && typeof row.text === 'string';

const names = '一二三四五六日';
const rowsOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
const spanText = ({ opens, closes }: { opens: number; closes: number }) =>
	`${clock(opens)}-${clock(closes)}`;

/** The hours of one day as people write them, `09:00-11:30, 13:30-17:00`; null when unreadable. */
export function readDay(weekday: number, typed: string): Opening[] | null {
	const read = readHours(`周${names[weekday - 1]} ${typed}`);
	return typeof read === 'string' ? null : read;
}

/** A week of openings from its seven inputs `week.1` … `week.7`. */
export function readWeek(name: string, entries: Entries): Json {
	const rows = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday): Json[] => {
		const typed = entries.one(`${name}.${weekday}`);
		if (typed.trim() === '') return [];
		return (readDay(weekday, typed) as Json[] | null) ?? [{ weekday, text: typed }];
	});
	const at = (row: Json) => {
		const { weekday, opens } = row as Partial<Opening>;
		return (weekday ?? 0) * 10_000 + (opens ?? 0);
	};
	return rows.length ? rows.sort((a, b) => at(a) - at(b)) : null;
}

/** What stands in the input of a weekday. */
export function weekdayText(value: Json | undefined, weekday: number): string {
	return rowsOf(value)
		.filter((row) => (row as { weekday?: number } | null)?.weekday === weekday)
		.map((row) => (isTyped(row) ? row.text : spanText(row as unknown as Opening)))
		.join(', ');
}

export const writeWeek = (name: string, value: Json | undefined): Pair[] =>
	[1, 2, 3, 4, 5, 6, 7].map((day): Pair => [`${name}.${day}`, weekdayText(value, day)]);

/** One line of the list of exceptional days: several openings of a day stand in one line. */
interface DayRow {
	day: string;
	hours: string;
	zh: string;
	en: string;
}

/** Exceptional days from lines `days.<n>.day|hours|zh|en`; no hours mean closed all day. */
export function readDays(name: string, entries: Entries): Json {
	const rows = entries.rows(name, ['day', 'hours', 'zh', 'en']).flatMap((row): Json[] => {
		const { day = '', hours = '', zh = '', en = '' } = row;
		const common = { day: dayOf(day) ?? '', reason: pairOf(zh, en) };
		if (hours.trim() === '') return [{ ...common, opens: null, closes: null }];
		const read = readDay(1, hours);
		if (!read || read.some(({ weekday }) => weekday !== 1)) return [{ ...common, text: hours }];
		if (!read.length) return [{ ...common, opens: null, closes: null }];
		return read.map(({ opens, closes }) => ({ ...common, opens, closes }));
	});
	return rows.length ? rows : null;
}

/** The lines of the list of exceptional days. */
export function dayRows(value: Json | undefined): DayRow[] {
	const rows: (DayRow & { closed: boolean })[] = [];
	for (const part of rowsOf(value)) {
		if (typeof part !== 'object' || part === null || Array.isArray(part)) continue;
		const reason = (part.reason ?? {}) as { zh?: string; en?: string | null };
		const row = { day: String(part.day ?? ''), zh: reason.zh ?? '', en: reason.en ?? '' };
		const closed = part.opens == null && !isTyped(part);
		const hours = isTyped(part) ? part.text : closed ? '' : spanText(part as unknown as Opening);
		const last = rows.at(-1);
		const joins =
			last &&
			!closed &&
			!last.closed &&
			last.day === row.day &&
			last.zh === row.zh &&
			last.en === row.en;
		if (joins) last.hours += `, ${hours}`;
		else rows.push({ ...row, hours, closed });
	}
	return rows.map(({ day, hours, zh, en }) => ({ day, hours, zh, en }));
}

export const writeDays = (name: string, value: Json | undefined): Pair[] =>
	dayRows(value).flatMap((row, n) =>
		Object.entries(row).map(([part, text]): Pair => [`${name}.${n}.${part}`, text])
	);
