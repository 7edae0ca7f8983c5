import type { By } from '$lib/domain/people/who';
import { freeSlug, slugOf } from '$lib/domain/import/slug';
import { changed, same } from '$lib/domain/studio/field';
import type { Content, Field, Json, Target } from '$lib/domain/studio/field';
import { stopRows } from '$lib/domain/studio/read-form';
import { describe } from '$lib/domain/studio/noun';
import type { Noun } from '$lib/domain/studio/noun';
import { Entries, readForm } from '$lib/domain/studio/read-form';
import type { Pair } from '$lib/domain/studio/read-form';
import type { Refusal } from '$lib/domain/refusal';
import type { Db, Reader } from '../db/open';
import { isSmall, meant } from './choices';
import { version } from './history';
import { contentOf, find, slugTaken } from './items';
import { save } from './save';

/** A field two people wrote differently, for the one who saves later to choose. */
interface Conflict {
	/** Version of the other one. */
	number: number;
	/** Who saved it; null for the portal itself. */
	name: string | null;
	fields: string[];
	theirs: Content;
}

type Submitted =
	| { ok: true; id: string; number: number; taken: string[]; same: boolean }
	| { ok: false; missing: true }
	| {
			ok: false;
			refusals: Refusal[];
			conflict: Conflict | null;
			/** What was typed, for the form to show again. */
			content: Content;
			base: number;
			/** Fields already taken from somebody else. */
			taken: string[];
	  };

/** The pairs of a form; files are no part of it. */
export const pairsOf = (data: FormData): Pair[] =>
	[...data].flatMap(([name, value]): Pair[] => (typeof value === 'string' ? [[name, value]] : []));

/**
 * What the form of a thing sends, saved as its next version.
 * @param id null for a new thing
 */
export async function submit(
	db: Db,
	by: By,
	noun: Noun,
	id: string | null,
	pairs: readonly Pair[]
): Promise<Submitted> {
	const { fields } = describe(noun);
	const entries = new Entries(pairs);
	// What is no number of a version is of none, and refused as such.
	const said = entries.one('base') || '0';
	const base = id === null ? 0 : /^\d{1,9}$/.test(said) ? Number(said) : -1;
	let content = readForm(fields, pairs);
	if (id !== null) content = await chosen(db, by, { noun, id }, base, content, fields, entries);
	content = await understood(db, fields, content);
	if (id === null) content = await withSlug(db, noun, fields, content);

	const fresh = entries.one('fresh');
	const saved = await save(db, by, noun, { id, base, content, ...(fresh ? { fresh } : {}) });
	if (saved.ok) return { ...saved, same: saved.number === base && base > 0 };
	if ('missing' in saved) return saved;
	if ('refusals' in saved) return { ...saved, conflict: null, content, base, taken: [] };
	const { number, theirs, content: merged } = saved.conflict;
	return {
		ok: false,
		refusals: [],
		conflict: {
			number,
			name: id === null ? null : ((await version(db, { noun, id }, number))?.name ?? null),
			fields: saved.conflict.fields,
			theirs
		},
		content: merged,
		base: number,
		taken: changed(fields, content, merged).map(({ name }) => name)
	};
}

/** Where somebody chose the other’s writing of a field (`choose.<field>`), it takes the place of theirs. */
async function chosen(
	db: Reader,
	by: By,
	thing: { noun: Noun; id: string },
	base: number,
	content: Content,
	fields: readonly Field[],
	entries: Entries
): Promise<Content> {
	const wanted = fields.filter(
		({ name }) =>
			entries.one(`choose.${name}`) === 'theirs' &&
			untouched(content[name], entries.one(`mine.${name}`))
	);
	if (!wanted.length) return content;
	const item = await find(db, by.who, thing.noun, thing.id);
	const theirs = item && (await contentOf(db, item, base));
	if (!theirs) return content;
	const taken = Object.fromEntries(wanted.map(({ name }) => [name, theirs[name] ?? null]));
	return { ...content, ...taken };
}

/** Whether a field still says what it said when the choice was asked; what was edited since is meant. */
function untouched(value: Json | undefined, asked: string): boolean {
	if (!asked) return true;
	try {
		return same(value, JSON.parse(asked) as Json);
	} catch {
		return true;
	}
}

/** Slugs in place of the names typed into inputs that point to places and articles. */
async function understood(
	db: Reader,
	fields: readonly Field[],
	content: Content
): Promise<Content> {
	const read = { ...content };
	const slug = (to: Target, text: Json | undefined) =>
		typeof text === 'string' ? meant(db, to, text) : (text ?? null);
	for (const field of fields) {
		const value = content[field.name];
		if (value === undefined || value === null) continue;
		if (field.kind === 'reference' && !isSmall(field.to))
			read[field.name] = await slug(field.to, value);
		if (field.kind === 'stops' && Array.isArray(value)) {
			const stops = stopRows(value);
			read[field.name] = await Promise.all(
				value.map(async (stop, n) => ({
					...(stop as { [key: string]: Json }),
					place: await slug('places', stops[n]!.place)
				}))
			);
		}
	}
	return read;
}

/** A new thing without a slug gets one from the sound of its name. */
async function withSlug(
	db: Reader,
	noun: Noun,
	fields: readonly Field[],
	content: Content
): Promise<Content> {
	const slug = fields.find(({ kind }) => kind === 'slug');
	if (!slug || content[slug.name]) return content;
	const [first] = fields;
	const name = content[first!.name] as { zh?: string } | undefined;
	if (!name?.zh?.trim()) return content;
	return { ...content, [slug.name]: await proposedSlug(db, noun, name.zh) };
}

/** A slug nobody has, from the pinyin of a name. */
export async function proposedSlug(db: Reader, noun: Noun, name: string): Promise<string> {
	const base = slugOf(name.trim().slice(0, 80)).slice(0, 56).replace(/-+$/, '');
	const taken = new Set<string>();
	for (let n = 1; n < 50; n++) {
		const slug = n === 1 ? base : `${base}-${n}`;
		if (!(await slugTaken(db, noun, '', slug))) break;
		taken.add(slug);
	}
	return freeSlug(base, taken);
}
