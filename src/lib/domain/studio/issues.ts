import type { Refusal } from '../refusal';
import type { Field, Json } from './field';
import { readPoint } from './form/where';

/** What a shape says against a content; the part of Zod’s issues a sentence needs. */
export interface Issue {
	code?: string | undefined;
	path: readonly PropertyKey[];
	message: string;
	maximum?: number | bigint;
	minimum?: number | bigint;
	origin?: string;
	expected?: string;
}

/**
 * A shape’s issues as refusals people can act on: which input, and the numbers its sentence needs.
 * One per input, the first that was found.
 */
export function refusalsOf(
	fields: readonly Field[],
	content: unknown,
	issues: readonly Issue[]
): Refusal[] {
	const found = new Map<string, Refusal>();
	for (const issue of issues) {
		const field = issue.path.map(String).join('.');
		const described = fields.find(({ name }) => name === issue.path[0]);
		const value = at(content, issue.path);
		const refusal = { field, ...reasonOf(issue, described, value, content) };
		// A position that cannot be read lacks both of its numbers; once is enough.
		const key = described?.kind === 'position' ? described.name : field;
		if (!found.has(key)) found.set(key, refusal);
	}
	return [...found.values()];
}

function at(content: unknown, path: readonly PropertyKey[]): Json | undefined {
	let value = content;
	for (const key of path) {
		if (typeof value !== 'object' || value === null) return undefined;
		value = (value as Record<PropertyKey, unknown>)[key];
	}
	return value as Json | undefined;
}

type Said = Omit<Refusal, 'field'>;

function reasonOf(
	{ code, message, maximum, minimum, origin, expected }: Issue,
	field: Field | undefined,
	value: Json | undefined,
	content: unknown
): Said {
	const length = typeof value === 'string' || Array.isArray(value) ? value.length : Number(value);
	if (code === 'custom') return { reason: message };
	if (code === 'unrecognized_keys') return { reason: 'unknown-field' };
	if (field?.kind === 'position') return { reason: whyNowhere(field, content) };
	if (code === 'too_big') {
		const max = Number(maximum);
		if (origin === 'string') return { reason: 'too-long', detail: { max, length } };
		if (origin === 'array') return { reason: 'too-many', detail: { max, length } };
		return { reason: 'too-large', detail: { max } };
	}
	if (code === 'too_small') {
		const min = Number(minimum);
		if (origin === 'string' && (min === 1 || !length)) return { reason: 'required' };
		if (origin === 'string') return { reason: 'too-short', detail: { min } };
		if (origin === 'array') return { reason: 'too-few', detail: { min } };
		return { reason: 'too-small', detail: { min } };
	}
	if (value === undefined || value === null) return { reason: 'required' };
	if (code === 'invalid_type' && expected === 'int') return { reason: 'not-whole' };
	return { reason: unreadable(field, code) };
}

function unreadable(field: Field | undefined, code: string | undefined): string {
	switch (field?.kind) {
		case 'slug':
			return 'not-a-slug';
		case 'number':
			return 'not-a-number';
		case 'day':
			return 'not-a-day';
		case 'week':
			return 'hours-grammar';
		case 'days':
			return code === 'invalid_format' ? 'not-a-day' : 'hours-grammar';
		case 'path':
			return 'not-a-line';
		case 'base':
			return 'not-a-base';
		case 'choice':
			return 'not-a-choice';
		default:
			return 'not-readable';
	}
}

function whyNowhere({ name }: Field, content: unknown): string {
	const value = at(content, [name]) as { at?: unknown; precision?: unknown } | undefined;
	if (typeof value?.at !== 'string') return value?.precision ? 'not-degrees' : 'precision-missing';
	const read = readPoint(value.at);
	return typeof read === 'string' ? read : 'not-degrees';
}
