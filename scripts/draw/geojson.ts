import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { onEarth, outwardness, type Line, type Piece } from './plane';

/** Where two edges run closely side by side ten metres are too coarse. */
const FINE = new Set([
	'bank',
	'water',
	'deep',
	'pond',
	'pool',
	'road',
	'road-minor',
	'ridge',
	'tea',
	'mist'
]);

const earth = (line: Line, fine: number): Position[] =>
	line.map((p) => onEarth(p).map((n) => Math.round(n * fine) / fine));

/** Rings close on themselves (RFC 7946 §3.1.6); what lies wholly outside the picture is dropped. */
const closed = (ring: Line, fine: number): Position[] => {
	const out = earth(ring, fine);
	return [...out, out[0]!];
};

const visible = (line: Line) => line.some((p) => outwardness(p) < 1.03);

function geometry({ part, areas, lines, points }: Piece): Geometry | null {
	const fine = FINE.has(part) ? 1e5 : 1e4;
	if (areas) {
		const kept = part.startsWith('mist') ? areas : areas.filter((rings) => visible(rings[0]!));
		const all = kept.map((rings) => rings.map((ring) => closed(ring, fine)));
		if (all.length === 0) return null;
		return all.length === 1
			? { type: 'Polygon', coordinates: all[0]! }
			: { type: 'MultiPolygon', coordinates: all };
	}

	if (lines) {
		const all = lines.filter(visible).map((line) => earth(line, fine));
		return all.length ? { type: 'MultiLineString', coordinates: all } : null;
	}
	const all = earth(
		(points ?? []).filter((p) => visible([p])),
		fine
	);
	return all.length ? { type: 'MultiPoint', coordinates: all } : null;
}

/** The picture as GeoJSON in WGS-84, five decimals (about a metre). */
export function toGeoJson(pieces: Piece[]): FeatureCollection {
	return {
		type: 'FeatureCollection',
		features: pieces.flatMap((piece): Feature[] => {
			const shape = geometry(piece);
			const { part, m, z, s } = piece;
			return shape
				? [{ type: 'Feature', properties: m ? { part, m, z, s } : { part }, geometry: shape }]
				: [];
		})
	};
}
