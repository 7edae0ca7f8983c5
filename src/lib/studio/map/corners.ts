import type { Corners } from '$lib/domain/base';

/**
 * Corners of an upright picture in the middle of a view, as wide as its proportion lets it be.
 * @param box what the map shows: west, south, east, north
 * @param proportion width divided by height, in pixels
 */
export function inView(box: [number, number, number, number], proportion: number): Corners {
	const [west, south, east, north] = box;
	const [lon, lat] = [(west + east) / 2, (south + north) / 2];
	// A degree of longitude is shorter than one of latitude by the cosine of the latitude.
	const squeeze = Math.cos((lat * Math.PI) / 180);
	const most = { x: (east - west) * 0.35, y: (north - south) * 0.35 };
	const y = Math.min(most.y, (most.x * squeeze) / proportion);
	const x = (y * proportion) / squeeze;
	return [
		[lon - x, lat + y],
		[lon + x, lat + y],
		[lon + x, lat - y],
		[lon - x, lat - y]
	];
}

/** The box around positions, as the map’s camera takes it: south-west and north-east. */
export function boxOf(
	positions: readonly (readonly [number, number])[]
): [[number, number], [number, number]] {
	const lons = positions.map(([lon]) => lon);
	const lats = positions.map(([, lat]) => lat);
	return [
		[Math.min(...lons), Math.min(...lats)],
		[Math.max(...lons), Math.max(...lats)]
	];
}
