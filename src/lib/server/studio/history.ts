import { and, asc, desc, eq, gte, inArray, lte } from 'drizzle-orm';
import type { By, Who } from '$lib/domain/people/who';
import type { Noun } from '$lib/domain/studio/noun';
import type { Act } from '$lib/domain/studio/state';
import { refusedThing } from '../audit/refused';
import type { Db, Reader } from '../db/open';
import { people, reviews, versions } from '../db/schema';
import { write } from '../db/write';
import { contentOf, find } from './items';
import type { Item } from './items';
import { save } from './save';
import type { Saved } from './save';

/** What was done to a version in review. */
interface VersionAct {
	act: Act;
	step: number;
	name: string | null;
	comment: string | null;
	at: number;
}

/** One saved version, as the list of versions shows it. */
interface Version {
	number: number;
	/** Null for the portal itself, or somebody erased. */
	name: string | null;
	at: number;
	restores: number | null;
	acts: VersionAct[];
}

/** Versions shown at once. */
export const PAGE = 50;

/**
 * The versions of a thing, newest first, with what review did to each.
 * @param before only those with a smaller number
 */
export async function versionsOf(
	db: Reader,
	{ noun, id }: Item,
	before = Number.MAX_SAFE_INTEGER
): Promise<Version[]> {
	const rows = await db
		.select({
			number: versions.number,
			name: people.name,
			at: versions.at,
			restores: versions.restores
		})
		.from(versions)
		.leftJoin(people, eq(people.id, versions.personId))
		.where(and(eq(versions.noun, noun), eq(versions.itemId, id), lte(versions.number, before - 1)))
		.orderBy(desc(versions.number))
		.limit(PAGE);
	if (!rows.length) return [];
	const done = await db
		.select({
			number: reviews.number,
			act: reviews.act,
			step: reviews.step,
			name: people.name,
			comment: reviews.comment,
			at: reviews.at
		})
		.from(reviews)
		.leftJoin(people, eq(people.id, reviews.personId))
		.where(
			and(
				eq(reviews.noun, noun),
				eq(reviews.itemId, id),
				gte(reviews.number, rows.at(-1)!.number),
				lte(reviews.number, rows[0]!.number)
			)
		)
		.orderBy(asc(reviews.at));
	return rows.map((row) => ({
		...row,
		acts: done.flatMap(({ number, ...act }) => (number === row.number ? [act] : []))
	}));
}

/** Who saved a version and when; null for one that is not there. */
export async function version(db: Reader, { noun, id }: Pick<Item, 'noun' | 'id'>, number: number) {
	const [row] = await db
		.select({ number: versions.number, name: people.name, at: versions.at })
		.from(versions)
		.leftJoin(people, eq(people.id, versions.personId))
		.where(
			and(eq(versions.noun, noun), eq(versions.itemId, id), inArray(versions.number, [number]))
		);
	return row ?? null;
}

/** Makes the content of an old version the newest one: a draft that goes through review like any. */
export async function restore(
	db: Db,
	by: By,
	noun: Noun,
	id: string,
	number: number,
	base: number
): Promise<Saved> {
	const item = await seen(db, by.who, noun, id);
	if (!item) await write(db, (tx) => refusedThing(tx, by, noun, id, 'restore'));
	const content = item && (await contentOf(db, item, number));
	if (!item || !content || number >= item.head) return { ok: false, missing: true };
	if (base !== item.head)
		return { ok: false, refusals: [{ field: '', reason: 'changed-meanwhile' }] };
	return save(db, by, noun, { id, base, content, restores: number });
}

const seen = (db: Reader, who: Who | null, noun: Noun, id: string): Promise<Item | null> =>
	find(db, who, noun, id);
