import { and, asc, count, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Ask } from '$lib/domain/media/ask';
import type { Who } from '$lib/domain/people/who';
import type { Reader } from '../db/open';
import { assets, uses } from '../db/schema';
import { visibleTo } from './visible';

/** Things on one page of the library. */
export const PAGE = 48;

const used = sql`EXISTS (SELECT 1 FROM ${uses} WHERE ${uses.assetId} = ${assets.id})`;
const live = sql<number>`EXISTS (SELECT 1 FROM ${uses} WHERE ${uses.assetId} = ${assets.id} AND ${uses.live} = 1)`;

const orders = {
	new: [desc(assets.createdAt), desc(assets.id)],
	old: [asc(assets.createdAt), asc(assets.id)],
	name: [asc(assets.originalName), asc(assets.id)],
	size: [desc(assets.bytes), asc(assets.id)]
};

function matches(q: string): SQL | undefined {
	if (!q) return undefined;
	const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
	const columns = [
		assets.originalName,
		assets.altZh,
		assets.altEn,
		assets.captionZh,
		assets.captionEn,
		assets.credit,
		assets.rightsHolder
	];
	return or(eq(assets.id, q), ...columns.map((column) => sql`${column} LIKE ${like} ESCAPE '\\'`));
}

const shelf = {
	all: isNull(assets.trashedAt),
	unused: and(isNull(assets.trashedAt), sql`NOT ${used}`),
	// What `faultOf` says, as a condition.
	incomplete: and(
		isNull(assets.trashedAt),
		sql`((${assets.form} <> 'document' AND ${assets.altZh} IS NULL) OR (${assets.form} = 'audio' AND ${assets.transcriptZh} IS NULL) OR ${assets.consent} = 'needed')`
	),
	trash: isNotNull(assets.trashedAt)
};

/** A page of the library as somebody may see it, with how many there are of each kind. */
export async function find(db: Reader, who: Who | null, ask: Ask) {
	const visible = visibleTo(who);
	if (!visible)
		return {
			rows: [],
			total: 0,
			forms: {},
			shelves: { all: 0, unused: 0, incomplete: 0, trash: 0 }
		};
	const where = (over: { form?: false } = {}) =>
		and(
			visible,
			shelf[ask.shelf],
			matches(ask.q),
			ask.form && over.form !== false ? eq(assets.form, ask.form) : undefined,
			ask.consent ? eq(assets.consent, ask.consent) : undefined
		);
	const number = async (condition: SQL | undefined) =>
		(await db.select({ n: count() }).from(assets).where(and(visible, condition)))[0]!.n;
	const [rows, total, forms, all, unused, incomplete, trash] = await Promise.all([
		db
			.select({ asset: assets, live })
			.from(assets)
			.where(where())
			.orderBy(...orders[ask.sort])
			.limit(PAGE)
			.offset((ask.page - 1) * PAGE),
		number(where()),
		db
			.select({ form: assets.form, n: count() })
			.from(assets)
			.where(where({ form: false }))
			.groupBy(assets.form),
		number(shelf.all),
		number(shelf.unused),
		number(shelf.incomplete),
		number(shelf.trash)
	]);
	return {
		rows: rows.map(({ asset, live }) => ({ ...asset, live: Boolean(live) })),
		total,
		forms: Object.fromEntries(forms.map(({ form, n }) => [form, n])) as Partial<
			Record<(typeof assets.$inferSelect)['form'], number>
		>,
		shelves: { all, unused, incomplete, trash }
	};
}

/** These things as somebody may see them. */
export async function byIds(db: Reader, who: Who | null, ids: readonly string[]) {
	const visible = visibleTo(who);
	if (!visible || !ids.length) return [];
	const rows = await db
		.select({ asset: assets, live })
		.from(assets)
		.where(and(visible, inArray(assets.id, [...ids])));
	return rows.map(({ asset, live }) => ({ ...asset, live: Boolean(live) }));
}
