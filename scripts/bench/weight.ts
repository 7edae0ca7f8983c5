import type { Browser, Cookie, Page } from 'playwright-core';
import type { Figure } from './figure';

/** One loaded file: address below the origin, kind of request, body bytes as transferred. */
export interface Loaded {
	path: string;
	kind: string;
	bytes: number;
}

const MAP_LIBRARY = /maplibre/i;

/** Opens a page with an empty cache, waits until it is quiet, and tells what was loaded. */
export async function loadedBy(
	browser: Browser,
	url: string,
	width: number,
	look?: (page: Page) => Promise<void>,
	cookies: Cookie[] = []
): Promise<Loaded[]> {
	const context = await browser.newContext({
		viewport: { width, height: width < 600 ? 740 : 900 }
	});
	try {
		await context.addCookies(cookies);
		const page = await context.newPage();
		const sizes: Promise<Loaded | null>[] = [];
		page.on('requestfinished', (request) =>
			sizes.push(
				request.sizes().then(
					({ responseBodySize }) => ({
						path: request.url().replace(/^https?:\/\/[^/]+/, ''),
						kind: request.resourceType(),
						bytes: Math.max(0, responseBodySize)
					}),
					() => null
				)
			)
		);
		await page.goto(url, { waitUntil: "networkidle", timeout: 120_000 });
		await look?.(page);
		await page.waitForTimeout(500);
		return (await Promise.all(sizes)).filter((file) => file !== null);
	} finally {
		await context.close();
	}
}

/** Sum of their bodies as transferred. */
export const kilobytes = (files: Loaded[]) =>
	files.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;

/** JavaScript that every page without the map loads before anybody touches it. */
export async function measureScripts(browser: Browser, origin: string): Promise<Figure[]> {
	let heaviest = { path: '', kb: 0 };
	const early: string[] = [];
	const pages = await pagesWithoutMap(origin);
	for (const path of pages) {
		console.error(`  opening ${path} …`);
		const scripts = (await loadedBy(browser, origin + path, 1440)).filter(
			({ kind }) => kind === 'script'
		);
		const kb = kilobytes(scripts);
		if (kb > heaviest.kb) heaviest = { path, kb };
		if (scripts.some((file) => MAP_LIBRARY.test(file.path) || file.bytes > 200_000))
			early.push(path);
	}
	return [
		{
			part: 'weight',
			name: `JavaScript before interaction, heaviest of ${pages.length} pages`,
			ours: heaviest.kb,
			unit: 'KB',
			target: { of: 'ours', at: 'most', value: 60 },
			note: heaviest.path
		},
		{
			part: 'weight',
			name: 'pages without the map that load the map library',
			ours: early.length,
			unit: '',
			target: { of: 'ours', at: 'most', value: 0 },
			...(early.length ? { note: early.join(' ') } : {})
		}
	];
}

/** One page of every kind that shows no map of its own; addresses of single things from their lists. */
async function pagesWithoutMap(origin: string): Promise<string[]> {
	const first = async (list: string) => {
		const text = await (await fetch(origin + list)).text();
		const found = new RegExp(`href="(${list}/[a-z0-9-]+)"`).exec(text);
		return found ? [found[1]!] : [];
	};
	const single = await Promise.all(['/places', '/trails', '/articles', '/events'].map(first));
	const lists = [
		'/',
		'/places',
		'/units',
		'/trails',
		'/articles',
		'/documents',
		'/events',
		'/contests',
		'/about',
		'/accessibility'
	];
	return [...lists, '/search?q=%E5%BB%89', '/en', '/en/places', ...single.flat()];
}
