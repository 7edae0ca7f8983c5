/** Web-Mercator (EPSG:3857) arithmetic for flat pictures of a piece of the world. Pure. */

/** A picture's place in the world: bounds in WGS-84 degrees, size in SVG user units. */
export interface Frame {
	west: number;
	south: number;
	east: number;
	north: number;
	width: number;
	height: number;
}

/** A point in a picture: user units from its top left corner, y grows downwards. */
export interface Spot {
	x: number;
	y: number;
}

/** Latitude at which the square of Web Mercator ends, degrees. */
export const WORLD_LAT = 85.0511287798066;

const RADIANS = Math.PI / 180;

/** Longitude in degrees to the unit square of Web Mercator, 0 (180° W) … 1 (180° E). */
export function unitX(lon: number): number {
	return lon / 360 + 0.5;
}

/** Latitude in degrees to the unit square, 0 (north) … 1 (south); clamped at {@link WORLD_LAT}. */
export function unitY(lat: number): number {
	const held = Math.max(-WORLD_LAT, Math.min(WORLD_LAT, lat));
	return 0.5 - Math.log(Math.tan(Math.PI / 4 + (held * RADIANS) / 2)) / (2 * Math.PI);
}

/** Inverse of {@link unitY}: unit square to degrees of latitude. */
export function latitude(y: number): number {
	return (2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2) / RADIANS;
}

/** Where a place lies in a picture. Places outside the frame get spots outside the picture. */
export function project(lon: number, lat: number, frame: Frame): Spot {
	const left = unitX(frame.west);
	const top = unitY(frame.north);
	return {
		x: ((unitX(lon) - left) / (unitX(frame.east) - left)) * frame.width,
		y: ((unitY(lat) - top) / (unitY(frame.south) - top)) * frame.height
	};
}

/** Inverse of {@link project}: the place, in degrees, under a spot of a picture. */
export function unproject(x: number, y: number, frame: Frame): { lon: number; lat: number } {
	const top = unitY(frame.north);
	return {
		lon: frame.west + (x / frame.width) * (frame.east - frame.west),
		lat: latitude(top + (y / frame.height) * (unitY(frame.south) - top))
	};
}

/**
 * Grows or narrows a frame to a wanted shape around its own centre, so that overlays of any aspect
 * ratio keep square pixels. `width` and `height` are the new picture's user units.
 */
export function reframe(frame: Frame, width: number, height: number): Frame {
	const x = (unitX(frame.west) + unitX(frame.east)) / 2;
	const y = (unitY(frame.north) + unitY(frame.south)) / 2;
	const unit = Math.max(
		(unitX(frame.east) - unitX(frame.west)) / width,
		(unitY(frame.south) - unitY(frame.north)) / height
	);
	return {
		west: (x - (unit * width) / 2 - 0.5) * 360,
		east: (x + (unit * width) / 2 - 0.5) * 360,
		north: latitude(y - (unit * height) / 2),
		south: latitude(y + (unit * height) / 2),
		width,
		height
	};
}
