import { and, asc, count, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { AssetForm } from '$lib/domain/media/asset';
import type { Ask } from '$lib/domain/media/ask';
import { isOffice } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import type { Reader } from '../db/open';
import { assets, uses } from '../db/schema';
import { remembered } from './numbers';
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
			forms: {} as Forms,
			shelves: { all: 0, unused: 0, incomplete: 0, trash: 0 }
		};
	const where = (form: AssetForm | null) =>
		and(
			visible,
			shelf[ask.shelf],
			matches(ask.q),
			form ? eq(assets.form, form) : undefined,
			ask.consent ? eq(assets.consent, ask.consent) : undefined
		);
	const number = async (condition: SQL | undefined) =>
		(await db.select({ n: count() }).from(assets).where(and(visible, condition)))[0]!.n;
	// What a manager sees depends on more than the library, so only the office’s numbers are kept.
	const room = isOffice(who) ? 'office' : null;
	const [rows, forms, shelves] = await Promise.all([
		db
			.select({ asset: assets, live })
			.from(assets)
			.where(where(ask.form))
			.orderBy(...orders[ask.sort])
			.limit(PAGE)
			.offset((ask.page - 1) * PAGE),
		remembered(db, room && JSON.stringify([ask.shelf, ask.consent, ask.q]), async () => {
			const found = await db
				.select({ form: assets.form, n: count() })
				.from(assets)
				.where(where(null))
				.groupBy(assets.form);
			return Object.fromEntries(found.map(({ form, n }) => [form, n])) as Forms;
		}),
		remembered(db, room, async () => {
			const [all, unused, incomplete, trash] = await Promise.all(
				(['all', 'unused', 'incomplete', 'trash'] as const).map((name) => number(shelf[name]))
			);
			return { all: all!, unused: unused!, incomplete: incomplete!, trash: trash! };
		})
	]);
	const total = ask.form
		? (forms[ask.form] ?? 0)
		: Object.values(forms).reduce((sum, n) => sum + n, 0);
	return {
		rows: rows.map(({ asset, live }) => ({ ...asset, live: Boolean(live) })),
		total,
		forms,
		shelves
	};
}

type Forms = Partial<Record<AssetForm, number>>;

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
