import type { Box } from './geo';

/** Deepest zoom of our tiles; maps stretch it beyond. */
export const MAX_ZOOM = 17;

/** A tile of the web Mercator quadtree, row 0 in the north (XYZ, OGC WebMercatorQuad). */
export interface Tile {
	z: number;
	x: number;
	y: number;
}

/** The tile of an address, null when there is none: not a number, too deep, or outside its zoom. */
export function parseTile(z: string, x: string, y: string): Tile | null {
	if (![z, x, y].every((text) => /^(0|[1-9]\d{0,6})$/.test(text))) return null;
	const tile = { z: Number(z), x: Number(x), y: Number(y) };
	const side = 2 ** tile.z;
	return tile.z <= MAX_ZOOM && tile.x < side && tile.y < side ? tile : null;
}

/** The box a tile covers, in degrees. */
export function boxOf({ z, x, y }: Tile): Box {
	const side = 2 ** z;
	const lon = (column: number) => (column / side) * 360 - 180;
	const lat = (row: number) =>
		(Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / side))) * 180) / Math.PI;
	return [lon(x), lat(y + 1), lon(x + 1), lat(y)];
}

/** The tile of a zoom that holds a position in degrees. */
export function tileAt([lon, lat]: readonly [number, number], z: number): Tile {
	const side = 2 ** z;
	const sine = Math.sin((lat * Math.PI) / 180);
	const within = (share: number) => Math.min(side - 1, Math.max(0, Math.floor(share * side)));
	return {
		z,
		x: within((lon + 180) / 360),
		y: within(0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI))
	};
}
