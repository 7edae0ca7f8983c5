import type { Browser } from 'playwright-core';
import { type Figure, median } from './figure';
import { kilobytes, type Loaded, loadedBy } from './weight';

const LIVE = '[data-live]';
const MAP_DATA = /^\/(?:map\/[^?]*\.json|tiles\/|api\/)/;
const DRAWING = /^\/(?:base|bases)\//;

/** What the first view of `/map` transfers on a phone and on a desk: map data, and the base drawing. */
export async function measureFirstView(
	browser: Browser,
	origin: string,
	told: string
): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const width of [360, 1440]) {
		const files = await loadedBy(browser, `${origin}/map`, width, async (page) => {
			await page.waitForSelector(LIVE, { state: 'attached', timeout: 120_000 });
		});
		const sum = (pattern: RegExp, name: string, most: number): Figure => {
			const found = files.filter(({ path }) => pattern.test(path));
			return {
				part: 'weight',
				name: `${name} of the first map view at ${width} px, ${told}`,
				ours: kilobytes(found),
				unit: 'KB',
				target: { of: 'ours', at: 'most', value: most },
				note: listed(found)
			};
		};
		figures.push(sum(MAP_DATA, 'map data', 10), sum(DRAWING, 'base drawing', 300));
	}
	return figures;
}

const listed = (files: Loaded[]) =>
	files.map(({ path, bytes }) => `${path.split('?')[0]} ${(bytes / 1024).toFixed(1)}`).join(', ') ||
	'none asked for';

/** Points of a filter: one file, or tiles of groups. */
const POINTS = /^\/(?:map\/points\.json|tiles\/)/;
const PATIENCE_MS = 15_000;

/**
 * From ticking a filter on the live map until the list says the new total, and until the map has
 * drawn a frame after the last of its new points arrived; middle of several ticks, in milliseconds.
 * Frames are drawn in software here, so the window is a small one.
 */
export async function measureFilterChange(
	browser: Browser,
	origin: string,
	{ volume, times }: { volume: number; times: number }
): Promise<Figure[]> {
	const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
	try {
		await page.addInitScript(watchFrames);
		let arrived = 0;
		page.on('requestfinished', (request) => {
			if (!POINTS.test(new URL(request.url()).pathname)) return;
			const { startTime, responseEnd } = request.timing();
			arrived = Math.max(arrived, startTime + responseEnd);
		});
		await page.goto(`${origin}/map`);
		await page.waitForSelector(LIVE, { state: 'attached', timeout: 120_000 });
		const lists: number[] = [];
		const maps: number[] = [];
		const kinds = ['site', 'unit', 'venue', 'service'];
		for (let at = 0; at <= times; at++) {
			await page.waitForTimeout(1500);
			arrived = 0;
			const { ticked, listed } = await page.evaluate(tick, kinds[at % kinds.length]!);
			let drawn = Infinity;
			while (Date.now() < ticked + PATIENCE_MS) {
				await page.waitForTimeout(500);
				drawn = arrived > 0 ? await page.evaluate(frameAfter, arrived) : Infinity;
				if (drawn < Date.now() - 500) break;
			}
			// The first tick also loads what only changes need.
			if (at === 0) continue;
			lists.push(listed - ticked);
			maps.push(drawn - ticked);
		}
		const told = `${volume.toLocaleString('en')} places`;
		const target = { of: 'ours', at: 'most', value: 250 } as const;
		return [
			{
				part: 'filter',
				name: `filter change, list, ${told}`,
				ours: median(lists),
				unit: 'ms',
				target
			},
			{
				part: 'filter',
				name: `filter change, map drawn, ${told}`,
				ours: median(maps),
				unit: 'ms',
				target,
				note: `${maps.map(Math.round).join(', ')}; frames drawn in software`
			}
		];
	} finally {
		await page.close();
	}
}

/** Runs in the page before all else: notes when the map draws. */
function watchFrames(): void {
	const frames: number[] = [];
	Object.assign(window, { benchFrames: frames });
	const { drawElements } = WebGL2RenderingContext.prototype;
	WebGL2RenderingContext.prototype.drawElements = function (...args) {
		const now = performance.timeOrigin + performance.now();
		if (now - (frames.at(-1) ?? 0) > 2) frames.push(now);
		return drawElements.apply(this, args);
	};
}

/** Runs in the page: ticks a layer and waits until the list says another total. Epoch milliseconds. */
function tick(kind: string): Promise<{ ticked: number; listed: number }> {
	const clock = () => performance.timeOrigin + performance.now();
	const said = () => document.querySelector<HTMLElement>('[data-total]')?.dataset.total;
	return new Promise((done, failed) => {
		const before = said();
		const ticked = clock();
		const late = setTimeout(() => failed(new Error('The list did not change')), 20_000);
		new MutationObserver((_, observer) => {
			if (said() === before) return;
			observer.disconnect();
			clearTimeout(late);
			requestAnimationFrame(() => done({ ticked, listed: clock() }));
		}).observe(document.body, { subtree: true, childList: true, attributes: true });
		document
			.querySelector<HTMLInputElement>(`[type="checkbox"][name="kind"][value="${kind}"]`)!
			.click();
	});
}

/** Runs in the page: the moment of the first frame after another moment. */
function frameAfter(moment: number): number {
	const { benchFrames } = window as unknown as { benchFrames: number[] };
	return benchFrames.find((frame) => frame >= moment) ?? Infinity;
}
