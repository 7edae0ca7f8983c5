import { and, eq, inArray, isNotNull, isNull, not, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { mayLend, mayReceiveAll, mayWork, scopesOf } from '$lib/domain/people/may';
import type { Standing } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import type { Reader } from '../db/open';
import { grants, items, people, places } from '../db/schema';
import { grantsOf } from '../people/grants';

/** In a subquery, tables are named by hand. */
const organization = sql`(SELECT i.organization FROM items i WHERE i.noun = 'places' AND i.id = places.id)`;

/** Whether anybody who can still sign in manages a place. */
const managed = sql<boolean>`EXISTS (SELECT 1 FROM grants g JOIN people p ON p.id = g.person_id
	WHERE p.disabled_at IS NULL AND g.role = 'manager' AND (
		(g.scope_kind = 'place' AND g.scope_id = places.id)
		OR (g.scope_kind = 'town' AND g.scope_id = places.town_slug)
		OR (g.scope_kind = 'organization' AND g.scope_id = ${organization})))`.mapWith(Boolean);

/** The places somebody answers for, as a condition; every list of what waits carries it. */
export function lentBy(who: Who | null): SQL {
	const ids = (kind: string) =>
		(mayWork(who) ? scopesOf(who) : []).flatMap((scope) => (scope.kind === kind ? [scope.id] : []));
	const [towns, own, organizations] = [ids('town'), ids('place'), ids('organization')];
	return (
		or(
			towns.length ? inArray(places.townSlug, towns) : undefined,
			own.length ? inArray(places.id, own) : undefined,
			organizations.length ? sql`${organization} IN ${organizations}` : undefined,
			mayReceiveAll(who) ? not(managed) : undefined
		) ?? sql`0`
	);
}

/** A place as those see it who ask for it and answer for it. */
export interface Venue {
	id: string;
	slug: string;
	zh: string;
	en: string | null;
	thing: Standing;
	/** Whether anybody manages it. */
	managed: boolean;
}

/** A place that events are held at; null for one there is not. */
export async function venueOf(db: Reader, id: string): Promise<Venue | null> {
	const [row] = await db
		.select({
			...{ id: places.id, slug: places.slug, zh: places.nameZh, en: places.nameEn },
			...{ town: places.townSlug, organization: items.organization, managed }
		})
		.from(places)
		.leftJoin(items, and(eq(items.noun, 'places'), eq(items.id, places.id)))
		.where(eq(places.id, id));
	if (!row) return null;
	const { town, organization, managed: kept, ...place } = row;
	return {
		...place,
		thing: { noun: 'places', id, town, placeId: id, organization },
		managed: kept
	};
}

/** Most people one question writes to. */
const MOST = 40;

/** Who is asked, and told, about a place: those who answer for it and can be written to. */
export async function hostsOf(db: Reader, venue: Venue) {
	const rows = await db
		.selectDistinct({
			...{ id: people.id, name: people.name, email: people.email, locale: people.locale }
		})
		.from(people)
		.innerJoin(grants, eq(grants.personId, people.id))
		.where(
			and(
				isNull(people.disabledAt),
				isNotNull(people.emailVerifiedAt),
				inArray(grants.role, ['manager', 'organizer', 'operator'])
			)
		);
	const hosts = [];
	for (const row of rows)
		if (mayLend(await asPerson(db, row.id), venue.thing, venue.managed)) hosts.push(row);
	return hosts.slice(0, MOST);
}

/** Somebody as the rules see them once signed in with all that is asked for; null for nobody. */
export async function asPerson(db: Reader, id: string | null): Promise<Who | null> {
	if (id === null) return null;
	const held = await grantsOf(db, id);
	return { id, name: '', email: '', grants: held, session: '', strong: true, provedAt: 0 };
}
