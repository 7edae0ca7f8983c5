import { isDay } from '../day';
import { MAX_PAGE, MAX_QUERY, MAX_VALUES } from '../filter';
import { slugPattern } from '../place';
import { accept, refuse } from '../refusal';
import type { Refusal, Ruled } from '../refusal';
import { audiences, eventTypes } from './event';
import type { Audience, EventType } from './event';

/** How dates are laid before the reader. */
export const eventViews = ['list', 'month', 'week'] as const;
type EventView = (typeof eventViews)[number];

/** Days a calendar can be opened at: those around them are days of four-digit years as well. */
const CALENDAR = { first: '1900-01-01', last: '2199-12-31' } as const;
const opens = (day: string) => isDay(day) && CALENDAR.first <= day && day <= CALENDAR.last;

/** One question about events; list, month, week, map, calendar and API answer the same one. */
export interface EventFilter {
	towns: string[];
	types: EventType[];
	series: string | null;
	chapter: string | null;
	audiences: Audience[];
	/** Only dates one can sign up for that have seats left. */
	free: boolean;
	/** What was, newest first, instead of what comes. */
	past: boolean;
	q: string;
	view: EventView;
	/** A day of the month or week shown, `YYYY-MM-DD`; null is today. */
	day: string | null;
	/** 1 for the first page. */
	page: number;
}

/** The filter that asks for everything that comes. */
export const everyEvent: EventFilter = {
	towns: [],
	types: [],
	series: null,
	chapter: null,
	audiences: [],
	free: false,
	past: false,
	q: '',
	view: 'list',
	day: null,
	page: 1
};

/**
 * Reads a filter from an address; parameters it does not know are left alone, wrong values of those
 * it knows are refused, all at once.
 */
export function parseEventFilter(params: URLSearchParams): Ruled<EventFilter> {
	const refusals: Refusal[] = [];
	const unknown = (field: string, value: string) =>
		refusals.push({ field, reason: 'unknown-value', detail: { value: value.slice(0, 60) } });
	const many = (name: string): string[] => {
		const values = [...new Set(params.getAll(name).flatMap((value) => value.split(',')))].filter(
			Boolean
		);
		if (values.length <= MAX_VALUES) return values;
		refusals.push({ field: name, reason: 'too-many-values', detail: { limit: MAX_VALUES } });
		return [];
	};
	const choices = <T extends string>(name: string, known: readonly T[]): T[] => {
		const values = many(name);
		for (const value of values) if (!known.includes(value as T)) unknown(name, value);
		return values as T[];
	};
	const slugs = (name: string): string[] => {
		const values = many(name);
		for (const value of values)
			if (value.length > 80 || !slugPattern.test(value)) unknown(name, value);
		return values;
	};
	const one = (name: string): string | null => {
		const values = slugs(name);
		if (values.length > 1) refusals.push({ field: name, reason: 'only-one' });
		return values[0] ?? null;
	};
	const yes = (name: string): boolean => {
		const value = params.get(name) ?? '';
		if (!['', '0', '1'].includes(value)) unknown(name, value);
		return value === '1';
	};
	const view = params.get('view') || 'list';
	if (!(eventViews as readonly string[]).includes(view)) unknown('view', view);
	const day = params.get('day') || null;
	if (day !== null && !opens(day)) unknown('day', day);
	const number = params.get('page') || '1';
	const page = /^[1-9]\d{0,4}$/.test(number) ? Number(number) : NaN;
	if (!(page <= MAX_PAGE))
		refusals.push({ field: 'page', reason: 'page-out-of-range', detail: { limit: MAX_PAGE } });
	const q = params.getAll('q').join(' ').trim();
	if (q.length > MAX_QUERY)
		refusals.push({
			field: 'q',
			reason: 'too-long',
			detail: { limit: MAX_QUERY, length: q.length }
		});
	const filter: EventFilter = {
		towns: slugs('town'),
		types: choices('type', eventTypes),
		series: one('series'),
		chapter: one('chapter'),
		audiences: choices('for', audiences),
		free: yes('free'),
		past: yes('past'),
		q,
		view: view as EventView,
		day,
		page
	};
	return refusals.length ? refuse(...refusals) : accept(filter);
}

/** The address parameters of a filter, without what is said by saying nothing. */
export function eventQuery(filter: Partial<EventFilter>): URLSearchParams {
	const query = new URLSearchParams();
	for (const town of filter.towns ?? []) query.append('town', town);
	for (const type of filter.types ?? []) query.append('type', type);
	if (filter.series) query.set('series', filter.series);
	if (filter.chapter) query.set('chapter', filter.chapter);
	for (const audience of filter.audiences ?? []) query.append('for', audience);
	if (filter.free) query.set('free', '1');
	if (filter.past) query.set('past', '1');
	if (filter.q) query.set('q', filter.q);
	if (filter.view && filter.view !== 'list') query.set('view', filter.view);
	if (filter.day) query.set('day', filter.day);
	if (filter.page && filter.page > 1) query.set('page', String(filter.page));
	return query;
}

/** The days a month or week shows, Monday first, `YYYY-MM-DD`; a month fills whole weeks. */
export function daysShown(view: 'month' | 'week', day: string): string[] {
	const DAY = 86_400_000;
	const at = Date.parse(`${day}T00:00:00Z`);
	const first = view === 'month' ? Date.parse(`${day.slice(0, 7)}-01T00:00:00Z`) : at;
	const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY;
	const next = new Date(first);
	next.setUTCMonth(next.getUTCMonth() + 1);
	const weeks = view === 'week' ? 1 : Math.ceil((next.getTime() - monday) / DAY / 7);
	return Array.from({ length: weeks * 7 }, (_, n) =>
		new Date(monday + n * DAY).toISOString().slice(0, 10)
	);
}

/** A day in the month or week before (−1) or after (1). */
export function stepped(view: 'month' | 'week', day: string, by: -1 | 1): string {
	const at = new Date(`${day}T00:00:00Z`);
	if (view === 'week') at.setUTCDate(at.getUTCDate() + 7 * by);
	else at.setUTCMonth(at.getUTCMonth() + by, 1);
	return at.toISOString().slice(0, 10);
}
