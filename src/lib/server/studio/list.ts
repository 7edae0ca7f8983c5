import { eq, inArray } from 'drizzle-orm';
import type { Who } from '$lib/domain/people/who';
import { tallyOf, totalOf } from '$lib/domain/studio/cube';
import type { Cell, Tally } from '$lib/domain/studio/cube';
import { choosing, chosen, optionsOf, PAGE } from '$lib/domain/studio/list';
import type { ListQuery } from '$lib/domain/studio/list';
import type { Noun } from '$lib/domain/studio/noun';
import { states } from '$lib/domain/studio/state';
import type { Db, Reader } from '../db/open';
import { items, people } from '../db/schema';
import { cellsOf, groundOf, rowsOn } from './narrow';
import type { Ground } from './narrow';

const columns = {
	row: items.row,
	id: items.id,
	slug: items.slug,
	titleZh: items.titleZh,
	titleEn: items.titleEn,
	kind: items.kind,
	category: items.category,
	town: items.town,
	state: items.state,
	step: items.step,
	live: items.live,
	head: items.head,
	liveNumber: items.liveNumber,
	publishAt: items.publishAt,
	expireAt: items.expireAt,
	updatedAt: items.updatedAt,
	trashedAt: items.trashedAt,
	/** Name of who changed it last; null for the portal itself. */
	by: people.name
};

/** One line of a list. */
export type Row = Awaited<ReturnType<typeof rowsByNumber>>[number];

/** One page of a list, and what every filter of it would leave. */
interface Listed {
	rows: Row[];
	tally: Tally;
}

/** The page of a noun's list that a query asks for, as far as this person may see. */
export async function list(db: Db, who: Who | null, noun: Noun, query: ListQuery): Promise<Listed> {
	const ground = await groundOf(db, who, noun, query);
	const cells = await cellsOf(db, noun, ground);
	const numbers = await ordered(db, ground, cells, noun, query, {
		limit: PAGE,
		offset: (query.page - 1) * PAGE
	});
	return { rows: await rowsByNumber(db, numbers), tally: tallyOf(cells, query) };
}

/** Row numbers of everything a query keeps, in its order: one set, even when things change meanwhile. */
export async function numbersOf(
	db: Reader,
	who: Who | null,
	noun: Noun,
	query: ListQuery,
	limit: number
): Promise<number[]> {
	const ground = await groundOf(db, who, noun, query);
	return ordered(db, ground, await cellsOf(db, noun, ground), noun, query, { limit, offset: 0 });
}

/** Lines of a list by their row numbers, in that order. */
export async function rowsByNumber(db: Reader, numbers: readonly number[]) {
	if (!numbers.length) return [];
	const rows = await db
		.select(columns)
		.from(items)
		.leftJoin(people, eq(people.id, items.updatedBy))
		.where(inArray(items.row, [...numbers]));
	const known = new Map(rows.map((row) => [row.row, row]));
	return numbers.flatMap((number) => known.get(number) ?? []);
}

/**
 * An order by state or kind goes through its values one after the other, in the order they have
 * everywhere; inside a value by name. How many rows each has is counted already.
 */
async function ordered(
	db: Reader,
	ground: Ground,
	cells: readonly Cell[],
	noun: Noun,
	query: ListQuery,
	{ limit, offset }: { limit: number; offset: number }
): Promise<number[]> {
	const { sort } = query;
	if (sort === 'updated' || sort === 'name')
		return rowsOn(db, ground, query, { total: totalOf(cells, query), limit, offset });
	const all: string[] = sort === 'state' ? [...states] : [...optionsOf(noun, 'kind'), ''];
	const picked = chosen(query, sort);
	const values = picked.length ? all.filter((value) => picked.includes(value)) : all;
	const numbers: number[] = [];
	for (const value of query.down ? values.reverse() : values) {
		const one = choosing(query, sort, [value]);
		const total = totalOf(cells, one);
		if (offset < total)
			numbers.push(
				...(await rowsOn(db, ground, one, { total, limit: limit - numbers.length, offset }))
			);
		offset = Math.max(0, offset - total);
		if (numbers.length >= limit) break;
	}
	return numbers;
}
