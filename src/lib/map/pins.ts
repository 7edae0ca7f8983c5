import type { Map as MapLibreMap, Marker } from 'maplibre-gl';
import type { Library } from './library';

/** Elements of the page that stand at positions of a map, one for each name. */
export class Pins {
	#pins = new Map<string, Marker>();

	/** Puts `element` at a position, or takes it away (`null`). Its meaning is said elsewhere. */
	put(
		{ map, library }: { map: MapLibreMap; library: Library },
		name: string,
		element: HTMLElement,
		at: { lon: number; lat: number } | null
	): void {
		this.#pins.get(name)?.remove();
		this.#pins.delete(name);
		if (!at) return;
		const marker = new library.Marker({ element }).setLngLat([at.lon, at.lat]).addTo(map);
		for (const attribute of ['role', 'tabindex', 'aria-label']) element.removeAttribute(attribute);
		this.#pins.set(name, marker);
	}
}
