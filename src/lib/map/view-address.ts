import { replaceState } from '$app/navigation';
import { page } from '$app/state';
import { formatView } from '../domain/map-view';
import type { MapView } from '../domain/map-view';

/** Browsers refuse more than about a hundred changes of the address in half a minute. */
const PAUSE = 350;

/** Keeps the view of a map in the address, some time after it has come to rest. */
export function viewInAddress(view: () => MapView | null) {
	let waiting: ReturnType<typeof setTimeout> | undefined;
	return {
		keep(): void {
			clearTimeout(waiting);
			waiting = setTimeout(() => {
				const now = view();
				if (!now) return;
				const there = formatView(now);
				if (there === location.hash) return;
				replaceState(location.pathname + location.search + there, page.state);
			}, PAUSE);
		},
		stop: () => clearTimeout(waiting)
	};
}
