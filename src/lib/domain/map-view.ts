/** Where a map looks: MapLibre zoom (512 px world) and the centre in WGS-84 degrees. */
export interface MapView {
	zoom: number;
	lat: number;
	lon: number;
}

/** Decimals of a degree that one pixel at `zoom` needs: one more than its size. */
const decimals = (zoom: number) =>
	Math.max(2, Math.ceil((zoom * Math.LN2 + Math.log(512 / 360 / 0.5)) / Math.LN10));

/** A number in plain notation without idle zeros; JavaScript itself would write 5e-8. */
const plain = (number: number, places: number) =>
	number
		.toFixed(places)
		.replace(/\.?0+$/, '')
		.replace(/^-0$/, '0');

/** The address form of a view, `#map=12/30.38/119.98`: zoom, latitude, longitude. */
export function formatView({ zoom, lat, lon }: MapView): string {
	const places = decimals(zoom);
	return `#map=${plain(zoom, 2)}/${plain(lat, places)}/${plain(lon, places)}`;
}

/** Reads a view from the address; null for anything malformed or outside the world. */
export function parseView(hash: string): MapView | null {
	const found =
		/^#?map=(\d{1,2}(?:\.\d{1,4})?)\/(-?\d{1,2}(?:\.\d{1,12})?)\/(-?\d{1,3}(?:\.\d{1,12})?)$/.exec(
			hash
		);
	if (!found) return null;
	const [zoom, lat, lon] = found.slice(1).map(Number) as [number, number, number];
	return zoom <= 22 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180 ? { zoom, lat, lon } : null;
}
