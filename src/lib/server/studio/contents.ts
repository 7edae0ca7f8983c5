import { and, eq, inArray } from 'drizzle-orm';
import type { Content } from '$lib/domain/studio/field';
import type { Noun } from '$lib/domain/studio/noun';
import type { Reader } from '../db/open';
import { items, versions } from '../db/schema';
import { contentOf } from './items';
import { rowsByNumber } from './list';
import type { Row } from './list';

/** Things read at once: small enough that other answers are not kept waiting. */
const CHUNK = 100;

/** A line of a list with the newest content of its thing. */
export type Whole = Row & { content: Content };

/**
 * Things by their row numbers with their newest contents, a chunk at a time, in that order. Those
 * that are gone meanwhile are left out.
 */
export async function* wholeRows(
	db: Reader,
	noun: Noun,
	numbers: readonly number[]
): AsyncGenerator<Whole[]> {
	for (let from = 0; from < numbers.length; from += CHUNK) {
		const rows = await rowsByNumber(db, numbers.slice(from, from + CHUNK));
		const known = await newest(
			db,
			noun,
			rows.filter(({ head }) => head > 0).map(({ id }) => id)
		);
		const whole: Whole[] = [];
		for (const row of rows) {
			const content = known.get(row.id) ?? (await contentOf(db, { noun, id: row.id }, row.head));
			if (content) whole.push({ ...row, content });
		}
		yield whole;
		// Between chunks the event loop belongs to everybody else.
		await new Promise(setImmediate);
	}
}

async function newest(
	db: Reader,
	noun: Noun,
	ids: readonly string[]
): Promise<Map<string, Content>> {
	if (!ids.length) return new Map();
	const rows = await db
		.select({ id: versions.itemId, content: versions.content })
		.from(versions)
		.innerJoin(
			items,
			and(
				eq(items.noun, versions.noun),
				eq(items.id, versions.itemId),
				eq(items.head, versions.number)
			)
		)
		.where(and(eq(versions.noun, noun), inArray(versions.itemId, [...ids])));
	return new Map(rows.map(({ id, content }) => [id, content]));
}
