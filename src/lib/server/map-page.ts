import type { Position } from '$lib/domain/datum';
import { accept } from '$lib/domain/refusal';
import { contentVersion } from './db/write';
import type { Db } from './db/open';
import { eventLayer } from './events/on-map';
import { drawnQuery, POINTS_LIMIT, readMap } from './map-query';
import { marks } from './marks';
import * as places from './places';
import * as towns from './towns';
import * as trails from './trails';

/**
 * Everything a page with a map shows for its address: list, counts and picture of one filter from
 * one moment (`at`, ms since the epoch). The points follow from `points`. Refuses what the address
 * asks and nobody knows.
 * @param size entries of one page of the list
 * @param later leaves the marks of the picture out where there are very many places: a live map
 * already covers the picture, and an index need not be built before the list can change
 */
export async function mapPage(
	db: Db,
	params: URLSearchParams,
	{ at, size, later = false }: { at: number; size: number; later?: boolean }
) {
	const read = await readMap(db, params, at);
	if (!read.ok) return read;
	const { filter, bases, base, card, trails: drawTrails, events } = read.value;
	const [tally, list, knownTowns, knownTrails, version, followed, layer] = await Promise.all([
		places.tally(db, filter, at),
		places.list(db, filter, { at, limit: size }),
		towns.all(db),
		trails.all(db),
		contentVersion(db),
		filter.trail ? trails.bySlug(db, filter.trail) : null,
		events && eventLayer(db, events, filter, at)
	]);
	const stops = (followed?.stops ?? []).flatMap(({ number, place: { slug, name, lon, lat } }) =>
		lon === null || lat === null ? [] : [{ number, slug, name, lon, lat }]
	);
	return accept({
		filter,
		page: { size, number: filter.page },
		tally,
		list,
		towns: knownTowns,
		trails: knownTrails.map(
			({ slug, name, line, recordedStops, declaredStops, demonstration }) => ({
				slug,
				name,
				line: line satisfies Position[],
				recordedStops,
				declaredStops,
				demonstration
			})
		),
		drawTrails,
		/** Null while events are switched off. */
		events: layer,
		stops,
		bases,
		base,
		card,
		marks: later && tally.drawn > POINTS_LIMIT ? null : await marks(db, filter, at),
		points: { query: drawnQuery(filter), version, tiled: tally.drawn > POINTS_LIMIT }
	});
}
