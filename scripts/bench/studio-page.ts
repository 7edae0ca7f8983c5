import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Figure, median, percentile } from './figure';
import { kilobytes, loadedBy } from './weight';

const PASSWORD = 'seven herons over the Tiao 7';

/** Settings under which the sample accounts are there and sign in with a password alone. */
export const WITH_SAMPLES = { DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' };

/** Pages of the studio before a map or an editor is opened. */
const PAGES = ['/studio', '/studio/places', '/studio/review', '/studio/media', '/studio/audit'];

/**
 * The studio as an operator’s browser meets it, with a full list: what a page weighs, how long the
 * server takes for it, and how long from a click until the changed list is drawn.
 */
export async function measureStudio(
	browser: Browser,
	origin: string,
	{ times }: { times: number }
): Promise<Figure[]> {
	const cookies = await signIn(browser, origin);
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
	try {
		await context.addCookies(cookies);
		return [
			...(await measureAnswers(context, origin, times)),
			...(await measureChanges(await context.newPage(), origin, times)),
			await measureWeight(browser, origin, cookies)
		];
	} finally {
		await context.close();
	}
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

async function signIn(browser: Browser, origin: string): Promise<Cookies> {
	const context = await browser.newContext({ javaScriptEnabled: false });
	try {
		const page = await context.newPage();
		await page.goto(`${origin}/login?next=%2Fstudio`);
		await page.fill('input[name=email]', 'operator@demo.invalid');
		await page.fill('input[name=password]', PASSWORD);
		await page.press('input[name=password]', 'Enter');
		await page.waitForURL(/\/studio$/, { timeout: 30_000 });
		return await context.cookies();
	} finally {
		await context.close();
	}
}

/** Whole pages over HTTP, one after the other. */
async function measureAnswers(
	context: BrowserContext,
	origin: string,
	times: number
): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const [name, query] of [
		['first page', ''],
		['filtered', '?kind=unit'],
		['sorted', '?sort=name']
	] as const) {
		const taken: number[] = [];
		for (let run = -2; run < times; run++) {
			const began = performance.now();
			const answer = await context.request.get(`${origin}/studio/places${query}`);
			await answer.body();
			if (answer.status() !== 200) throw new Error(`/studio/places answered ${answer.status()}`);
			if (run >= 0) taken.push(performance.now() - began);
		}
		figures.push({
			part: 'studio',
			name: `studio list as a page over HTTP, ${name}, p95`,
			ours: percentile(taken, 95),
			unit: 'ms',
			note: `p50 ${median(taken).toFixed(1)} ms, drawn by the server whole`
		});
	}
	return figures;
}

/** From a click until the list says its new total or order and two frames have been drawn. */
async function measureChanges(page: Page, origin: string, times: number): Promise<Figure[]> {
	const acts = {
		'a filter': 'input[name=kind][value=unit]',
		'a sort': 'th[aria-sort] a',
		'the next page': 'a[rel=next], a[rel=prev]'
	};
	await page.goto(`${origin}/studio/places`, { waitUntil: 'networkidle' });
	await page.click('form details summary');
	const figures: Figure[] = [];
	for (const [name, target] of Object.entries(acts)) {
		const taken: number[] = [];
		for (let run = -1; run < times; run++) {
			const ms = await page.evaluate(clickAndWait, target);
			if (run >= 0) taken.push(ms);
		}
		figures.push({
			part: 'studio',
			name: `studio list in the browser: ${name}, p95`,
			ours: percentile(taken, 95),
			unit: 'ms',
			target: { of: 'ours', at: 'most', value: 300 },
			note: `p50 ${median(taken).toFixed(0)} ms, from the click to the second frame`
		});
	}
	return figures;
}

/** Runs in the page. */
function clickAndWait(target: string): Promise<number> {
	const state = () =>
		[...document.querySelectorAll('tbody th a, [data-total]')].map((one) => one.textContent).join();
	return new Promise((told, failed) => {
		const before = state();
		const began = performance.now();
		document.querySelector<HTMLElement>(target)!.click();
		const look = () => {
			if (performance.now() - began > 10_000) return failed(new Error(`${target} changed nothing`));
			if (state() === before) return void requestAnimationFrame(look);
			requestAnimationFrame(() => told(performance.now() - began));
		};
		requestAnimationFrame(look);
	});
}

async function measureWeight(browser: Browser, origin: string, cookies: Cookies): Promise<Figure> {
	let heaviest = { path: '', kb: 0 };
	for (const path of PAGES) {
		const scripts = (await loadedBy(browser, origin + path, 1440, undefined, cookies)).filter(
			({ kind }) => kind === 'script'
		);
		const kb = kilobytes(scripts);
		if (kb > heaviest.kb) heaviest = { path, kb };
	}
	return {
		part: 'studio',
		name: `JavaScript of a studio page before a map or an editor, heaviest of ${PAGES.length}`,
		ours: heaviest.kb,
		unit: 'KB',
		target: { of: 'ours', at: 'most', value: 180 },
		note: heaviest.path
	};
}
