import { inArray, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { mayReceive, mayReceiveAll, scopesOf } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import { places } from '../db/schema';

/** The places whose groups somebody receives, as a condition; every reading and deed carries it. */
export function receivedBy(who: Who | null): SQL {
	if (mayReceiveAll(who)) return sql`1`;
	if (!mayReceive(who)) return sql`0`;
	const ids = (kind: string) =>
		scopesOf(who).flatMap((scope) => (scope.kind === kind ? [scope.id] : []));
	const [towns, own, organizations] = [ids('town'), ids('place'), ids('organization')];
	return (
		or(
			towns.length ? inArray(places.townSlug, towns) : undefined,
			own.length ? inArray(places.id, own) : undefined,
			organizations.length
				? sql`${places.id} IN (SELECT i.id FROM items i WHERE i.noun = 'places' AND i.organization IN ${organizations})`
				: undefined
		) ?? sql`0`
	);
}
