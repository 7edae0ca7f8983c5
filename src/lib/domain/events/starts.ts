import ICAL from 'ical.js';
import type { Refusal } from '../refusal';
import { partsOf } from './repeat';

/** A rule lays out dates at most this many years after the first. */
const LONGEST_YEARS = 10;

/**
 * The starts a rule gives, local as `YYYY-MM-DDTHH:mm`, the first date included.
 * @param from the first date, `YYYY-MM-DDTHH:mm`
 * @param most more than these are refused
 */
export function startsOf(rule: string, from: string, most: number): string[] | Refusal {
	const field = 'when.rule';
	const parts = partsOf(rule);
	if (!parts) return { field, reason: 'no-such-rule' };
	if (!parts.has('COUNT') && !parts.has('UNTIL')) return { field, reason: 'never-ends' };
	const until = parts.get('UNTIL')?.slice(0, 8);
	if (until && until < from.slice(0, 10).replaceAll('-', ''))
		return { field, reason: 'ends-before-start' };
	if (until) parts.set('UNTIL', `${until}T235959`);
	// Without these a yearly 29 February would slide to 1 March instead of waiting for a leap year.
	if (parts.get('FREQ') === 'YEARLY' && ![...parts.keys()].some((name) => name.startsWith('BY'))) {
		parts.set('BYMONTH', String(Number(from.slice(5, 7))));
		parts.set('BYMONTHDAY', String(Number(from.slice(8, 10))));
	}
	const last = `${Number(from.slice(0, 4)) + LONGEST_YEARS}${from.slice(4)}`;
	const starts = new Set([from]);
	try {
		const walk = ICAL.Recur.fromString(
			[...parts].map(([name, value]) => `${name}=${value}`).join(';')
		).iterator(ICAL.Time.fromDateTimeString(`${from}:00`));
		for (let next = walk.next(); next; next = walk.next()) {
			const start = next.toString().slice(0, 16);
			if (start > last) return { field, reason: 'rule-too-far', detail: { years: LONGEST_YEARS } };
			if (starts.add(start).size > most)
				return { field, reason: 'too-many-dates', detail: { max: most } };
		}
	} catch {
		return { field, reason: 'no-such-rule' };
	}
	return [...starts].sort();
}
