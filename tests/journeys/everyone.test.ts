import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit, watch } from '../browser';
import { type Served, serve } from '../serve';
import { crawl, type Met } from './crawl';
import { axe, sticksOut, tooSmall, unmarkedChinese } from './look';

// Every public page in a real browser, for everyone: each page once, one page of every kind in every
// mode and both languages.

let served: Served;
let browser: Browser;
let pages: Met[];
let kinds: Met[];

beforeAll(async () => {
	[served, browser] = await Promise.all([serve(), launch()]);
	const met = await crawl(served.port, ['/', '/en', '/embed', '/en/embed']);
	pages = met.filter(({ html, status, path }) => html && status === 200 && !path.includes('?'));
	const first = new Map<string, Met>();
	for (const page of pages) {
		const key = `${page.locale} ${page.route}`;
		if (!first.has(key)) first.set(key, page);
	}
	kinds = [...first.values()];
}, 240_000);

afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

const WINDOW = { width: 1280, height: 800 };

type Reading = { mode: 'normal' | 'elder'; theme: 'light' | 'dark' };

/** Looks at many pages, three at a time, and gathers what was found by address. */
async function lookAt(some: Met[], { mode, theme }: Reading): Promise<Record<string, string[]>> {
	const found: Record<string, string[]> = {};
	const queue = [...some];
	const worker = async () => {
		// One window for many pages, as a reader has it: what it fetched once stays with it.
		const { page, noise, close } = await watch(browser, served.origin, {
			viewport: WINDOW,
			reducedMotion: 'reduce'
		});
		try {
			await page.context().addCookies(
				Object.entries({ mode, theme }).map(([name, value]) => ({
					name,
					value,
					url: served.origin
				}))
			);
			for (let next = queue.shift(); next; next = queue.shift()) {
				const seen = [...(await look(page, next)), ...noise.splice(0)];
				if (seen.length) found[next.path] = seen;
			}
		} finally {
			await close();
		}
	};
	await Promise.all([worker(), worker(), worker()]);
	return found;

	async function look(page: Page, { path, locale, route }: Met): Promise<string[]> {
		await page.setViewportSize(WINDOW);
		await visit(page, served.origin + path);
		if (route === '/map' || route === '/embed')
			await page.waitForSelector('[data-live]', { state: 'attached', timeout: 60_000 });
		const seen = await axe(page);
		if (locale === 'en') seen.push(...(await unmarkedChinese(page)));
		if (mode === 'elder' && route) seen.push(...(await tooSmall(page)));
		// 200 % zoom of a 1280 px window leaves 640 px.
		seen.push(...(await sticksOut(page, 640)), ...(await sticksOut(page, 320)));
		return seen;
	}
}

describe('every page', () => {
	it('is clean, accessible and fits at 320 px and at 200 % zoom', async () => {
		expect(pages.length).toBeGreaterThan(30);
		expect(await lookAt(pages, { mode: 'normal', theme: 'light' })).toEqual({});
	}, 400_000);
});

describe('one page of every kind, in both languages', () => {
	it('is the same in the dark', async () => {
		expect(kinds.length).toBeGreaterThan(20);
		expect(await lookAt(kinds, { mode: 'normal', theme: 'dark' })).toEqual({});
	}, 240_000);

	it('has large text and large targets for elders', async () => {
		expect(await lookAt(kinds, { mode: 'elder', theme: 'light' })).toEqual({});
	}, 240_000);

	it('and for elders in the dark', async () => {
		expect(await lookAt(kinds, { mode: 'elder', theme: 'dark' })).toEqual({});
	}, 240_000);
});
