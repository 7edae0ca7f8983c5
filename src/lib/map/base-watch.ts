import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Base } from '../domain/base';

/** Lost tiles after which a service counts as away; one lost tile is no failure. */
const MANY = 3;
/** Milliseconds between looks at whether the map rests. */
const LOOK = 300;

/**
 * Calls `failed` once for a foreign base that does not come: its picture or archive is lost, several
 * of its tiles fail, or the map comes to rest without a single one (MapLibre takes “not found” for
 * an empty tile and says nothing). Our own drawing is not watched: nothing lies behind it.
 */
export function watchBase(map: MapLibreMap, base: () => Base, failed: () => void): void {
	let slug = '';
	let lost = 0;
	let arrived = false;
	let told = false;
	let rested = false;
	const source = () => {
		const { slug: now, config } = base();
		if (now !== slug) {
			[slug, lost] = [now, 0];
			arrived = told = rested = false;
		}
		return config.source;
	};
	const tell = () => {
		if (!told) failed();
		told = true;
	};
	const ofBase = (event: object) =>
		(event as { sourceId?: string }).sourceId?.startsWith('base') === true;
	map.on('error', (event) => {
		const kind = source();
		if (kind === 'drawing' || !ofBase(event)) return;
		lost++;
		if (kind === 'picture' || kind === 'pmtiles' || lost >= MANY) tell();
	});
	map.on('sourcedata', (event) => {
		source();
		if (ofBase(event) && 'tile' in event && event.tile) arrived = true;
	});
	map.on('idle', () => {
		const kind = source();
		rested = true;
		if (kind !== 'drawing' && kind !== 'picture' && !arrived) tell();
	});
	// After a tile that was not found MapLibre draws no further frame. Where that was the last one it
	// waited for, it would neither say that it is there nor that it rests, until somebody moves it.
	const looking = setInterval(() => {
		source();
		if (!rested && map.loaded()) map.triggerRepaint();
	}, LOOK);
	map.on('remove', () => clearInterval(looking));
}
