import { and, eq, inArray, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { isOffice, mayUpload, scopesOf } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import type { Refusal } from '$lib/domain/refusal';
import type { Reader } from '../db/open';
import { assets } from '../db/schema';

/** Named by hand: Drizzle leaves the table out of a name when only one table is asked. */
const column = { town: sql`i.town`, place: sql`i.place_id`, organization: sql`i.organization` };

/**
 * Which assets somebody sees: the office all, a manager the own uploads and what the things within the
 * own scope use; null for somebody who sees none.
 */
export function visibleTo(who: Who | null): SQL | null {
	if (isOffice(who)) return sql`1`;
	if (!mayUpload(who) || !who) return null;
	const own = eq(assets.uploadedBy, who.id);
	const scopes = scopesOf(who);
	if (!scopes.length) return own;
	const within = sql.join(
		scopes.map(({ kind, id }) => sql`${column[kind]} = ${id}`),
		sql` OR `
	);
	return sql`(${own} OR EXISTS (SELECT 1 FROM uses u JOIN items i ON i.noun = u.noun AND i.id = u.item_id WHERE u.asset_id = assets.id AND (${within})))`;
}

/**
 * A refusal for every asset somebody names and does not see. What a thing within a scope uses its
 * manager sees, so naming a foreign id would be a way to read it. The office sees all; what is no
 * asset, or gone, the checks before publishing tell it.
 */
export async function unseen(
	reader: Reader,
	who: Who | null,
	named: readonly { field: string; asset: string }[]
): Promise<Refusal[]> {
	if (!named.length || isOffice(who)) return [];
	const visible = visibleTo(who) ?? sql`0`;
	const ids = [...new Set(named.map(({ asset }) => asset))];
	const rows = await reader
		.select({ id: assets.id })
		.from(assets)
		.where(and(inArray(assets.id, ids), visible));
	const known = new Set(rows.map(({ id }) => id));
	return named
		.filter(({ asset }) => !known.has(asset))
		.map(({ field, asset }) => ({ field, reason: 'no-such', detail: { slug: asset } }));
}
