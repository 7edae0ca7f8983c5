import http from 'node:http';
import { unitX, unitY } from '../../src/lib/domain/mercator';
import { type Figure, median, percentile } from './figure';

/** Where the district lies: west, south, east, north in WGS-84 degrees. */
const DISTRICT = [119.66, 30.15, 120.14, 30.57] as const;
const FILTERS = ['kind=site', 'kind=unit&category=village', 'level=city'];

/**
 * Time and size of server-made cluster tiles, one after another over one connection, never the same
 * twice in a row: random tiles of the district at zoom 9 to 16, one in five with a filter.
 */
export async function measureTiles(
	origin: string,
	many: number
): Promise<Figure[]> {
	const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
	const chance = chanceOf(20_090);
	const times: number[] = [];
	const sizes: number[] = [];
	let worst = { ms: 0, path: '' };
	const cold = new Map<string, number>();
	for (let at = 0; at < many; at++) {
		const z = 9 + Math.floor(chance() * 8);
		const lon = DISTRICT[0] + chance() * (DISTRICT[2] - DISTRICT[0]);
		const lat = DISTRICT[1] + chance() * (DISTRICT[3] - DISTRICT[1]);
		const filter = at % 5 === 0 ? FILTERS[Math.floor(at / 5) % FILTERS.length]! : '';
		const path = `/tiles/places/${z}/${tileAt(lon, lat, z).join('/')}.mvt?${filter}`;
		const { ms, bytes } = await timed(agent, origin + path);
		if (!cold.has(filter)) {
			cold.set(filter, ms);
			continue;
		}
		times.push(ms);
		sizes.push(bytes / 1024);
		if (ms > worst.ms) worst = { ms, path };
	}
	agent.destroy();
	const part = 'tiles';
	const told = `of ${times.length}, 100,000 places`;
	return [
		{
			part,
			name: `cluster tile p99, ${told}`,
			ours: percentile(times, 99),
			unit: 'ms',
			target: { of: 'ours', at: 'most', value: 20 },
			note: `median ${median(times).toFixed(1)}, worst ${worst.ms.toFixed(1)}`
		},
		{
			part,
			name: `cluster tile size p99, ${told}`,
			ours: percentile(sizes, 99),
			unit: 'KB',
			target: { of: 'ours', at: 'most', value: 5 },
			note: `median ${median(sizes).toFixed(1)}, largest ${Math.max(...sizes).toFixed(1)}`
		},
		{
			part,
			name: 'first tile of an index not yet built',
			ours: Math.max(...cold.values()),
			unit: 'ms',
			note: [...cold].map(([filter, ms]) => `${filter || 'all'} ${ms.toFixed(0)}`).join(', ')
		}
	];
}

/** Web Mercator tile column and row of a position. */
function tileAt(lon: number, lat: number, z: number): [number, number] {
	const across = 2 ** z;
	return [Math.floor(unitX(lon) * across), Math.floor(unitY(lat) * across)];
}

/** Milliseconds until the whole answer is there, and its bytes as transferred. */
function timed(agent: http.Agent, url: string): Promise<{ ms: number; bytes: number }> {
	return new Promise((done, failed) => {
		const began = performance.now();
		const headers = { 'accept-encoding': 'gzip, br' };
		http
			.get(url, { agent, headers }, (res) => {
				let bytes = 0;
				res.on('data', (part: Buffer) => (bytes += part.length));
				res.on('end', () => {
					if (res.statusCode === 200 || res.statusCode === 204)
						done({ ms: performance.now() - began, bytes });
					else failed(new Error(`${url} answered ${res.statusCode}`));
				});
			})
			.on('error', failed);
	});
}

/** The same numbers in [0, 1) for the same seed (Park and Miller 1988). */
function chanceOf(seed: number): () => number {
	let state = seed % 2_147_483_647;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
