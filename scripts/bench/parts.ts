import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { measureAssign } from './assign';
import { measureAudit } from './audit';
import { measureCertificates } from './certificates';
import { chromiumPath, FLAGS } from './chromium';
import { measureEntries } from './entries';
import { measureEvents } from './events';
import type { Figure } from './figure';
import { measureInspection } from './inspect';
import { measureLighthouse } from './lighthouse';
import { BEHIND_PROXY, measurePasswords } from './passwords';
import { type Portal, seedPortal, startPortal } from './portal';
import { measureRanking } from './ranking';
import { measureRates } from './rates';
import { measureReady } from './ready';
import { measureLists } from './studio-list';
import { measureStudio, WITH_SAMPLES } from './studio-page';
import { measureSaves } from './studio-save';
import { measureTiles } from './tiles';
import { measureUploads } from './uploads';
import { measureTwins } from './twins';
import { measureFilterChange, measureFirstView } from './view';
import { measureBesideWork, measureSeek } from './watching';
import { measureScores } from './scores';
import { measureSignups } from './signups';
import { measureStamps } from './stamps';
import { measureScripts } from './weight';

/** Where a part works: the project, a temporary folder, and whether to be quick about it. */
interface Bench {
	root: string;
	folder: string;
	quick: boolean;
}

const SMALL = 10_000;
const LARGE = 100_000;
const filled = new Map<string, Promise<string>>();

/** Every part of the benchmark by name, in the order they run. */
export const PARTS = {
	ready: ({ root, folder, quick }) => measureReady(root, folder, { starts: quick ? 2 : 5 }),

	weight: async (bench) => [
		...(await onPortal(bench, 0, async ({ origin }) => [
			...(await inChromium((browser) => measureScripts(browser, origin))),
			...(await inChromium((browser) => measureFirstView(browser, origin, 'own content')))
		])),
		...(await onPortal(bench, LARGE, ({ origin }) =>
			inChromium((browser) => measureFirstView(browser, origin, '100,000 places'))
		))
	],

	lighthouse: (bench) =>
		onPortal(bench, 0, ({ origin }) =>
			measureLighthouse(
				origin,
				[
					{ name: 'home', path: '/' },
					{ name: 'list', path: '/places' },
					{ name: 'place', path: '/places/chengqing-zhengming-hall' }
				],
				{ runs: bench.quick ? 1 : 3 }
			)
		),

	rates: async (bench) => {
		const effort = bench.quick ? { seconds: 2, rounds: 1 } : { seconds: 4, rounds: 3 };
		const at = (volume: number, smaller?: Figure[]) =>
			onPortal(bench, volume, ({ origin }) =>
				measureRates(origin, { volume, folder: bench.folder, effort }, smaller)
			);
		const small = await at(SMALL);
		return [...small, ...(await at(LARGE, small))];
	},

	tiles: (bench) =>
		onPortal(bench, LARGE, ({ origin }) => measureTiles(origin, bench.quick ? 600 : 4000)),

	audit: ({ root, folder, quick }) =>
		measureAudit(
			root,
			folder,
			quick ? { saves: 300, records: 10_000 } : { saves: 1500, records: LARGE }
		),

	filter: async (bench) => {
		const at = (volume: number) =>
			onPortal(bench, volume, ({ origin }) =>
				inChromium((browser) =>
					measureFilterChange(browser, origin, { volume, times: bench.quick ? 3 : 7 })
				)
			);
		return [...(await at(SMALL)), ...(await at(LARGE))];
	},

	saves: async ({ root, folder, quick }) => {
		const dataDir = mkdtempSync(join(folder, 'saves-'));
		await seedPortal(root, dataDir, 200);
		const effort = quick ? { saves: 400, rounds: 1 } : { saves: 2000, rounds: 3 };
		return measureSaves(root, dataDir, effort);
	},

	uploads: ({ root, folder, quick }) =>
		measureUploads(
			root,
			folder,
			quick ? { bytes: 256 * 1024 ** 2, rounds: 1 } : { bytes: 1024 ** 3, rounds: 3 }
		),

	seek: ({ root, folder, quick }) =>
		measureSeek(
			root,
			folder,
			quick ? { bytes: 256 * 1024 ** 2, times: 100 } : { bytes: 1024 ** 3, times: 500 }
		),

	'worker-web': ({ root, folder, quick }) =>
		measureBesideWork(root, folder, quick ? { seconds: 40, windows: 31 } : { seconds: 120, windows: 101 }),

	scores: ({ root, folder, quick }) =>
		measureScores(
			root,
			folder,
			quick
				? { count: 400, saves: 800, pages: 100 }
				: { count: 2500, saves: 4000, pages: 1000 }
		),

	signups: ({ root, folder, quick }) => measureSignups(root, folder, { rounds: quick ? 1 : 5 }),

	stamps: ({ root, folder, quick }) =>
		measureStamps(root, folder, quick ? { stamps: 500, rounds: 1 } : { stamps: 3000, rounds: 3 }),

	assign: ({ root, folder, quick }) => measureAssign(root, folder, { times: quick ? 3 : 9 }),

	entries: ({ root, folder, quick }) =>
		measureEntries(root, folder, { count: SMALL, times: quick ? 20 : 60 }),

	events: ({ root, folder, quick }) =>
		measureEvents(root, folder, {
			count: 5000,
			times: quick ? 10 : 40,
			effort: quick ? { seconds: 2, rounds: 1 } : { seconds: 4, rounds: 3 }
		}),

	ranking: async ({ quick }) =>
		measureRanking(
			quick ? { times: 5, seeds: 3, others: 1 } : { times: 21, seeds: 24, others: 8 }
		),

	certificates: ({ root, folder, quick }) =>
		measureCertificates(root, folder, { count: quick ? 400 : 2500 }),

	passwords: (bench) =>
		onPortal(
			bench,
			0,
			({ origin }) => measurePasswords(origin, { asks: bench.quick ? 100 : 500 }),
			BEHIND_PROXY
		),

	inspect: ({ folder, quick }) =>
		measureInspection(folder, quick ? { minutes: 2, rounds: 1 } : { minutes: 10, rounds: 3 }),

	twins: ({ root, folder, quick }) =>
		measureTwins(root, folder, { others: 2500, rounds: quick ? 3 : 9 }),

	studio: (bench) =>
		onPortal(
			bench,
			LARGE,
			async ({ origin }, dataDir) => [
				...(await measureLists(bench.root, dataDir, { times: bench.quick ? 20 : 100 })),
				...(await inChromium((browser) =>
					measureStudio(browser, origin, { times: bench.quick ? 5 : 15 })
				))
			],
			WITH_SAMPLES
		)
} satisfies Record<string, (bench: Bench) => Promise<Figure[]>>;

/** Whether a word names a part. */
export function isPart(word: string): word is keyof typeof PARTS {
	return Object.hasOwn(PARTS, word);
}

/** Lends a running portal with so many synthetic places; the data is made once per volume. */
async function onPortal(
	{ root, folder }: Bench,
	volume: number,
	work: (portal: Portal, dataDir: string) => Promise<Figure[]>,
	settings: Record<string, string> = {}
): Promise<Figure[]> {
	const key = `${folder}:${volume}`;
	if (!filled.has(key)) {
		const dataDir = mkdtempSync(join(folder, `data-${volume}-`));
		// The largest takes a minute on a busy machine: silence would look like a standstill.
		console.error(`  filling a portal, with ${volume.toLocaleString('en')} synthetic places …`);
		filled.set(
			key,
			seedPortal(root, dataDir, volume).then(() => dataDir)
		);
	}
	const dataDir = await filled.get(key)!;
	const portal = await startPortal(root, dataDir, settings);
	try {
		return await work(portal, dataDir);
	} finally {
		await portal.stop();
	}
}

async function inChromium<T>(
	work: (browser: import('playwright-core').Browser) => Promise<T>
): Promise<T> {
	const browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
	try {
		return await work(browser);
	} finally {
		await browser.close();
	}
}
