import { distance } from '../domain/geo';
import type { Category, Kind } from '../domain/place';
import type { Drawn } from './points';

/** How far the visitor may stand from the middle of the district before distances mean little, metres. */
export const FAR = 150_000;

type Trouble = 'denied' | 'failed' | 'unsupported';

/** Where the visitor stands, asked for only on a press and kept on the device. */
export class Near {
	here = $state.raw<{ lon: number; lat: number } | null>(null);
	asking = $state(false);
	trouble = $state<Trouble | null>(null);

	/** Asks the device once. The position is known afterwards, or `trouble` says why not. */
	async ask(): Promise<void> {
		this.trouble = null;
		if (!navigator.geolocation) {
			this.trouble = 'unsupported';
			return;
		}
		this.asking = true;
		await new Promise<void>((done) =>
			navigator.geolocation.getCurrentPosition(
				({ coords }) => {
					this.here = { lon: coords.longitude, lat: coords.latitude };
					done();
				},
				({ code, PERMISSION_DENIED }) => {
					this.trouble = code === PERMISSION_DENIED ? 'denied' : 'failed';
					done();
				},
				{ enableHighAccuracy: false, timeout: 15_000, maximumAge: 60_000 }
			)
		);
		this.asking = false;
	}

	stop(): void {
		this.here = null;
		this.trouble = null;
	}
}

/** A position blurred to three decimals, about a hundred metres, for the server. */
export function blurred({ lon, lat }: { lon: number; lat: number }): string {
	return `${lon.toFixed(3)},${lat.toFixed(3)}`;
}

/** The drawn places nearest to a position, as a list shows them, nearest first. */
export function nearestEntries(
	here: { lon: number; lat: number },
	known: readonly Drawn[],
	count: number
) {
	return known
		.map((point) => ({ point, metres: distance([here.lon, here.lat], [point.lon, point.lat]) }))
		.sort((a, b) => a.metres - b.metres)
		.slice(0, count)
		.map(({ point: { slug, kind, category, zh, en, lon, lat } }) => ({
			slug,
			kind: kind as Kind,
			category: category as Category | null,
			name: { zh, en },
			lon,
			lat
		}));
}
