import { isDay } from '../day';
import { dayAfter } from './slots';

/** Where requests lie in the inbox: what waits for the office first. */
export const shelves = ['waiting', 'offered', 'coming', 'unmarked', 'over'] as const;
export type Shelf = (typeof shelves)[number];

/** What a list of requests is asked for. */
export interface InboxQuery {
	shelf: Shelf;
	/** Id of a place; empty for all. */
	place: string;
	/** From 1. */
	page: number;
}

const idOf = (text: string | null): string => (/^[a-z0-9]{20}$/.test(text ?? '') ? text! : '');

/** Reads an address; what it cannot mean is left out. */
export function parseInbox(params: URLSearchParams): InboxQuery {
	const page = params.get('page') ?? '';
	return {
		shelf: shelves.find((one) => one === params.get('show')) ?? 'waiting',
		place: idOf(params.get('place')),
		page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1
	};
}

/** Writes a query as the end of an address. */
export function formatInbox({ shelf, place, page }: InboxQuery): string {
	const text = new URLSearchParams({
		...(shelf === 'waiting' ? {} : { show: shelf }),
		...(place ? { place } : {}),
		...(page > 1 ? { page: String(page) } : {})
	}).toString();
	return text && `?${text}`;
}

/** A stretch of days a calendar shows. */
export interface Sheet {
	view: 'month' | 'week';
	place: string;
	/** `2026-11`, or the Monday of a week. */
	at: string;
	/** First and last day shown, whole weeks from Monday. */
	from: string;
	to: string;
}

/** ISO weekday, 1 Monday … 7 Sunday. */
export const weekday = (day: string): number =>
	((Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 3) % 7) + 1;
const monday = (day: string): string => dayAfter(day, 1 - weekday(day));

/** Whether a text names a month there is, from 2000 to 2099. */
export const isMonth = (text: string | null): text is string =>
	/^20\d\d-(0[1-9]|1[0-2])$/.test(text ?? '');

/** The month so many months later (or earlier). */
export function monthAfter(month: string, count: number): string {
	const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
	return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** The last day of a month. */
export const lastOf = (month: string): string => dayAfter(`${monthAfter(month, 1)}-01`, -1);

/** Reads the address of a calendar. */
export function parseSheet(params: URLSearchParams, today: string): Sheet {
	const place = idOf(params.get('place'));
	const week = params.get('week');
	if (week !== null) {
		const sane = isDay(week) && isMonth(week.slice(0, 7));
		const from = monday(sane ? week : today);
		return { view: 'week', place, at: from, from, to: dayAfter(from, 6) };
	}
	const asked = params.get('month');
	const month = isMonth(asked) ? asked : today.slice(0, 7);
	const last = lastOf(month);
	return {
		...{ view: 'month', place, at: month, from: monday(`${month}-01`) },
		to: dayAfter(last, 7 - weekday(last))
	};
}

/** Every day from the first to the last. */
export function daysBetween(from: string, to: string): string[] {
	const days: string[] = [];
	for (let day = from; day <= to; day = dayAfter(day, 1)) days.push(day);
	return days;
}
