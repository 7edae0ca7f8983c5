import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { describe, expect, test } from 'vitest';
import { NOON, emptyDb, place, putAll } from '$tests/make';
import { everything } from '$lib/domain/filter';
import { MAX_ZOOM, tileAt } from '$lib/domain/tile';
import { keeping } from './clusters/asked';
import { clusters, leaves, tile } from './clusters';
import type { Db } from './db/open';

const HALL: [number, number] = [120, 30.4];
const at = ([lon, lat]: [number, number]) => ({ lon, lat, precision: 'exact' as const });
const all = everything;

/** The features of the tile over a position at a zoom. */
async function features(db: Db, z: number, filter = all, over = HALL) {
	const { bytes } = await tile(db, filter, NOON, tileAt(over, z));
	if (!bytes) return [];
	const layer = new VectorTile(new PbfReader(bytes)).layers.places!;
	return Array.from({ length: layer.length }, (_, i) => layer.feature(i).properties);
}

describe('a tile of places', () => {
	test('carries what the map draws, and names only where they can be read', async () => {
		const db = await emptyDb();
		await putAll(db, [
			place({ slug: 'hall', name: { zh: '澄清馆', en: 'Hall' }, ...at(HALL) }),
			place({
				slug: 'far',
				kind: 'unit',
				category: 'school',
				name: { zh: '学校' },
				...at([121, 31])
			})
		]);
		expect(await features(db, 12)).toEqual([
			{ slug: 'hall', kind: 'site', zh: '澄清馆', en: 'Hall' }
		]);
		expect(await features(db, 11)).toEqual([{ slug: 'hall', kind: 'site' }]);
		expect(await features(db, 12, all, [121, 31])).toEqual([
			{ slug: 'far', kind: 'unit', category: 'school', zh: '学校' }
		]);
	});

	test('is nothing where nothing is', async () => {
		const db = await emptyDb();
		expect(await tile(db, all, NOON, { z: 0, x: 0, y: 0 })).toEqual({ bytes: null, version: 0 });
		await putAll(db, [place(at(HALL))]);
		expect((await tile(db, all, NOON, tileAt([-100, 40], 9))).bytes).toBeNull();
	});

	test('shows neither drafts nor places without a position', async () => {
		const db = await emptyDb();
		await putAll(db, [
			place({ slug: 'hall', ...at(HALL) }),
			place({ slug: 'undrawn' }),
			{ ...place({ slug: 'canary', ...at(HALL) }), draft: true }
		]);
		expect((await features(db, 17)).map(({ slug }) => slug)).toEqual(['hall']);
	});

	test('shows new content at once and says its version', async () => {
		const db = await emptyDb();
		await putAll(db, [place({ slug: 'hall', ...at(HALL) })]);
		const before = await tile(db, all, NOON, tileAt(HALL, 12));
		await putAll(db, [place({ slug: 'other', ...at([120.01, 30.41]) })]);
		const after = await tile(db, all, NOON, tileAt(HALL, 12));
		expect([before.version, after.version]).toEqual([1, 2]);
		expect((await features(db, 0))[0]).toMatchObject({ point_count: 2 });
	});

	test('counts what the filter finds', async () => {
		const db = await emptyDb();
		await putAll(db, [
			place({ kind: 'site', name: { zh: '梨廉馆' }, ...at(HALL) }),
			place({ kind: 'venue', town: 'pingyao', ...at(HALL) }),
			place({ kind: 'venue', level: 'city', ...at(HALL) }),
			{ ...place({ ...at(HALL) }), week: [{ weekday: 7, opens: 0, closes: 1440 }] }
		]);
		const count = async (filter: Partial<typeof all>) =>
			(await features(db, 0, { ...all, ...filter })).reduce(
				(sum, { point_count }) => sum + (Number(point_count) || 1),
				0
			);
		expect(await count({})).toBe(4);
		expect(await count({ kinds: ['venue'] })).toBe(2);
		expect(await count({ kinds: ['venue'], levels: ['city'] })).toBe(1);
		expect(await count({ towns: ['pingyao'] })).toBe(1);
		expect(await count({ categories: ['school'] })).toBe(0);
		expect(await count({ q: '梨廉' })).toBe(1);
		expect(await count({ open: true })).toBe(1);
	});
});

describe('a cluster', () => {
	test('of places at one point never parts, and lists them', async () => {
		const db = await emptyDb();
		await putAll(db, [place({ slug: 'one', ...at(HALL) }), place({ slug: 'two', ...at(HALL) })]);
		for (const z of [0, 12, MAX_ZOOM]) {
			const [found] = await features(db, z);
			expect(found).toMatchObject({ cluster: true, point_count: 2, expansion_zoom: MAX_ZOOM + 1 });
			const list = await leaves(db, all, NOON, Number(found!.cluster_id), 10);
			expect(list?.places.map(({ slug }) => slug).sort()).toEqual(['one', 'two']);
		}
	});

	test('opens at the zoom it says', async () => {
		const db = await emptyDb();
		const near: [number, number] = [120.01, 30.4];
		await putAll(db, [place({ slug: 'one', ...at(HALL) }), place({ slug: 'two', ...at(near) })]);
		const [found] = await clusters(db, all, NOON, [119, 30, 121, 31], 9);
		expect(found).toMatchObject({ cluster: true, count: 2, short: '2' });
		const expansion = found && found.cluster ? found.expansion : NaN;
		const parted = await clusters(db, all, NOON, [119, 30, 121, 31], expansion);
		expect(parted.map((one) => one.cluster)).toEqual([false, false]);
		expect(await clusters(db, all, NOON, [119, 30, 121, 31], expansion - 1)).toHaveLength(1);
	});

	test('nobody knows is none', async () => {
		const db = await emptyDb();
		await putAll(db, [place(at(HALL))]);
		for (const id of [0, 1, 5, 999_999_999]) expect(await leaves(db, all, NOON, id, 10)).toBeNull();
	});

	test('adds up to all places at every zoom', async () => {
		const db = await emptyDb();
		const places = Array.from({ length: 300 }, (_, i) =>
			place({ ...at([119.6 + ((i * 7919) % 1000) / 2000, 30.2 + ((i * 104_729) % 1000) / 3000]) })
		);
		await putAll(db, places);
		for (let z = 0; z <= MAX_ZOOM; z++) {
			const shown = await clusters(db, all, NOON, [119, 30, 121, 31], z);
			expect([z, shown.reduce((sum, one) => sum + (one.cluster ? one.count : 1), 0)]).toEqual([
				z,
				300
			]);
		}
	});
});

describe('how long a tile is kept', () => {
	test('is for ever under the version it shows, a minute when hours decide, else not at all', () => {
		expect(keeping(all, 7, 7)).toBe('public, max-age=31536000, immutable');
		expect(keeping({ ...all, open: true }, 7, 7)).toBe('public, max-age=60');
		expect(keeping(all, 6, 7)).toBe('public, no-cache');
		expect(keeping(all, null, 7)).toBe('public, no-cache');
	});
});
