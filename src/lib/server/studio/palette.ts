import { desc, eq, sql } from 'drizzle-orm';
import type { Who } from '$lib/domain/people/who';
import { nounsOf } from '$lib/domain/studio/rooms';
import type { Reader } from '../db/open';
import { items, versions } from '../db/schema';
import { visibleTo } from './items';
import { matching } from './narrow';

const columns = {
	noun: items.noun,
	id: items.id,
	slug: items.slug,
	titleZh: items.titleZh,
	titleEn: items.titleEn,
	kind: items.kind,
	state: items.state
};

/** A thing as the palette shows it. */
type Thing = Awaited<ReturnType<typeof things>>[number];

/** Things of every noun somebody may see whose names hold the words, those that begin so first. */
export async function things(db: Reader, who: Who | null, q: string, limit = 12) {
	const nouns = nounsOf(who);
	const found = new Map<string, Pick<typeof items.$inferSelect, keyof typeof columns>>();
	for (const tier of ['begins', 'name'] as const) {
		if (found.size >= limit) break;
		const rows = await db
			.select(columns)
			.from(items)
			.where(
				sql`${items.row} IN (${matching(q, nouns, tier)}) AND ${items.trashedAt} IS NULL AND ${visibleTo(who)}`
			)
			.limit(limit + found.size);
		for (const row of rows) if (found.size < limit) found.set(`${row.noun}/${row.id}`, row);
	}
	return [...found.values()];
}

/** What somebody worked on last, newest first. */
export async function recent(db: Reader, who: Who | null, limit = 6): Promise<Thing[]> {
	if (!who) return [];
	const last = db
		.select({ noun: versions.noun, id: versions.itemId, at: versions.at })
		.from(versions)
		.where(eq(versions.personId, who.id))
		.orderBy(desc(versions.at))
		.limit(60)
		.as('last');
	const rows = await db
		.select({ ...columns, at: sql<number>`max(${last.at})`.as('latest') })
		.from(last)
		.innerJoin(items, sql`${items.noun} = ${last.noun} AND ${items.id} = ${last.id}`)
		.where(sql`${items.trashedAt} IS NULL AND ${visibleTo(who)}`)
		.groupBy(items.noun, items.id)
		.orderBy(desc(sql`latest`))
		.limit(limit);
	return rows.map(({ noun, id, slug, titleZh, titleEn, kind, state }) => ({
		noun,
		id,
		slug,
		titleZh,
		titleEn,
		kind,
		state
	}));
}
