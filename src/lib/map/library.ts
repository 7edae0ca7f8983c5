import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

export type Library = typeof import('maplibre-gl');

let loading: Promise<Library> | undefined;

/**
 * MapLibre, its worker and its style sheet, loaded once and only where a map is wanted. A failed
 * load is forgotten, so that a later map may try again.
 */
export function loadLibrary(): Promise<Library> {
	return (loading ??= Promise.all([
		import('maplibre-gl'),
		import('maplibre-gl/dist/maplibre-gl.css')
	]).then(
		([library]) => {
			library.setWorkerUrl(workerUrl);
			return library;
		},
		(error: unknown) => {
			loading = undefined;
			throw error;
		}
	));
}

let archives: Promise<void> | undefined;

/** Teaches MapLibre the `pmtiles://` protocol; loaded only when a base needs it. */
export function loadArchives(library: Library): Promise<void> {
	return (archives ??= import('pmtiles').then(({ Protocol }) => {
		library.addProtocol('pmtiles', new Protocol().tile);
	}));
}
