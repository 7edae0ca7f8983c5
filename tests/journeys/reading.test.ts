import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit, watch } from '../browser';
import { serve } from '../serve';
import type { Served } from '../serve';

let served: Served;
let browser: Browser;

beforeAll(async () => {
	served = await serve();
	browser = await launch();
});

afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

/** Walks with and without JavaScript; noise of any kind fails the journey. */
describe.each([
	['with JavaScript', true],
	['without JavaScript', false]
])('a citizen %s', (_, javaScriptEnabled) => {
	const open = async (path: string, width = 360) => {
		const watched = await watch(browser, served.origin, {
			javaScriptEnabled,
			viewport: { width, height: 800 }
		});
		await visit(watched.page, served.origin + path);
		return watched;
	};

	it('finds a village from the first page by pinyin', async () => {
		const { page, noise, close } = await open('/');
		await page.getByRole('combobox').or(page.locator('main input[name=q]')).first().fill('gangnan');
		await page.locator('main').getByRole('button', { name: '搜索' }).first().click();
		await page.waitForURL('**/search?**');
		const hit = page.locator('main a', { hasText: '港南村' }).first();
		expect(await hit.count()).toBe(1);
		await hit.click();
		await page.waitForURL('**/places/**');
		expect(await page.locator('h1').innerText()).toBe('港南村');
		expect(noise).toEqual([]);
		await close();
	});

	it('walks a trail stop by stop and takes a leaflet along', async () => {
		const { page, noise, close } = await open('/trails');
		const trails = page.locator('[data-total]');
		expect(await trails.getAttribute('data-total')).toBe(
			String(await trails.locator('> li').count())
		);
		await page.locator('main a', { hasText: '演示线路' }).first().click();
		await page.waitForURL('**/trails/**');
		const stops = page.locator('ol[data-total] > li');
		expect(await stops.count()).toBe(5);
		expect(await stops.first().locator('h3').innerText()).toContain('第 1 站');
		await page.locator('main a[href$="/leaflet"]').click();
		await page.waitForURL('**/leaflet');
		expect(await page.locator('main svg').count()).toBeGreaterThan(1);
		expect(await page.locator('main').innerText()).toContain('示意图·非测绘成果');
		expect(noise).toEqual([]);
		await close();
	});

	it('reads what is declared and what is recorded, never padded', async () => {
		const { page, close } = await open('/trails/yucong-trail');
		const text = await page.locator('main').innerText();
		expect(text).toContain('公布 21 站，已收录 0 站');
		expect(await page.locator('ol[data-total] > li').count()).toBe(0);
		await close();
	});

	it('changes to large text and dark, keeps them, and returns to the same page', async () => {
		const { page, noise, close } = await open('/articles?page=1', 1440);
		await page.locator('header button[name=mode]:visible').first().click();
		await page.waitForURL('**/articles?page=1');
		expect(await page.locator('html').getAttribute('data-mode')).toBe('elder');
		const menu = page.locator('header summary');
		if (await menu.isVisible()) await menu.click();
		await page.locator('header button[name=theme]:visible').first().click();
		await page.waitForURL('**/articles?page=1');
		await visit(page, `${served.origin}/about`);
		expect([
			await page.locator('html').getAttribute('data-mode'),
			await page.locator('html').getAttribute('data-theme')
		]).toEqual(['elder', 'dark']);
		expect(noise).toEqual([]);
		await close();
	});

	it('reads the same page in English', async () => {
		const { page, noise, close } = await open('/trails/demonstration-liangzhu-luniao', 1440);
		await page.locator('header a[hreflang=en]:visible').click();
		await page.waitForURL('**/en/trails/demonstration-liangzhu-luniao');
		expect(await page.locator('html').getAttribute('lang')).toBe('en');
		expect(await page.locator('h1').innerText()).toContain('Demonstration');
		expect(noise).toEqual([]);
		await close();
	});

	it('who loses the way is helped on', async () => {
		const { page, close } = await open('/places/no-such-place');
		expect(await page.locator('h1').innerText()).toBe('没有找到这一页');
		await page.locator('main input[name=q]').fill('瓶窑');
		await page.locator('main').getByRole('button', { name: '搜索' }).first().click();
		await page.waitForURL('**/search?**');
		expect(await page.locator('main').innerText()).toContain('澄清正名展示馆');
		await close();
	});

	it('meets only addresses of our own on the first page', async () => {
		const { page, noise, close } = await open('/', 1440);
		expect(await page.locator('h1').count()).toBe(1);
		expect(await page.locator('.poster a').count()).toBeGreaterThan(2);
		expect(noise).toEqual([]);
		await close();
	});
});

it('the first map comes alive under the mouse, and not before', async () => {
	const { page, noise, close } = await watch(browser, served.origin, {
		viewport: { width: 1280, height: 800 }
	});
	await visit(page, `${served.origin}/`);
	expect(await page.locator('.home-map canvas').count()).toBe(0);
	await page.locator('.home-map').hover({ position: { x: 40, y: 40 } });
	await page.locator('.home-map canvas').waitFor({ state: 'attached', timeout: 60_000 });
	expect(noise).toEqual([]);
	await close();
});

it('a wrong filter is answered in the language of the page', async () => {
	const [zh, en] = await Promise.all(
		['/places?kind=castle', '/en/places?kind=castle'].map(async (path) => {
			const response = await fetch(served.origin + path);
			return { status: response.status, text: await response.text() };
		})
	);
	expect([zh!.status, en!.status]).toEqual([400, 400]);
	expect(zh!.text).toContain('没有“castle”这个选项');
	expect(en!.text).toContain('there is no “castle”');
});
