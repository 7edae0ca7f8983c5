import { clean } from '../rich/clean';
import { fromPlain } from '../rich/plain-read';
import { toPlain } from '../rich/plain-write';
import { isBlank } from '../rich/rich';
import type { Rich } from '../rich/rich';
import { pathText, readPath, readPosition, writePosition } from './form/where';
import { readBase, writeBase } from './form/base';
import { Entries } from './form/entries';
import type { Pair } from './form/entries';
import { readDays, readWeek, writeDays, writeWeek } from './form/hours';
import { readRows, writeRows } from './form/rows';
import { readWhen, writeWhen } from './form/when';
import { dayOf, momentOf, momentText, numberOf, pairOf, textOf } from './form/plain';
import type { Content, Field, Json } from './field';
import { listOf, partsOf, shown } from './form/json';

export { Entries } from './form/entries';
export type { Pair } from './form/entries';

/**
 * The content a form sent. What cannot be read stands in it as typed, so that the shape refuses it
 * and the form shows it again; what is empty is left out. Inputs that belong to no field are ignored.
 */
export function readForm(fields: readonly Field[], pairs: Iterable<Pair>): Content {
	const entries = new Entries(pairs);
	return Object.fromEntries(
		fields.flatMap((field) => {
			const value = readField(field, entries);
			return value === null ? [] : [[field.name, value]];
		})
	);
}

/** What the inputs of a form hold for a content; reading it back gives the same content. */
export const writeForm = (fields: readonly Field[], content: Content): Pair[] =>
	fields.flatMap((field) => writeField(field, content[field.name]));

/** One field of {@link readForm}; null when it is empty. */
function readField(field: Field, entries: Entries): Json {
	const { name, kind } = field;
	const one = (part = '') => entries.one(part ? `${name}.${part}` : name);
	switch (kind) {
		case 'slug':
		case 'reference':
		case 'asset':
			return textOf(one())?.trim() ?? null;
		case 'choice':
			return textOf(one());
		case 'line':
		case 'text':
			return field.bilingual ? pairOf(one('zh'), one('en')) : textOf(one());
		case 'rich': {
			const [zh, en] = [richOf(entries, `${name}.zh`), richOf(entries, `${name}.en`)];
			if (isBlank(zh) && isBlank(en)) return null;
			return { zh, en: isBlank(en) ? null : en } as unknown as Json;
		}
		case 'facts': {
			const stated = field.options.filter((option) => ['yes', 'no'].includes(one(option)));
			if (!stated.length) return null;
			return Object.fromEntries(stated.map((option) => [option, one(option) === 'yes']));
		}
		case 'tags':
		case 'choices':
		case 'references': {
			const given = entries.all(name).filter((text) => text.trim() !== '');
			return given.length ? [...new Set(given.map((text) => text.trim()))] : null;
		}
		case 'number':
			return numberOf(one());
		case 'yes':
			return one() !== '';
		case 'day':
			return dayOf(one());
		case 'moment':
			return momentOf(one());
		case 'position':
			return readPosition(name, entries);
		case 'path':
			return readPath(one());
		case 'when':
			return readWhen(name, entries);
		case 'rows':
			return readRows(field, entries);
		case 'stops': {
			const rows = entries.rows(name, ['place', 'zh', 'en']);
			const stops = rows.map(({ place = '', zh = '', en = '' }) => ({
				place: place.trim(),
				note: pairOf(zh, en)
			}));
			return stops.length ? stops : null;
		}
		case 'week':
			return readWeek(name, entries);
		case 'days':
			return readDays(name, entries);
		case 'gallery': {
			const rows = entries.rows(name, ['asset', 'zh', 'en']);
			const pictures = rows.map(({ asset = '', zh = '', en = '' }) => ({
				asset: asset.trim(),
				alt: pairOf(zh, en)
			}));
			return pictures.length ? pictures : null;
		}
		case 'base':
			return readBase(name, entries);
	}
}

/** A formatted text as people type it, or as the editor’s JSON where `<name>.form` says so. */
function richOf(entries: Entries, name: string): Rich {
	const sent = entries.one(name);
	if (entries.one(`${name}.form`) !== 'json') return fromPlain(sent);
	try {
		return clean(JSON.parse(sent));
	} catch {
		return fromPlain(sent);
	}
}

/** One field of {@link writeForm}. */
export function writeField(field: Field, value: Json | undefined): Pair[] {
	const { name, kind } = field;
	const parts = partsOf(value);
	switch (kind) {
		case 'slug':
		case 'reference':
		case 'asset':
		case 'choice':
		case 'number':
		case 'day':
			return [[name, shown(value)]];
		case 'line':
		case 'text':
			if (!field.bilingual) return [[name, shown(value)]];
			return [
				[`${name}.zh`, shown(parts.zh)],
				[`${name}.en`, shown(parts.en)]
			];
		case 'rich':
			return ['zh', 'en'].map((tongue): Pair => {
				const text = parts[tongue];
				return [`${name}.${tongue}`, text == null ? '' : toPlain(clean(text))];
			});
		case 'facts':
			return field.options.map((option): Pair => {
				const stated = parts[option];
				return [`${name}.${option}`, stated === true ? 'yes' : stated === false ? 'no' : ''];
			});
		case 'tags':
		case 'choices':
		case 'references':
			return listOf(value).map((text): Pair => [name, shown(text)]);
		case 'yes':
			return value === true ? [[name, 'on']] : [];
		case 'moment':
			return [[name, typeof value === 'number' ? momentText(value) : shown(value)]];
		case 'position':
			return writePosition(name, value);
		case 'path':
			return [[name, pathText(value)]];
		case 'when':
			return writeWhen(name, value);
		case 'rows':
			return writeRows(field, value);
		case 'stops':
			return rowPairs(name, stopRows(value));
		case 'week':
			return writeWeek(name, value);
		case 'days':
			return writeDays(name, value);
		case 'gallery':
			return rowPairs(name, pictureRows(value));
		case 'base':
			return writeBase(name, value);
	}
}

const rowPairs = (name: string, rows: Record<string, string>[]): Pair[] =>
	rows.flatMap((row, n) => [
		[`${name}.${n}.order`, String(n + 1)] as Pair,
		...Object.entries(row).map(([part, text]): Pair => [`${name}.${n}.${part}`, text])
	]);

/** The rows of a list of stops. */
export const stopRows = (value: Json | undefined): { place: string; zh: string; en: string }[] =>
	listOf(value).map((stop) => {
		const { place, note } = partsOf(stop);
		return { place: shown(place), zh: shown(partsOf(note).zh), en: shown(partsOf(note).en) };
	});

/** The rows of a list of pictures. */
export const pictureRows = (value: Json | undefined): { asset: string; zh: string; en: string }[] =>
	listOf(value).map((picture) => {
		const { asset, alt } = partsOf(picture);
		return { asset: shown(asset), zh: shown(partsOf(alt).zh), en: shown(partsOf(alt).en) };
	});
