import { pair } from '$lib/domain/text';
import type { PlaceView, TownView } from '$lib/domain/view';
import type { PlaceFilter } from '$lib/domain/filter';
import { distance } from '$lib/domain/geo';
import type { Reader } from '../db/open';
import * as towns from '../towns';
import { find } from './find';
import type { PlaceRow } from './find';

/** A row as a card shows it. */
export function view(row: PlaceRow, known: ReadonlyMap<string, TownView>): PlaceView {
	const town = row.townSlug ? known.get(row.townSlug) : undefined;
	return {
		slug: row.slug,
		kind: row.kind,
		category: row.category,
		name: { zh: row.nameZh, en: row.nameEn },
		summary: pair(row.summaryZh, row.summaryEn),
		town: town ? { slug: town.slug, name: town.name } : null,
		address: pair(row.addressZh, row.addressEn),
		level: row.level,
		tags: row.tags,
		lon: row.lon,
		lat: row.lat,
		precision: row.precision,
		positionVerified: row.positionVerified,
		synthetic: row.synthetic
	};
}

/** One page of cards for a filter, with distances in metres when the filter says where the visitor is. */
export async function list(
	db: Reader,
	filter: PlaceFilter,
	page: { at: number; limit: number; offset?: number }
): Promise<PlaceView[]> {
	const known = await towns.bySlug(db);
	const rows = await find(db, filter, page);
	return rows.map((row) => {
		const card = view(row, known);
		if (filter.near && row.lon !== null && row.lat !== null)
			card.metres = distance(filter.near, [row.lon, row.lat]);
		return card;
	});
}
