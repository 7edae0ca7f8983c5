import Supercluster from 'supercluster';
import { everything, formatFilter } from '$lib/domain/filter';
import type { PlaceFilter } from '$lib/domain/filter';
import { MAX_ZOOM } from '$lib/domain/tile';
import type { Reader } from '../db/open';
import { contentVersion } from '../db/write';
import { readPoints, sift } from './points';
import type { Point } from './points';

/** Units across a tile (Mapbox vector tile specification 2.1 §4.1). */
export const EXTENT = 4096;
/** Places nearer than this on a tile of 512 px become one cluster. */
const RADIUS_PX = 60;
/** Indexes kept at once: about 12 MB each with 100,000 points; the points themselves are shared. */
const KEPT = 4;

export type Index = Supercluster<Point>;

interface Shelf {
	version: number;
	points: Promise<Map<string, Point>>;
	/** By filter, least recently used first. */
	indexes: Map<string, Promise<Index>>;
}

const shelves = new WeakMap<object, Shelf>();

/** A filter without what does not change which points there are. */
function scope(filter: PlaceFilter, at: number): string {
	const { near, sort, page } = everything;
	const key = formatFilter({ ...filter, near, sort, page }).toString();
	return filter.open ? `${key}&at=${Math.floor(at / 60_000)}` : key;
}

/**
 * The cluster index of a filter at a moment (ms since the epoch) and the content version it shows.
 * Built on first need, once however many ask; points are read once per version. That of a box is
 * not kept.
 */
export async function indexOf(
	db: Reader,
	filter: PlaceFilter,
	at: number
): Promise<{ index: Index; version: number }> {
	const version = await contentVersion(db);
	let shelf = shelves.get(db);
	if (shelf?.version !== version) {
		shelf = { version, points: readPoints(db), indexes: new Map() };
		shelves.set(db, shelf);
		forgetFailed(db, shelf, shelf.points);
	}
	// Boxes are as many as there are windows: their indexes would drive out those that tiles need.
	if (filter.box) return { index: await build(db, shelf.points, filter, at), version };
	const key = scope(filter, at);
	let index = shelf.indexes.get(key);
	if (index) shelf.indexes.delete(key);
	else {
		index = build(db, shelf.points, filter, at);
		forgetFailed(db, shelf, index);
	}
	shelf.indexes.set(key, index);
	if (shelf.indexes.size > KEPT) shelf.indexes.delete(shelf.indexes.keys().next().value!);
	return { index: await index, version };
}

function forgetFailed(db: object, shelf: Shelf, work: Promise<unknown>): void {
	work.catch(() => {
		if (shelves.get(db) === shelf) shelves.delete(db);
	});
}

async function build(
	db: Reader,
	points: Promise<Map<string, Point>>,
	filter: PlaceFilter,
	at: number
): Promise<Index> {
	const found = await sift(db, await points, filter, at);
	// Clustered on the deepest zoom too: places at one published point would hide each other there.
	const index = new Supercluster<Point>({
		minZoom: 0,
		maxZoom: MAX_ZOOM,
		extent: EXTENT,
		radius: (RADIUS_PX / 512) * EXTENT
	});
	return index.load(
		found.map((point) => ({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [point.lon, point.lat] },
			properties: point
		}))
	);
}
