// Long because one journey through the places, with and without scripts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as corrections from '$lib/server/corrections';
import { close, open } from '$lib/server/db/open';
import { media } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { plant } from '$lib/server/seed';
import { zh } from '$lib/words/zh';
import { correction } from '$lib/words/zh/correction';
import { downloads } from '$lib/words/zh/downloads';
import { launch, visit, watch } from '../browser';
import type { Watched } from '../browser';
import { place, putAll } from '../make';
import { serve } from '../serve';
import type { Served } from '../serve';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const migrations = join(import.meta.dirname, '..', '..', 'drizzle');
let dataDir: string;
let served: Served;
let browser: Browser;

/** The seed, a place whose page shows every part there is, and a draft that could leak. */
beforeAll(async () => {
	dataDir = mkdtempSync(join(tmpdir(), 'liantu-places-'));
	const db = await open(`file:${join(dataDir, 'liantu.db')}`, { migrations });
	await plant(db, Date.now());
	const here = { lon: 120.04, lat: 30.37, precision: 'exact' as const, positionVerified: true };
	const [full] = await putAll(db, [
		{
			...place({
				slug: 'full-page',
				name: { zh: '应有尽有的阵地', en: 'The complete site' },
				phone: '0571-88880000',
				transport: { zh: '公交可到。' },
				access: { 'step-free': true, lift: false },
				level: 'city',
				...here
			}),
			week: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: 540, closes: 1020 })),
			days: [{ day: '2099-01-01', opens: null, closes: null, reason: { zh: '元旦' } }]
		},
		{ ...place({ slug: 'canary-draft', name: { zh: '金丝雀草稿' }, ...here }), draft: true }
	]);
	await write(db, async (tx) => {
		const file = { placeId: full!, file: 'none.jpg', type: 'image/jpeg' };
		await tx.insert(media).values([
			{ ...file, form: 'panorama', altZh: '展厅全景', width: 4000, height: 1000 },
			{ ...file, form: 'audio', altZh: '讲解', type: 'audio/mpeg', transcriptZh: '欢迎。' }
		]);
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

async function on(
	options: { javaScriptEnabled?: boolean },
	walk: (seen: Watched) => Promise<void>
) {
	const seen = await watch(browser, served.origin, options);
	try {
		await walk({
			...seen,
			// A browser that may run no script says so of each one it was offered.
			get noise() {
				return options.javaScriptEnabled
					? seen.noise
					: seen.noise.filter((line) => !/^failed request: \S+\.js csp$/.test(line));
			}
		});
	} finally {
		await seen.close();
	}
}

const slugs = (page: Page) =>
	page
		.locator('main [data-slug]')
		.evaluateAll((all) => all.map((one) => one.getAttribute('data-slug')));
const total = async (page: Page) =>
	Number(await page.locator('main [data-total]').first().getAttribute('data-total'));
const text = async (path: string, init?: RequestInit) =>
	(await fetch(served.origin + path, init)).text();

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
	'with JavaScript $javaScriptEnabled',
	(options) => {
		test('the register, the interface and the files give the same set for the same question', () =>
			on(options, async ({ page, noise }) => {
				for (const query of ['', 'kind=unit', 'q=cun', 'town=luniao&kind=site&kind=unit']) {
					expect(await visit(page, `${served.origin}/places?${query}`)).toBe(200);
					const listed = await slugs(page);
					const machine = JSON.parse(
						await text(`/api/collections/places/items?limit=100&${query}`)
					) as { numberMatched: number; features: { properties: { slug: string } }[] };
					const file = parse(await text(`/places/download.csv?${query}`), {
						bom: true,
						columns: true
					}) as Record<string, string>[];
					expect([query, listed.length]).toEqual([query, await total(page)]);
					expect(machine.numberMatched).toBe(listed.length);
					expect(file.map((row) => row[downloads.columns.slug])).toEqual(listed);
				}
				expect(noise).toEqual([]);
			}));

		test('cards and table show the same places in the same order', () =>
			on(options, async ({ page, noise }) => {
				await visit(page, `${served.origin}/places`);
				const cards = await slugs(page);
				await page.getByRole('link', { name: zh.places.view.table, exact: true }).click();
				await page.locator('table[data-total]').waitFor();
				expect(await slugs(page)).toEqual(cards);
				expect(noise).toEqual([]);
			}));

		test('a visitor searches, sees what was found marked, and takes the question to the map', () =>
			on(options, async ({ page, noise }) => {
				await visit(page, `${served.origin}/places`);
				await page.getByLabel(zh.places.filters.q).fill('yacheng');
				await page.getByRole('button', { name: zh.places.filters.apply }).click();
				await page.waitForURL(/q=yacheng/);
				expect(await slugs(page)).toEqual(['qianzhuang-village', 'yacheng-village']);
				expect(await page.locator('main mark').first().textContent()).toBe('雅城');
				expect(
					await page
						.locator('.listing')
						.getByRole('link', { name: zh.places.onMap })
						.getAttribute('href')
				).toBe('/map?q=yacheng');
				expect(noise).toEqual([]);
			}));

		test('a visitor opens a kind of units and then a place', () =>
			on(options, async ({ page, noise }) => {
				await visit(page, `${served.origin}/units`);
				await page.getByRole('link', { name: zh.nouns.category.village }).first().click();
				await page.waitForURL(/category=village/);
				await page.locator('main [data-total="4"]').waitFor();
				await page.getByRole('link', { name: '港南村' }).click();
				await page.waitForURL(/gangnan-village/);
				await page.getByRole('heading', { level: 1, name: '港南村' }).waitFor();
				const links = page.locator('a[rel="noreferrer noopener"]');
				expect(
					await links.evaluateAll((all) =>
						all.map((one) => new URL((one as HTMLAnchorElement).href).host)
					)
				).toEqual(['uri.amap.com', 'api.map.baidu.com', 'apis.map.qq.com', 'maps.apple.com']);
				expect(await page.getByText(zh.places.place.directions.roughly('良渚街道')).count()).toBe(
					1
				);
				expect(noise).toEqual([]);
			}));

		test('a correction is received under a number; an accusation is refused and its text stays', () =>
			on(options, async ({ page, noise }) => {
				await visit(page, `${served.origin}/places/gangnan-village`);
				await page.getByRole('link', { name: zh.places.place.correct }).click();
				await page.getByLabel(correction.field).selectOption('hours');
				await page.getByLabel(correction.statement).fill('举报有人贪污');
				await page.getByRole('button', { name: correction.send }).click();
				await page.getByRole('alert').waitFor();
				expect(await page.getByLabel(correction.statement).inputValue()).toBe('举报有人贪污');
				expect(await page.getByLabel(correction.field).inputValue()).toBe('hours');
				expect(await page.locator('#statement-problem').textContent()).toContain('12388');
				await page.getByLabel(correction.statement).fill('金丝雀更正：周一闭馆');
				await page.getByRole('button', { name: correction.send }).click();
				await page.waitForURL(/thanks=/);
				const number = await page.locator('[data-reference]').textContent();
				expect(number).toMatch(/^[0-9A-V]{5}-[0-9A-V]{5}$/);
				// The browser itself remarks on the 422 it was answered.
				expect(noise.filter((line) => !line.includes('status of 422'))).toEqual([]);
			}));
	}
);

test('corrections reach the office and nobody else', async () => {
	const db = await open(`file:${join(dataDir, 'liantu.db')}`, { migrations });
	const kept = await corrections.all(db);
	close(db);
	expect(kept.map(({ statement }) => statement)).toEqual([
		'金丝雀更正：周一闭馆',
		'金丝雀更正：周一闭馆'
	]);
	for (const path of ['/places/gangnan-village', '/places/gangnan-village/correct', '/places'])
		expect(await text(path)).not.toContain('金丝雀更正');
});

test('whoever sends too many corrections is told to wait', async () => {
	const send = () =>
		fetch(`${served.origin}/places/gangnan-village/correct`, {
			method: 'POST',
			redirect: 'manual',
			headers: {
				origin: served.origin,
				accept: 'text/html',
				'content-type': 'application/x-www-form-urlencoded'
			},
			body: 'field=other&statement=%E6%B5%8B%E8%AF%95&website=x'
		});
	const codes = [];
	for (let i = 0; i < 7; i++) codes.push((await send()).status);
	expect(new Set(codes)).toEqual(new Set([303, 429]));
	expect(codes.at(-1)).toBe(429);
});

test('a draft is on no page, in no file and no picture', async () => {
	const paths = [
		'/places',
		'/places?view=table',
		'/places?q=金丝雀草稿',
		'/places?near=120.04,30.37',
		'/units',
		'/places/full-page',
		'/places/gangnan-village',
		'/places/download.csv',
		'/places/download.geojson',
		'/places/canary-draft',
		'/places/canary-draft/correct',
		'/places/canary-draft/qr.svg'
	];
	for (const path of paths) {
		const answer = await fetch(served.origin + path, { headers: { accept: 'text/html' } });
		// The page of a search repeats what was searched for, and nothing else.
		const body = (await answer.text()).replaceAll('“金丝雀草稿”', '');
		if (path.includes('canary')) expect([path, answer.status]).toEqual([path, 404]);
		else expect([path, /href="[^"]*canary-draft"/.test(body)]).toEqual([path, false]);
		if (!path.includes('q=')) expect([path, body.includes('金丝雀草稿')]).toEqual([path, false]);
	}
	expect(await text('/places?q=金丝雀草稿')).toContain('data-total="0"');
});

test('a wrong filter is answered with everything that is wrong', async () => {
	const answer = await fetch(
		`${served.origin}/places?kind=zebra&bbox=1,2&sort=drop&page=0&view=x`,
		{ headers: { accept: 'text/html' } }
	);
	expect(answer.status).toBe(400);
	const said = await answer.text();
	const listed = [...said.matchAll(/<li><strong>([^<]*)<\/strong>/g)].map(([, field]) => field);
	const { field } = zh.errors;
	expect(listed).toEqual([field.kind, field.bbox, field.sort, field.page, field.view]);
});

test('files carry their names, types and, as XLSX, a signature', async () => {
	const answers = await Promise.all(
		['csv', 'geojson', 'xlsx'].map((format) => fetch(`${served.origin}/places/download.${format}`))
	);
	expect(answers.map(({ headers }) => headers.get('content-type')?.split(';')[0])).toEqual([
		'text/csv',
		'application/geo+json',
		'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
	]);
	for (const { headers } of answers)
		expect(headers.get('content-disposition')).toMatch(
			/^attachment; filename="liantu-places-\d{4}-\d\d-\d\d\.\w+"; filename\*=UTF-8''%E5%BB%89/
		);
	const book = Buffer.from(await answers[2]!.arrayBuffer());
	expect(book.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
});

const looks = [
	{ mode: 'normal', theme: 'light' },
	{ mode: 'normal', theme: 'dark' },
	{ mode: 'elder', theme: 'light' },
	{ mode: 'elder', theme: 'dark' }
];

test.each(looks)('axe finds nothing in mode $mode, $theme', async (look) => {
	const seen = await watch(browser, served.origin, { bypassCSP: true });
	try {
		await seen.page
			.context()
			.addCookies(
				Object.entries(look).map(([name, value]) => ({ name, value, url: served.origin }))
			);
		for (const path of [
			'/places',
			'/places?view=table&q=cun',
			'/places?q=zzzzzz',
			'/units',
			'/places/full-page',
			'/places/future-sci-tech-city',
			'/en/places/gangnan-village',
			'/places/full-page/correct',
			'/places/full-page/correct?thanks=7F3K2-9QV1B'
		]) {
			await visit(seen.page, served.origin + path);
			await seen.page.evaluate(axe);
			const found = await seen.page.evaluate(async () => {
				const { violations } = await (
					window as unknown as {
						axe: {
							run: (
								root: Document,
								options: object
							) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
						};
					}
				).axe.run(document, {
					runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']
				});
				return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
			});
			expect([path, found]).toEqual([path, []]);
		}
	} finally {
		await seen.close();
	}
});

test.each([320, 360, 768, 1440])('nothing is wider than a screen of %i px', async (width) => {
	const seen = await watch(browser, served.origin, { viewport: { width, height: 800 } });
	try {
		for (const path of [
			'/places',
			'/places?view=table',
			'/units',
			'/places/full-page',
			'/places/full-page/correct'
		]) {
			await visit(seen.page, served.origin + path);
			expect([
				path,
				await seen.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
			]).toEqual([path, 0]);
		}
	} finally {
		await seen.close();
	}
});
