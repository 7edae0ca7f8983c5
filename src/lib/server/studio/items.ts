import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { isOffice, managed, mayWork, scopesOf } from '$lib/domain/people/may';
import type { Standing } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import type { Content } from '$lib/domain/studio/field';
import type { Noun } from '$lib/domain/studio/noun';
import type { Reader } from '../db/open';
import { given, prepared } from '../db/prepared';
import { items, versions } from '../db/schema';
import { keeperOf } from './nouns';

export type Item = typeof items.$inferSelect;

/** The part of the studio somebody may see, as a condition; every reading of `items` carries it. */
export function visibleTo(who: Who | null): SQL {
	if (isOffice(who)) return sql`1`;
	const scopes = mayWork(who) ? scopesOf(who) : [];
	const ids = (kind: string) => scopes.filter((scope) => scope.kind === kind).map(({ id }) => id);
	const [towns, places, organizations] = [ids('town'), ids('place'), ids('organization')];
	return (
		and(
			inArray(items.noun, [...managed]),
			or(
				towns.length ? inArray(items.town, towns) : sql`0`,
				places.length ? inArray(items.placeId, places) : sql`0`,
				organizations.length ? inArray(items.organization, organizations) : sql`0`
			)
		) ?? sql`0`
	);
}

/** A thing as rules about rights see it. */
export const standing = ({ noun, id, town, placeId, organization }: Item): Standing => ({
	noun,
	id,
	town,
	placeId,
	organization
});

const itemRow = prepared((reader) =>
	reader
		.select()
		.from(items)
		.where(and(eq(items.noun, given('noun')), eq(items.id, given('id'))))
);

/** A thing by its id, null when there is none that this person may see. Things in the trash count. */
export async function find(
	reader: Reader,
	who: Who | null,
	noun: Noun,
	id: string
): Promise<Item | null> {
	// The office sees everything: its question is always the same.
	const [row] = isOffice(who)
		? await itemRow(reader, { noun, id })
		: await reader
				.select()
				.from(items)
				.where(and(eq(items.noun, noun), eq(items.id, id), visibleTo(who)));
	return row ?? null;
}

const contentRow = prepared((reader) =>
	reader
		.select({ content: versions.content })
		.from(versions)
		.where(
			and(
				eq(versions.noun, given('noun')),
				eq(versions.itemId, given('id')),
				eq(versions.number, given('number'))
			)
		)
);

/** The content of a version; number 0 is what the noun’s own tables hold. Null when there is none. */
export async function contentOf(
	reader: Reader,
	{ noun, id }: Pick<Item, 'noun' | 'id'>,
	number: number
): Promise<Content | null> {
	const [row] = await contentRow(reader, { noun, id, number });
	return row?.content ?? (number === 0 ? keeperOf(noun).read(reader, id) : null);
}

/** Whether the studio lists a thing, in the trash or not, whoever may see it. */
export async function isListed(reader: Reader, noun: Noun, id: string): Promise<boolean> {
	const [row] = await reader
		.select({ id: items.id })
		.from(items)
		.where(and(eq(items.noun, noun), eq(items.id, id)));
	return row !== undefined;
}

/** Whether another thing that is not in the trash has this slug already. */
export async function slugTaken(
	reader: Reader,
	noun: Noun,
	id: string,
	slug: string
): Promise<boolean> {
	const [row] = await reader
		.select({ id: items.id })
		.from(items)
		.where(and(eq(items.noun, noun), eq(items.slug, slug), isNull(items.trashedAt)))
		.limit(1);
	return row !== undefined && row.id !== id;
}
