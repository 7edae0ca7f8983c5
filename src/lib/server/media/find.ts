import { and, asc, count, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { AssetForm, Consent } from '$lib/domain/media/asset';
import { shelves as shelfNames } from '$lib/domain/media/ask';
import type { Ask, Shelf } from '$lib/domain/media/ask';
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

/** What `faultOf` says, as a condition; the index `assets_counted` carries it word for word. */
const incomplete = sql`((${assets.form} <> 'document' AND ${assets.altZh} IS NULL) OR (${assets.form} = 'audio' AND ${assets.transcriptZh} IS NULL) OR ${assets.consent} = 'needed')`;

const shelf = {
	all: isNull(assets.trashedAt),
	unused: and(isNull(assets.trashedAt), sql`NOT ${used}`),
	incomplete: and(isNull(assets.trashedAt), incomplete),
	trash: isNotNull(assets.trashedAt)
};

/** How many things are alike in all that the library is sorted by, and how many of them nothing uses. */
interface Cell {
	form: AssetForm;
	consent: Consent;
	shown: number;
	incomplete: number;
	n: number;
	unused: number;
}

/** Every number of the library in one walk: a walk for each would take as long as the page five times. */
export const counting = (db: Reader, where: SQL | undefined) =>
	db
		.select({
			form: assets.form,
			consent: assets.consent,
			shown: sql<number>`${assets.trashedAt} IS NULL`,
			incomplete: sql<number>`${incomplete}`,
			n: count(),
			unused: sql<number>`sum(NOT EXISTS (SELECT 1 FROM uses WHERE uses.asset_id = assets.id))`
		})
		.from(assets)
		.where(where)
		.groupBy(sql`1`, sql`2`, sql`3`, sql`4`);

/** How many of a cell stand on a shelf. */
function standing({ shown, incomplete, n, unused }: Cell, on: Shelf): number {
	if (on === 'trash') return shown ? 0 : n;
	if (!shown) return 0;
	return on === 'all' ? n : on === 'unused' ? unused : incomplete ? n : 0;
}

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
	// What a manager sees depends on more than the library, so only the office’s numbers are kept.
	const room = isOffice(who) ? 'office' : null;
	const counted = (q: string) =>
		remembered(db, room && JSON.stringify([room, q]), async (): Promise<Cell[]> =>
			counting(db, and(visible, matches(q)))
		);
	const [rows, all, found] = await Promise.all([
		db
			.select({ asset: assets, live })
			.from(assets)
			.where(where(ask.form))
			.orderBy(...orders[ask.sort])
			.limit(PAGE)
			.offset((ask.page - 1) * PAGE),
		counted(''),
		ask.q ? counted(ask.q) : null
	]);
	const shelves = Object.fromEntries(
		shelfNames.map((name) => [name, all.reduce((sum, cell) => sum + standing(cell, name), 0)])
	) as Record<Shelf, number>;
	const forms: Forms = {};
	for (const cell of found ?? all) {
		const n = !ask.consent || cell.consent === ask.consent ? standing(cell, ask.shelf) : 0;
		if (n) forms[cell.form] = (forms[cell.form] ?? 0) + n;
	}
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
