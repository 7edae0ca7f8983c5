import { bearing, direction, directions, distance } from '../../../domain/geo';
import { put } from '../theme';
import { part } from './said';
import type { Ground } from './said';
import type { Walk } from './steps';

/** Within so many metres, or what the telephone is unsure about, somebody has arrived. */
const NEAR = 50;

/**
 * Tells how far the stop is and where, once the walker asks for it. The position is compared here and
 * goes nowhere.
 */
export function follow({ root, said }: Ground, walk: Walk): void {
	const button = part<HTMLButtonElement>(root, 'locate');
	const line = part(root, 'position');
	const words = said.position;
	let watching: number | null = null;
	let last: GeolocationCoordinates | null = null;

	const length = (metres: number, sure: boolean) => {
		const step = metres < 1000 ? (sure ? 10 : 100) : sure ? 100 : 1000;
		const shown = Math.max(step, Math.round(metres / step) * step);
		return shown < 1000
			? put(words.metres, { n: shown })
			: put(words.kilometres, { n: shown / 1000 });
	};
	function tell(): void {
		const { lon, lat, exact } = walk.current().dataset;
		const known = lon !== undefined && lat !== undefined;
		button.hidden = !known || !('geolocation' in navigator);
		line.hidden = button.hidden;
		if (!last || !known || watching === null) return;
		const me: [number, number] = [last.longitude, last.latitude];
		const there: [number, number] = [Number(lon), Number(lat)];
		const metres = distance(me, there);
		const sure = exact !== undefined;
		line.textContent =
			sure && metres <= Math.max(NEAR, Math.min(last.accuracy, 200))
				? words.here
				: put(words.told, {
						direction: said.directions[directions.indexOf(direction(bearing(me, there)))] ?? '',
						distance: length(metres, sure),
						accuracy: length(last.accuracy, true)
					});
	}
	function end(text: string): void {
		if (watching !== null) navigator.geolocation.clearWatch(watching);
		watching = last = null;
		button.textContent = words.ask;
		line.textContent = text;
	}
	button.addEventListener('click', () => {
		if (watching !== null) return end(words.help);
		line.textContent = words.waiting;
		button.textContent = words.stop;
		watching = navigator.geolocation.watchPosition(
			({ coords }) => {
				last = coords;
				tell();
			},
			({ code }) => {
				if (code === 1) return end(words.refused);
				// In a valley a telephone loses itself for a while; it is still watched for.
				last = null;
				line.textContent = words.failed;
			},
			{ enableHighAccuracy: true, timeout: 30_000, maximumAge: 5_000 }
		);
	});
	walk.onturn(tell);
	tell();
}
