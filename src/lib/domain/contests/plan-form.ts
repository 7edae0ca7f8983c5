import type { Locale } from '../locale';
import { at, draftOf, rowsAt, wordAt } from './plan-draft';
import type { Draft, DraftOf } from './plan-draft';
import type { PlanField } from './plan-fields';
import {
	readBitrate,
	readBytes,
	readMoment,
	readNumber,
	readRatios,
	readSeconds,
	readShare,
	writeBitrate,
	writeBytes,
	writeMoment,
	writeSeconds,
	writeShare
} from './plan-quantities';

type Json = unknown;
type Said = Record<string, Json>;

/** What a form says, of the kinds a plan has; what cannot be read stays as typed, to be refused. */
export const readPart = (fields: readonly PlanField[], draft: Draft | undefined): Said =>
	Object.fromEntries(fields.map((field) => [field.name, read(field, draft)]));

function read(field: PlanField, draft: Draft | undefined): Json {
	const { name } = field;
	const word = wordAt(draft, name);
	switch (field.kind) {
		case 'line':
			return word.normalize('NFKC').trim();
		case 'both': {
			const [zh, en] = [wordAt(draft, `${name}.zh`).trim(), wordAt(draft, `${name}.en`).trim()];
			return field.optional && !zh && !en ? null : { zh, en: en || null };
		}
		case 'whole':
		case 'number':
			return readNumber(word);
		case 'seconds':
			return readSeconds(word);
		case 'bytes':
			return readBytes(word);
		case 'bitrate':
			return readBitrate(word);
		case 'share':
			return readShare(word);
		case 'ratios':
			return readRatios(word);
		case 'moment':
			return readMoment(wordAt(draft, `${name}.day`), wordAt(draft, `${name}.time`), field.end);
		case 'yes':
			return word === 'on';
		case 'one':
			return word;
		case 'many':
			return field.options.filter((option) => wordAt(draft, `${name}.${option}`) === 'on');
		case 'numbers':
			return Object.fromEntries(
				field.words.flatMap((one) => {
					const value = readNumber(wordAt(draft, `${name}.${one}`));
					return value === null ? [] : [[one, value]];
				})
			);
		case 'asked': {
			const ticked = Object.entries(objectAt(draft, name)).flatMap(([id, set]) =>
				set === 'on' ? [id] : []
			);
			return ticked.length ? ticked : null;
		}
		case 'warns':
			return Object.fromEntries(
				field.rules.flatMap((rule) =>
					wordAt(draft, `${name}.${rule}`) === 'warn' ? [[rule, 'warn']] : []
				)
			);
		case 'group':
			return field.optional && wordAt(draft, `${name}.asked`) !== 'on'
				? null
				: readPart(field.fields, at(draft, name));
		case 'list':
			return rowsAt(draft, name).map((row) => ({
				[field.key]: wordAt(row, field.key),
				...readPart(field.fields, row)
			}));
	}
}

const objectAt = (draft: Draft | undefined, name: string): DraftOf => {
	const found = at(draft, name);
	return typeof found === 'object' && !Array.isArray(found) ? found : {};
};

/** The form of what a plan says; reading it gives the same again. */
export const writePart = (fields: readonly PlanField[], said: unknown, locale: Locale): DraftOf =>
	Object.fromEntries(
		fields.map((field) => [field.name, write(field, (said as Said)[field.name], locale)])
	);

const ticks = (words: readonly string[]): DraftOf =>
	Object.fromEntries(words.map((word) => [word, 'on']));

function write(field: PlanField, value: Json, locale: Locale): Draft {
	switch (field.kind) {
		case 'line':
		case 'one':
			return String(value ?? '');
		case 'both': {
			const text = value as { zh?: string; en?: string | null } | null | undefined;
			return { zh: text?.zh ?? '', en: text?.en ?? '' };
		}
		case 'whole':
		case 'number':
			return value === null || value === undefined ? '' : String(value as number);
		case 'seconds':
			return writeSeconds(value as number | null, locale);
		case 'bytes':
			return writeBytes(value as number | null);
		case 'bitrate':
			return writeBitrate(value as number | null);
		case 'share':
			return writeShare(value as number | null);
		case 'ratios':
			return (value as string[]).join(locale === 'en' ? ', ' : '、');
		case 'moment':
			return writeMoment(value as number | null, field.end);
		case 'yes':
			return value === true ? 'on' : '';
		case 'many':
			return ticks(value as string[]);
		case 'asked':
			return ticks((value as string[] | null) ?? []);
		case 'numbers':
		case 'warns':
			return Object.fromEntries(
				Object.entries(value as Said).map(([key, one]) => [key, String(one as string | number)])
			);
		case 'group':
			if (value === null) return {};
			return {
				...writePart(field.fields, value, locale),
				...(field.optional ? { asked: 'on' } : {})
			};
		case 'list':
			return (value as Said[]).map((row) => ({
				[field.key]: String(row[field.key]),
				...writePart(field.fields, row, locale)
			}));
	}
}

/** A row as it is added, with the word it will be known by. */
export const blankRow = (
	{ key, blank = {} }: Extract<PlanField, { kind: 'list' }>,
	fresh: string
): DraftOf => ({ [key]: fresh, ...draftOf(Object.entries(blank)) });
