import { clock } from '../hours';
import type { Opening } from '../hours';
import { clean } from '../rich/clean';
import { toPlain } from '../rich/plain-write';
import type { Field, Json, Target } from './field';
import { dayRows } from './form/hours';
import { rowTexts } from './form/rows';
import { whenTexts } from './form/when';
import { pathText, positionText } from './form/where';
import { pictureRows, stopRows } from './read-form';
import { listOf, partsOf } from './form/json';

/** How values sound in a language; the rooms of words lend it. */
export interface Voice {
	option(field: string, value: string): string;
	/** What a slug is called, the slug itself when nobody knows. */
	reference(to: Target, slug: string): string;
	precision(value: string): string;
	datum(value: string): string;
	unit(unit: string): string;
	day(day: string): string;
	moment(at: number): string;
	metres(metres: number): string;
	points(count: number): string;
	weekday: readonly string[];
	yes: string;
	no: string;
	/** A stated fact holds, or does not. */
	has: string;
	lacks: string;
	closed: string;
	verified: string;
	unverified: string;
}

/** The texts of a field that is written rather than chosen, by tongue; empty where there is none. */
export function textsOf(field: Field, value: Json | undefined): { tongue: string; text: string }[] {
	const plain = (part: Json | undefined) =>
		field.kind === 'rich'
			? part == null
				? ''
				: toPlain(clean(part))
			: part == null || typeof part === 'object'
				? ''
				: String(part);
	if (!('bilingual' in field && field.bilingual)) return [{ tongue: '', text: plain(value) }];
	return ['zh', 'en'].map((tongue) => ({ tongue, text: plain(partsOf(value)[tongue]) }));
}

/** A value as people read it, one line per part of a list; none for an empty value. */
export function valueLines(field: Field, value: Json | undefined, voice: Voice): string[] {
	if (value === undefined || value === null || value === '') return [];
	const { name } = field;
	switch (field.kind) {
		case 'slug':
		case 'line':
		case 'text':
		case 'rich':
			return textsOf(field, value).flatMap(({ text }) => (text ? [text] : []));
		case 'choice':
			return [voice.option(name, String(value))];
		case 'facts':
			return Object.entries(partsOf(value)).map(
				([fact, stated]) => `${voice.option(name, fact)} · ${stated ? voice.has : voice.lacks}`
			);
		case 'tags':
			return listOf(value).map(String);
		case 'choices':
			return listOf(value).map((one) => voice.option(name, String(one)));
		case 'when':
			return whenLines(value, voice);
		case 'rows':
			return rowTexts(field, value).map((row) => Object.values(row).filter(Boolean).join(' · '));
		case 'number':
			return [field.unit ? `${String(value)} ${voice.unit(field.unit)}` : String(value)];
		case 'yes':
			return [value === true ? voice.yes : voice.no];
		case 'day':
			return [voice.day(String(value))];
		case 'moment':
			return [typeof value === 'number' ? voice.moment(value) : String(value)];
		case 'reference':
			return [voice.reference(field.to, String(value))];
		case 'references':
			return listOf(value).map((slug) => voice.reference(field.to, String(slug)));
		case 'position':
			return positionLines(value, voice);
		case 'path': {
			const points = listOf(value);
			return points.length ? [voice.points(points.length)] : [pathText(value)];
		}
		case 'stops':
			return stopRows(value).map(({ place, zh, en }) =>
				[voice.reference('places', place), zh, en].filter(Boolean).join(' · ')
			);
		case 'week':
			return weekLines(value, voice);
		case 'days':
			return dayRows(value).map(({ day, hours, zh, en }) =>
				[voice.day(day), hours || voice.closed, zh, en].filter(Boolean).join(' · ')
			);
		case 'gallery':
			return pictureRows(value).map(({ asset, zh, en }) =>
				[asset, zh, en].filter(Boolean).join(' · ')
			);
		case 'asset':
			return [String(value)];
		case 'base':
			return Object.entries(partsOf(value)).map(
				([part, said]) =>
					`${part}: ${typeof said === 'object' ? JSON.stringify(said) : String(said)}`
			);
	}
}

/** The dates of an event: the first, its rule as calendars write it, those put in and taken out. */
function whenLines(value: Json, voice: Voice): string[] {
	const { precision, from, to, days, except, more } = whenTexts(value);
	const rule = partsOf(value).rule;
	return [
		`${voice.option('when.precision', precision)} · ${[from, to].filter(Boolean).join(' – ')}`,
		typeof rule === 'string' ? `${rule} · ${voice.option('when.days', days)}` : '',
		...more.map((span) => `+ ${[span.from, span.to].filter(Boolean).join(' – ')}`),
		except ? `− ${except}` : ''
	].filter(Boolean);
}

function positionLines(value: Json, voice: Voice): string[] {
	const { precision, accuracy, datum, verified } = partsOf(value);
	return [
		positionText(value),
		typeof precision === 'string' ? voice.precision(precision) : '',
		typeof accuracy === 'number' ? `± ${voice.metres(accuracy)}` : '',
		typeof datum === 'string' && datum !== 'wgs84' ? voice.datum(datum) : '',
		verified ? voice.verified : voice.unverified
	].filter(Boolean);
}

/** Days with the same hours stand together: `Monday–Friday 09:00-17:00`. */
function weekLines(value: Json, voice: Voice): string[] {
	const hoursOf = (weekday: number) =>
		listOf(value)
			.map((row) => row as unknown as Opening & { text?: string })
			.filter((row) => row?.weekday === weekday)
			.map((row) => row.text ?? `${clock(row.opens)}–${clock(row.closes)}`)
			.join(', ');
	const runs: { from: number; to: number; hours: string }[] = [];
	for (let weekday = 1; weekday <= 7; weekday++) {
		const hours = hoursOf(weekday);
		const last = runs.at(-1);
		if (last && last.hours === hours) last.to = weekday;
		else runs.push({ from: weekday, to: weekday, hours });
	}
	if (runs.length === 1 && !runs[0]!.hours) return [];
	return runs.map(({ from, to, hours }) => {
		const days = [voice.weekday[from - 1], ...(to > from ? [voice.weekday[to - 1]] : [])].join('–');
		return `${days} ${hours || voice.closed}`;
	});
}
