import type { Box } from './geo';
import { around, gather } from './gather';
import type { Category, Kind } from './place';
import type { Bilingual } from './text';

/** What a drawn picture of the map shows at one spot: a place, or several gathered together. */
export interface Mark {
	lon: number;
	lat: number;
	count: number;
	/** Of the only place, or of the first of several. */
	slug: string;
	name: Bilingual;
	kind: Kind;
	category: Category | null;
	/** The box that holds all of them; null for a single place, and where only their number is known. */
	box: Box | null;
	/** For a group without box: the zoom at which it comes apart. */
	zoom?: number | null;
}

/** A place as far as a mark needs it; position in WGS-84 degrees. */
export type Markable = Pick<Mark, 'lon' | 'lat' | 'slug' | 'name' | 'kind' | 'category'>;

/**
 * Share of the Web Mercator square below which two symbols of the district's picture touch: 34 px
 * where the picture (0.72° wide) is 680 px wide.
 */
const MARK_REACH = 0.0001;

/** About a metre, so that a box around one position still holds it after rounding. */
const EDGE = 0.00001;
const rounded = (degrees: number) => Number(degrees.toFixed(5));

/** The marks of a picture of places. */
export function marksOf(places: readonly Markable[], reach = MARK_REACH): Mark[] {
	return gather(places, reach).map(({ lon, lat, members }) => {
		const first = members[0]!;
		if (members.length === 1) return { ...first, count: 1, box: null };
		const [w, s, e, n] = around(members.map((member) => [member.lon, member.lat]))!;
		return {
			...first,
			lon,
			lat,
			count: members.length,
			box: [rounded(w - EDGE), rounded(s - EDGE), rounded(e + EDGE), rounded(n + EDGE)]
		};
	});
}
