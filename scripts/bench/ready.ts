import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, median } from './figure';
import { type Portal, seedPortal, startPortal } from './portal';

const SECONDS_OF_REST = 10;

/**
 * Start to first answer, on data that is there (middle of several starts) and on an empty directory
 * that is seeded first; and resident memory after a first visit and ten seconds of rest.
 */
export async function measureReady(
	root: string,
	folder: string,
	{ starts }: { starts: number }
): Promise<Figure[]> {
	const dataDir = mkdtempSync(join(folder, 'ready-'));
	await seedPortal(root, dataDir, 0);
	const times: number[] = [];
	let portal: Portal | undefined;
	for (let at = 0; at < starts; at++) {
		await portal?.stop();
		portal = await startPortal(root, dataDir);
		times.push(portal.startMs);
	}
	for (const path of ['/', '/map', '/places', '/places/chengqing-zhengming-hall'])
		await (await fetch(portal!.origin + path)).arrayBuffer();
	await new Promise((rest) => setTimeout(rest, SECONDS_OF_REST * 1000));
	const memory = portal!.memory();
	await portal!.stop();
	const fresh = await startPortal(root, mkdtempSync(join(folder, 'fresh-')));
	await fresh.stop();
	const part = 'ready';
	return [
		{
			part,
			name: 'start to first answer',
			ours: median(times) / 1000,
			unit: 's',
			target: { of: 'ours', at: 'most', value: 2 },
			note: `median of ${times.length}`
		},
		{
			part,
			name: 'the same with an empty directory, seeding included',
			ours: fresh.startMs / 1000,
			unit: 's',
			target: { of: 'ours', at: 'most', value: 2 }
		},
		{
			part,
			name: 'memory at rest',
			ours: memory === null ? null : memory / 1024 ** 2,
			unit: 'MB',
			target: { of: 'ours', at: 'most', value: 150 },
			note: memory === null ? 'this system does not tell' : 'resident, 10 s after a first visit'
		}
	];
}
