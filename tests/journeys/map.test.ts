// Long because one map, drawn once, is asked everything in one browser.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ILLUSTRATED } from '$lib/domain/base';
import type { Base } from '$lib/domain/base';
import * as bases from '$lib/server/bases';
import { close, open } from '$lib/server/db/open';
import { write } from '$lib/server/db/write';
import { plant } from '$lib/server/seed';
import { launch, visit, watch } from '../browser';
import { serve } from '../serve';
import type { Served } from '../serve';

let served: Served;
let browser: Browser;

let dataDir: string;

const live: Base = {
	...ILLUSTRATED,
	slug: 'live',
	kind: 'live',
	name: { zh: '在线地图', en: 'Live map' },
	attribution: { zh: '某地图服务' },
	notice: null,
	approvalNumber: '浙S(2024)12号',
	config: { source: 'xyz', url: '/tiles/nowhere/{z}/{x}/{y}.png', tileSize: 256 }
};

/** The seed, and behind the drawing a live base that never answers. */
beforeAll(async () => {
	dataDir = mkdtempSync(join(tmpdir(), 'liantu-map-'));
	const db = await open(`file:${join(dataDir, 'liantu.db')}`, {
		migrations: join(import.meta.dirname, '..', '..', 'drizzle')
	});
	await plant(db, Date.now());
	await write(db, async (tx) => {
		await bases.put(tx, ILLUSTRATED, { now: Date.now() });
		const put = await bases.put(tx, live, { now: Date.now(), position: 1 });
		if (!put.ok) throw new Error(JSON.stringify(put.refusals));
		const config = { ...live.config, url: 'https://tiles.example.cn/{z}/{x}/{y}.png' } as const;
		await bases.put(tx, { ...live, slug: 'elsewhere', name: { zh: '外站底图' }, config } as Base, {
			now: Date.now(),
			position: 2
		});
	});
	close(db);
	served = await serve({ DATA_DIR: dataDir });
	browser = await launch();
});

afterAll(async () => {
	await browser?.close();
	await served?.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

/** Lets `act` use a watched page at `path`; whatever disturbed it fails the test. */
async function on(
	path: string,
	act: (page: Page) => Promise<void>,
	options: Parameters<Browser['newContext']>[0] & {
		before?: (page: Page) => Promise<unknown>;
		expected?: RegExp;
		still?: boolean;
	} = {}
): Promise<void> {
	const { before, expected, still, ...context } = options;
	const watched = await watch(browser, served.origin, {
		viewport: { width: 1280, height: 800 },
		reducedMotion: 'reduce',
		...context
	});
	try {
		await before?.(watched.page);
		await visit(watched.page, served.origin + path);
		if (context.javaScriptEnabled !== false && !still)
			await watched.page.waitForSelector('[data-live]', { timeout: 60_000 });
		await act(watched.page);
		// Without JavaScript Chromium reports every script it does not run.
		const off = context.javaScriptEnabled === false ? / csp$/ : null;
		const noise = watched.noise.filter((line) => !expected?.test(line) && !off?.test(line));
		expect(noise).toEqual([]);
	} finally {
		await watched.close();
	}
}

const total = async (page: Page) =>
	Number(await page.locator('ol[data-total], p[data-total]').first().getAttribute('data-total'));
const slugs = (page: Page) =>
	page
		.locator('ol [data-slug]')
		.evaluateAll((items) => items.map((item) => item.getAttribute('data-slug')));
const card = (page: Page) => page.locator('[data-card]');

const filters = [
	'',
	'kind=unit',
	'kind=site&kind=venue',
	'category=village',
	'town=luniao',
	'kind=unit&town=luniao',
	'trail=demonstration-liangzhu-luniao',
	'q=%E5%BB%89',
	'bbox=119.7,30.4,119.8,30.5',
	'kind=venue&town=luniao'
];

describe('one question has one answer', () => {
	test.each(filters)('map, list and API agree on “%s”', async (query) => {
		const ask = async (path: string) => {
			const answer = await fetch(served.origin + path);
			expect([path, answer.status]).toEqual([path, 200]);
			return answer;
		};
		const html = await (await ask(`/map?${query}`)).text();
		const onMap = Number(/data-total="(\d+)"/.exec(html)![1]);
		const list = await (await ask(`/places?${query}`)).text();
		const onList = Number(/data-total="(\d+)"/.exec(list)![1]);
		const api = (await (await ask(`/api/collections/places/items?limit=100&${query}`)).json()) as {
			numberMatched: number;
			features: { geometry: unknown }[];
		};
		const points = (await (await ask(`/map/points.json?${query}`)).json()) as {
			features: unknown[];
		};
		expect([onMap, onList]).toEqual([api.numberMatched, api.numberMatched]);
		expect(points.features.length).toBe(api.features.filter(({ geometry }) => geometry).length);
	});

	test('the count beside a layer is what ticking it gives', async () => {
		const html = await (await fetch(`${served.origin}/map`)).text();
		const kinds = [...html.matchAll(/name="kind" value="([a-z]+)"[\s\S]*?data-count="(\d+)"/g)];
		expect(kinds.length).toBe(4);
		for (const [, kind, count] of kinds) {
			const narrowed = await (await fetch(`${served.origin}/map?kind=${kind}`)).text();
			expect([kind, /data-total="(\d+)"/.exec(narrowed)![1]]).toEqual([kind, count]);
		}
	});

	test.each([
		'kind=castle',
		'town=atlantis',
		'bbox=1,2,3',
		'place=nobody-knows-this',
		'base=none',
		'trails=maybe',
		'page=0'
	])('what nobody knows is refused with a page that helps: %s', async (query) => {
		const answer = await fetch(`${served.origin}/map?${query}`, {
			headers: { accept: 'text/html' }
		});
		expect(answer.status).toBe(400);
		expect(await answer.text()).toContain('<h1');
	});
});

describe.each([true, false])('narrowing down, JavaScript %s', (javaScriptEnabled) => {
	test('a layer ticked narrows list, count and address', async () => {
		await on(
			'/map',
			async (page) => {
				const all = await total(page);
				const box = page.locator('input[type=checkbox][value=unit]');
				const promised = Number(
					await page.locator('label:has(input[value=unit]) [data-count]').getAttribute('data-count')
				);
				await box.check();
				if (!javaScriptEnabled)
					await page
						.locator('form[action="/map"] noscript + *, form.filters button')
						.last()
						.click();
				await page.waitForURL(/kind=unit/);
				await expect.poll(() => total(page)).toBe(promised);
				expect(promised).toBeLessThan(all);
				if (javaScriptEnabled)
					expect(await box.evaluate((e) => e === document.activeElement)).toBe(true);
				await page.locator('ul a[aria-label*="清廉单元"]').first().click();
				await expect.poll(() => total(page)).toBe(all);
			},
			{ javaScriptEnabled }
		);
	});

	test('the address of a place shows its card', async () => {
		await on(
			'/map?place=chengqing-zhengming-hall',
			async (page) => {
				expect(await card(page).locator('h2').textContent()).toContain('澄清正名展示馆');
				expect(await page.locator('[aria-current=true][href*=chengqing]').count()).toBe(1);
			},
			{ javaScriptEnabled }
		);
	});

	test('the notice and the maker stand on the map', async () => {
		await on(
			'/map',
			async (page) => {
				const notices = page.locator('.map-notice:visible');
				expect(await notices.count()).toBe(1);
				expect(await notices.textContent()).toContain('示意图·非测绘成果');
			},
			{ javaScriptEnabled }
		);
	});
});

describe('the open place', () => {
	test('is closed first by Back, and the page stays', async () => {
		await on('/map?kind=site', async (page) => {
			const link = page.locator('[data-slug] a').first();
			await link.click();
			await card(page).waitFor();
			expect(page.url()).toContain('place=');
			await page.locator('[data-slug] a').nth(1).click();
			await page.goBack();
			await expect.poll(() => card(page).count()).toBe(0);
			expect(new URL(page.url()).search).toBe('?kind=site');
			expect(await total(page)).toBe(3);
		});
	});

	test('is closed by Escape, which gives the focus back', async () => {
		await on('/map', async (page) => {
			const link = page.locator('[data-slug] a').first();
			await link.focus();
			await page.keyboard.press('Enter');
			await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
			await page.keyboard.press('Escape');
			await expect.poll(() => card(page).count()).toBe(0);
			await expect.poll(() => link.evaluate((e) => e === document.activeElement)).toBe(true);
		});
	});

	test('comes back from a shared link, with the view', async () => {
		await on('/map?kind=unit&place=gangnan-village#map=12.5/30.4/120.01', async (page) => {
			expect(await card(page).getAttribute('data-card')).toBe('gangnan-village');
			await page.getByRole('button', { name: '分享' }).click();
			const link = await page.locator('input[id$=-link]').inputValue();
			expect(new URL(link).hash).toBe('#map=12.5/30.4/120.01');
			expect(new URL(link).search).toBe('?kind=unit&place=gangnan-village');
		});
	});

	test('is a sheet from below on a phone, all of it on the screen', async () => {
		await on(
			'/map',
			async (page) => {
				await page.locator('[data-slug] a').first().click();
				await card(page).waitFor();
				const box = (await card(page).boundingBox())!;
				expect([box.x, box.width, Math.round(box.y + box.height)]).toEqual([0, 360, 740]);
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
				// The notice stands on the map even now.
				await page.evaluate(() => scrollTo(0, 0));
				const uncovered = await page.locator('.map-notice:visible').evaluate((notice) => {
					const { left, top, width, height } = notice.getBoundingClientRect();
					return notice.contains(document.elementFromPoint(left + width / 2, top + height / 2));
				});
				expect(uncovered).toBe(true);
				await card(page).getByRole('link', { name: '关闭卡片' }).click();
				await expect.poll(() => card(page).count()).toBe(0);
			},
			{ viewport: { width: 360, height: 740 } }
		);
	});
});

describe('the keyboard on the map', () => {
	const said = (page: Page) => page.locator('[data-said]').textContent();

	test('arrows read out what is near, Enter opens it, Escape closes it', async () => {
		await on('/map', async (page) => {
			await page.locator('[role=application]').focus();
			await page.keyboard.press('ArrowLeft');
			await expect.poll(() => said(page)).toBe('澄清正名展示馆，廉洁文化阵地，东北 7.5 公里');
			await page.keyboard.press('ArrowLeft');
			await expect.poll(() => said(page)).toContain('同一个点上有 3 处');
			await page.keyboard.press('Enter');
			await expect.poll(() => card(page).locator('li').count()).toBe(3);
			await page.keyboard.press('Escape');
			await expect.poll(() => card(page).count()).toBe(0);
		});
	});

	test('a digit opens that place of the list', async () => {
		await on('/map', async (page) => {
			const listed = await slugs(page);
			await page.locator('[role=application]').focus();
			await page.keyboard.press('4');
			await expect.poll(() => card(page).getAttribute('data-card')).toBe(listed[3]);
		});
	});
});

describe('near me', () => {
	test('asks only when pressed, says distance and direction, and sends the position nowhere', async () => {
		const asked: string[] = [];
		await on(
			'/map',
			async (page) => {
				await page.getByRole('button', { name: '离我最近' }).click();
				const first = page.locator('[data-slug]').first();
				await expect.poll(() => first.textContent()).toMatch(/(东|南|西|北)+ [\d.]+ (米|公里)/);
				expect(
					asked.filter((url) => /120\.0[12]|30\.3[12]/.test(url) && !url.includes('#'))
				).toEqual([]);
			},
			{
				geolocation: { longitude: 120.0123, latitude: 30.3123 },
				permissions: ['geolocation'],
				before: async (page) => void page.on('request', (request) => asked.push(request.url()))
			}
		);
	});
});

describe('when something is missing', () => {
	test('without WebGL the picture stays and a sentence says so', async () => {
		await on(
			'/map',
			async (page) => {
				await page.getByText('这台设备不能显示可拖动的地图').waitFor();
				expect(await page.locator('.poster a:visible').count()).toBeGreaterThan(2);
				expect(await page.locator('[data-live]').count()).toBe(0);
			},
			{
				still: true,
				expected: /WebGL|webgl/,
				before: (page) =>
					page.addInitScript(() => {
						HTMLCanvasElement.prototype.getContext = () => null;
					})
			}
		);
	});

	test('without the points the list goes on and a sentence says so', async () => {
		await on(
			'/map',
			async (page) => {
				await page.getByText('地点没有取到').waitFor();
				expect(await total(page)).toBeGreaterThan(0);
			},
			{
				still: true,
				expected: /points\.json|Failed to load/,
				before: (page) => page.route('**/map/points.json*', (route) => route.abort())
			}
		);
	});
});

describe('another base', () => {
	test('that cannot be reached gives way to the drawing, with its notice and a sentence', async () => {
		await on(
			'/map?base=live',
			async (page) => {
				// Drawn in software, with every tile asked for in vain: slow where much else runs.
				await page.getByText('所选底图暂时取不到').waitFor({ timeout: 100_000 });
				// Nobody touches it, and the live map is there all the same.
				await page.waitForSelector('[data-live]', { timeout: 60_000 });
				await expect
					.poll(() => page.locator('.map-notice:visible').textContent())
					.toContain('示意图·非测绘成果');
			},
			{ expected: /nowhere|404/, still: true }
		);
	});

	test('that lies elsewhere is let in on pages with a map and nowhere else', async () => {
		const policy = async (path: string) =>
			(await fetch(served.origin + path)).headers.get('content-security-policy')!;
		for (const path of ['/map', '/embed', '/en/map'])
			expect([path, await policy(path)]).toEqual([
				path,
				expect.stringMatching(/connect-src 'self' https:\/\/tiles\.example\.cn;/)
			]);
		for (const path of ['/', '/places', '/map/points.json'])
			expect(await policy(path)).not.toContain('tiles.example.cn');
	});

	test('shows its 审图号 and its maker, and is chosen in the address', async () => {
		const html = await (await fetch(`${served.origin}/map?base=live`)).text();
		expect(html).toContain('审图号：浙S(2024)12号');
		expect(html).toContain('某地图服务');
		await on('/map?kind=unit', async (page) => {
			await page.locator('summary', { hasText: '底图' }).click();
			const link = page.getByRole('link', { name: '在线地图' });
			expect(await link.getAttribute('href')).toBe('/map?kind=unit&base=live');
		});
	});
});

describe('the embedded map', () => {
	test('has no header, and a way to the large one', async () => {
		await on('/embed?kind=unit', async (page) => {
			expect(await page.locator('header, footer').count()).toBe(0);
			const link = page.getByRole('link', { name: '打开大地图' });
			expect(await link.getAttribute('href')).toContain('/map?kind=unit');
			expect(await link.getAttribute('target')).toBe('_blank');
		});
	});
});

describe('what a first view costs', () => {
	test('at most 10 KB of map data', async () => {
		const answer = await fetch(`${served.origin}/map/points.json`, {
			headers: { 'accept-encoding': 'identity' }
		});
		expect((await answer.arrayBuffer()).byteLength).toBeLessThan(10_240);
	});
});
