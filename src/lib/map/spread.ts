import { distance } from '../domain/geo';
import type { Drawn } from './points';
import { HOME_VIEW } from './style/frame';

/** Metres per pixel at zoom 0 in Yuhang: 2πR ÷ 512 px × cos 30.35°. */
const METRES_PER_PIXEL = 67_500;
/** Pixels between two symbols that do not touch. */
const APART = 60;
/** Nearer than this nobody needs to be to tell one place from the next. */
const NEAREST = 14;

/** The zoom at which what lies at a position stands apart from its neighbours, 14 at most. */
export function zoomApart(lon: number, lat: number, all: readonly Drawn[]): number {
	let gap = Infinity;
	for (const point of all) {
		const metres = distance([lon, lat], [point.lon, point.lat]);
		if (metres > 1 && metres < gap) gap = metres;
	}
	const zoom = Math.log2((METRES_PER_PIXEL * APART) / gap);
	return Math.min(NEAREST, Math.max(HOME_VIEW.zoom, zoom));
}

/** The position of a place that shares it with others and so is never drawn alone; else null. */
export function sharedSpot(
	slug: string | undefined,
	all: readonly Drawn[]
): { lon: number; lat: number } | null {
	const point = all.find((one) => one.slug === slug);
	if (!point) return null;
	const { lon, lat } = point;
	return all.some((other) => other !== point && other.lon === lon && other.lat === lat)
		? { lon, lat }
		: null;
}
