import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Reader, Tx } from '../db/open';
import { given, prepared } from '../db/prepared';
import { people, places, posters } from '../db/schema';
import { touchContent, write } from '../db/write';
import { writable } from './scope';
import { openPoster } from './sign';

type Poster = typeof posters.$inferSelect;

/** Posters made in one form at most. */
export const MOST_AT_ONCE = 200;
const WHY = 200;

/** What a code on a poster turns out to be. */
type Read =
	/** Nobody signed it, or a bit of it was changed. */
	| { kind: 'forged' }
	/** A newer poster hangs there now. */
	| { kind: 'old'; poster: Poster; place: typeof places.$inferSelect }
	/** The place is not public. */
	| { kind: 'gone' }
	| { kind: 'good'; poster: Poster; place: typeof places.$inferSelect };

const registered = prepared((db) =>
	db
		.select({ poster: posters, place: places })
		.from(posters)
		.innerJoin(places, eq(places.id, posters.placeId))
		.where(eq(posters.number, given('number')))
);

/** Reads a code off a poster. */
export async function readPoster(db: Reader, code: string): Promise<Read> {
	const number = openPoster(code);
	if (number === null) return { kind: 'forged' };
	const [row] = await registered(db, { number });
	// Signed by us and in no register: the place was deleted.
	if (!row || row.place.publishedAt === null) return { kind: 'gone' };
	return { kind: row.poster.endedAt === null ? 'good' : 'old', ...row };
}

/** The valid poster of a place; null when it has none. */
export async function validOf(db: Reader, placeId: string): Promise<Poster | null> {
	const [row] = await db
		.select()
		.from(posters)
		.where(and(eq(posters.placeId, placeId), isNull(posters.endedAt)));
	return row ?? null;
}

/** Every version of a place’s poster, the newest first, with who made and ended it. */
export const versionsOf = (db: Reader, placeId: string) =>
	db
		.select({
			version: posters.version,
			madeAt: posters.madeAt,
			endedAt: posters.endedAt,
			why: posters.why,
			by: people.name
		})
		.from(posters)
		.leftJoin(people, eq(people.id, posters.madeBy))
		.where(eq(posters.placeId, placeId))
		.orderBy(desc(posters.version));

const insert = (tx: Tx, by: By, placeId: string, version: number) =>
	tx.insert(posters).values({ placeId, version, madeAt: by.now, madeBy: by.who?.id ?? null });

/**
 * Makes the first poster of places that have none, in one recorded act.
 * @returns how many were made
 */
export async function issuePosters(
	db: Db,
	by: By,
	placeIds: readonly string[]
): Promise<Ruled<number>> {
	const ids = [...new Set(placeIds)];
	if (!ids.length) return refuse({ field: 'place', reason: 'none-chosen' });
	if (ids.length > MOST_AT_ONCE)
		return refuse({ field: 'place', reason: 'too-many', detail: { most: MOST_AT_ONCE } });
	return write(db, async (tx) => {
		const mine = await writable(tx, by.who, ids);
		if (mine.length !== ids.length) return refuse({ field: 'place', reason: 'not-yours' });
		if (mine.some(({ live }) => !live)) return refuse({ field: 'place', reason: 'not-public' });
		const bare: typeof mine = [];
		for (const item of mine) {
			const [any] = await tx
				.select({ number: posters.number })
				.from(posters)
				.where(eq(posters.placeId, item.id))
				.limit(1);
			if (!any) bare.push(item);
		}
		if (!bare.length) return refuse({ field: 'place', reason: 'have-posters' });
		for (const { id } of bare) await insert(tx, by, id, 1);
		await record(tx, by, {
			act: 'issue',
			noun: 'posters',
			id: bare.length === 1 ? bare[0]!.id : 'many',
			title: bare[0]!.titleZh,
			after: { places: bare.map(({ id }) => id), version: 1 }
		});
		// Pages of places and passports say where a stamp can be had.
		await touchContent(tx);
		return accept(bare.length);
	});
}

/** Ends the poster of a place and makes the next version; the code of the old one is refused from now on. */
export async function renewPoster(
	db: Db,
	by: By,
	placeId: string,
	{ version, why }: { version: number; why: string }
): Promise<Ruled<number>> {
	const reason = why.trim();
	if (!reason) return refuse({ field: 'why', reason: 'missing' });
	if ([...reason].length > WHY)
		return refuse({ field: 'why', reason: 'too-long', detail: { most: WHY } });
	return write(db, async (tx) => {
		const [item] = await writable(tx, by.who, [placeId]);
		if (!item) return refuse({ field: '', reason: 'not-yours' });
		const now = await validOf(tx, placeId);
		if (!now) return refuse({ field: '', reason: 'no-poster' });
		if (now.version !== version) return refuse({ field: '', reason: 'changed' });
		await tx
			.update(posters)
			.set({ endedAt: by.now, endedBy: by.who?.id ?? null, why: reason })
			.where(eq(posters.number, now.number));
		await insert(tx, by, placeId, version + 1);
		await record(tx, by, {
			act: 'renew',
			noun: 'posters',
			id: placeId,
			title: item.titleZh,
			before: { version },
			after: { version: version + 1 },
			why: reason
		});
		return accept(version + 1);
	});
}

/** The valid posters of places somebody may print, in the order of names. */
export async function printable(db: Reader, who: By['who'], placeIds: readonly string[]) {
	const mine = (await writable(db, who, placeIds)).map(({ id }) => id);
	const rows = await db
		.select({ poster: posters, place: places })
		.from(posters)
		.innerJoin(places, eq(places.id, posters.placeId))
		.where(isNull(posters.endedAt))
		.orderBy(asc(places.sortKey), asc(places.id));
	return rows.filter(({ place }) => mine.includes(place.id));
}
