import gcoord from 'gcoord';

/** Datums a coordinate may come in; storage is WGS-84 only (≈ CGCS2000). */
export const datums = ['wgs84', 'gcj02', 'bd09'] as const;
export type Datum = (typeof datums)[number];

const crs = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** A position in degrees, `[longitude, latitude]` (RFC 7946 order). */
export type Position = [lon: number, lat: number];

/**
 * Converts a position between datums. GCJ-02 and BD-09 are the shifted datums of Chinese map
 * vendors; the inverse is iterative and exact to well under a metre.
 */
export function convert(position: Position, from: Datum, to: Datum): Position {
	if (from === to) return position;
	return gcoord.transform([...position] as Position, crs[from], crs[to]);
}
