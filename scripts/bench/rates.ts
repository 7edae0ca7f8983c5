import { bareOf } from './bare';
import type { Figure } from './figure';
import { type Effort, ratesOf } from './load';
import { pathsOf } from './paths';

const HTML = { accept: 'text/html,application/xhtml+xml' };
const GEOJSON = { accept: 'application/geo+json' };
/** A cookie we do not know keeps an answer out of every shared cache. */
const STRANGER = { cookie: 'visitor=1' };

const WORK = [
	{ kind: 'place', name: 'place page', headers: HTML, least: 0.25 },
	{ kind: 'list', name: 'list of 20', headers: HTML, least: 0.2 },
	{ kind: 'box', name: 'API box, 500 points', headers: GEOJSON, least: 0.35 }
] as const;

/**
 * Rates of place pages, lists and API boxes against a bare server answering the same bytes, at 32
 * connections, over many different addresses; and for information the same without the answer cache.
 * @param smaller the figures of the ten times smaller volume: at most half of their ratio may be lost
 */
export async function measureRates(
	origin: string,
	{ volume, folder, effort }: { volume: number; folder: string; effort: Effort },
	smaller?: Figure[]
): Promise<Figure[]> {
	const paths = await pathsOf(origin, 50);
	const figures: Figure[] = [];
	for (const { kind, name, headers, least } of WORK) {
		const title = `${name}, ${volume.toLocaleString('en')} places`;
		if (paths[kind].length < 5) {
			const note = 'too few addresses of this kind';
			figures.push({ part: 'rates', name: title, ours: null, unit: '/s', note });
			continue;
		}
		const bare = await bareOf(origin, paths[kind], folder);
		try {
			const kept = await ratesOf(origin, bare.origin, paths[kind], effort, headers);
			const before = smaller?.find((figure) => figure.name.startsWith(name) && figure.target);
			const value = before?.ours && before.baseline ? before.ours / before.baseline / 2 : least;
			figures.push({
				part: 'rates',
				name: title,
				...kept,
				unit: '/s',
				target: { of: 'ratio', at: 'least', value: Number(value.toFixed(3)) },
				note: `${paths[kind].length} addresses of ${(bare.bytes / 1024).toFixed(1)} KB`
			});
			const quick = { seconds: Math.min(2, effort.seconds), rounds: 1 };
			const cold = await ratesOf(origin, bare.origin, paths[kind], quick, {
				...headers,
				...STRANGER
			});
			figures.push({ part: 'rates', name: `${title}, nothing kept`, ...cold, unit: '/s' });
		} finally {
			await bare.stop();
		}
	}
	return figures;
}
