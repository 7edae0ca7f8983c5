import { count, eq, inArray, sql } from 'drizzle-orm';
import { placeShape } from '../../domain/place-shape';
import { insertMany } from '../db/insert';
import type { Db, Tx } from '../db/open';
import { openings, places, stops, trails, visitRequests } from '../db/schema';
import { touchContent, write } from '../db/write';
import { columnsOf } from '../places/put';
import { removeRows, indexRows } from '../search';
import { enter } from '../studio/enter';
import { leave } from '../studio/leave';
import { plantSources, plantTowns } from './plant-places';
import { towns } from './towns';
import { synthesize } from './volume';
import type { SyntheticPlace } from './volume';

/** Places per transaction: short enough to let other writes in, long enough to be quick. */
const CHUNK = 1000;
/** From this volume on there are trails as well, each of so many stops. */
const TRAIL_VOLUME = 100;
const TRAILS = 2;
const TRAIL_STOPS = 12;

const townNames = new Map(towns.map(({ slug, name }) => [slug, [name.zh, name.en ?? '']]));

/**
 * Replaces all synthetic places by `volume` new ones, deterministic for `seed`, indexed for search;
 * from 100 places on with two trails. Real places are not touched.
 * @param now moment of publication, ms since the epoch
 * @param tell called after every chunk with the number of places written so far
 */
export async function plantVolume(
	db: Db,
	{
		volume,
		seed = 1,
		now,
		tell
	}: { volume: number; seed?: number; now: number; tell?: (done: number) => void }
): Promise<void> {
	await clearVolume(db);
	await write(db, async (tx) => {
		await plantSources(tx);
		await plantTowns(tx, towns);
	});
	let chunk: SyntheticPlace[] = [];
	let done = 0;
	const flush = async () => {
		await write(db, (tx) => plantChunk(tx, chunk, now));
		tell?.((done += chunk.length));
		chunk = [];
	};
	for (const one of synthesize(volume, seed)) if (chunk.push(one) === CHUNK) await flush();
	if (chunk.length) await flush();
	if (volume >= TRAIL_VOLUME) await write(db, (tx) => plantTrails(tx, now));
}

async function plantChunk(tx: Tx, chunk: SyntheticPlace[], now: number): Promise<void> {
	await insertMany(
		tx,
		places,
		chunk.map(({ id, place }) => ({
			id,
			...columnsOf(placeShape.parse(place)),
			synthetic: true,
			publishedAt: now,
			createdAt: now,
			updatedAt: now
		}))
	);
	await insertMany(
		tx,
		openings,
		chunk.flatMap(({ id, week }) =>
			week.map((opening, at) => ({ id: `${id}-${at}`, ...opening, placeId: id }))
		)
	);
	await indexRows(
		tx,
		chunk.map(({ id, place }) => ({
			subject: 'place' as const,
			id,
			name: [place.name.zh, place.name.en ?? ''],
			place: townNames.get(place.town ?? '') ?? [],
			body: [place.summary?.zh ?? '', place.summary?.en ?? '', ...(place.tags ?? [])]
		}))
	);
	await enter(
		tx,
		'places',
		chunk.map(({ id }) => id)
	);
	await touchContent(tx);
}

async function plantTrails(tx: Tx, now: number): Promise<void> {
	const drawn = await tx
		.select({ id: places.id })
		.from(places)
		.where(sql`${places.synthetic} = 1 AND ${places.lon} IS NOT NULL`)
		.orderBy(places.id)
		.limit(TRAILS * TRAIL_STOPS);
	for (let number = 1; number <= TRAILS; number++) {
		const id = `syntrail${String(number).padStart(12, '0')}`;
		const name = { zh: `合成线路 ${number}`, en: `Synthetic trail ${number}` };
		await tx.insert(trails).values({
			id,
			slug: `synthetic-trail-${number}`,
			nameZh: name.zh,
			nameEn: name.en,
			synthetic: true,
			publishedAt: now,
			createdAt: now,
			updatedAt: now
		});
		const mine = drawn.slice((number - 1) * TRAIL_STOPS, number * TRAIL_STOPS);
		await tx
			.insert(stops)
			.values(mine.map((place, at) => ({ trailId: id, number: at + 1, placeId: place.id })));
		await indexRows(tx, [{ subject: 'trail', id, name: [name.zh, name.en], place: [], body: [] }]);
		await enter(tx, 'trails', [id]);
	}
	await touchContent(tx);
}

/**
 * Removes every synthetic trail and place with all that hangs on them.
 * @returns how many places were removed
 */
export async function clearVolume(db: Db): Promise<number> {
	await write(db, async (tx) => {
		const gone = await tx
			.delete(trails)
			.where(eq(trails.synthetic, true))
			.returning({ id: trails.id });
		if (!gone.length) return;
		const ids = gone.map(({ id }) => id);
		await removeRows(tx, 'trail', ids);
		await leave(tx, 'trails', ids);
		await touchContent(tx);
	});
	let removed = 0;
	for (;;) {
		const taken = await write(db, async (tx) => {
			const ids = (
				await tx
					.select({ id: places.id })
					.from(places)
					.where(eq(places.synthetic, true))
					.limit(CHUNK)
			).map(({ id }) => id);
			if (!ids.length) return 0;
			await removeRows(tx, 'place', ids);
			// What groups asked for at a place that is none stands there for show as well.
			await tx.delete(visitRequests).where(inArray(visitRequests.placeId, ids));
			await tx.delete(places).where(inArray(places.id, ids));
			await leave(tx, 'places', ids);
			await touchContent(tx);
			return ids.length;
		});
		if (!taken) return removed;
		removed += taken;
	}
}

/** How many synthetic places there are. */
export async function volumeOf(db: Db): Promise<number> {
	const [row] = await db.select({ n: count() }).from(places).where(eq(places.synthetic, true));
	return row?.n ?? 0;
}
