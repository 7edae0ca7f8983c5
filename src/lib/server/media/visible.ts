import { eq, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { isOffice, mayUpload, scopesOf } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
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
