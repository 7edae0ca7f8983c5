import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit, watch } from '../browser';
import { type Served, serve } from '../serve';
import { crawl, type Met } from './crawl';

// Old phones, strict offices, kiosks: no JavaScript, or not one Chinese font on the machine.

let served: Served;
let kinds: Met[];

beforeAll(async () => {
	served = await serve();
	const met = await crawl(served.port, ['/', '/en']);
	const first = new Map<string, Met>();
	for (const page of met)
		if (page.route && page.status === 200 && !page.path.includes('?'))
			first.set(`${page.locale} ${page.route}`, page);
	kinds = [...first.values()];
});

afterAll(() => served?.stop());

describe('without JavaScript', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launch();
	});
	afterAll(() => browser?.close());

	const opened = () =>
		watch(browser, served.origin, {
			javaScriptEnabled: false,
			viewport: { width: 1280, height: 800 }
		});

	it('every kind of page shows its heading and all it has to say', async () => {
		expect(kinds.length).toBeGreaterThan(20);
		const { page, noise, close } = await opened();
		const poor: string[] = [];
		for (const { path } of kinds) {
			await page.goto(served.origin + path);
			const words = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
			const heading = await page.locator('h1').isVisible();
			if (!heading || words.length < 40) poor.push(`${path}: ${words.slice(0, 80)}`);
		}
		expect(poor).toEqual([]);
		expect(noise).toEqual([]);
		await close();
	});

	it('a filter is ticked and sent, and the list answers', async () => {
		const { page, close } = await opened();
		for (const path of ['/places', '/map']) {
			await page.goto(served.origin + path);
			const all = Number(await page.locator('[data-total]').first().getAttribute('data-total'));
			await page.locator('input[type="checkbox"][name="kind"][value="unit"]').check();
			await page
				.locator('form:has(input[name="kind"]) button:not([type="button"])')
				.first()
				.click();
			expect(new URL(page.url()).searchParams.getAll('kind')).toEqual(['unit']);
			const units = Number(await page.locator('[data-total]').first().getAttribute('data-total'));
			expect(units).toBeGreaterThan(0);
			expect(units).toBeLessThan(all);
			expect(
				await page.locator('input[type="checkbox"][name="kind"][value="unit"]').isChecked()
			).toBe(true);
		}
		await close();
	});

	it('a search finds, and large text stays', async () => {
		const { page, close } = await opened();
		await page.goto(`${served.origin}/search`);
		await page.locator('main input[name="q"]').fill('瓶窑');
		await page.locator('main input[name="q"]').press('Enter');
		expect(await page.locator('main').innerText()).toContain('澄清正名展示馆');
		await page.locator('button[name="mode"][value="elder"]:visible').first().click();
		expect(await page.locator('html').getAttribute('data-mode')).toBe('elder');
		expect(new URL(page.url()).pathname).toBe('/search');
		await page.goto(`${served.origin}/about`);
		expect(await page.locator('html').getAttribute('data-mode')).toBe('elder');
		await close();
	});
});

describe('without a Chinese font', () => {
	const folder = mkdtempSync(join(tmpdir(), 'liantu-fonts-'));
	let browser: Browser;
	beforeAll(async () => {
		// Chromium does not start without any font at all.
		const latin = listed(':lang=en').find((file) => !listed(':lang=zh').includes(file))!;
		copyFileSync(latin, join(folder, 'latin.ttf'));
		const fonts = join(folder, 'fonts.conf');
		writeFileSync(
			fonts,
			`<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>`
		);
		browser = await launch({ FONTCONFIG_FILE: fonts });
	});
	afterAll(async () => {
		await browser?.close();
		rmSync(folder, { recursive: true, force: true });
	});

	/** Files of the machine's fonts that match a pattern. */
	function listed(pattern: string): string[] {
		return spawnSync('fc-list', [pattern, 'file'], { encoding: 'utf8' })
			.stdout.split('\n')
			.map((line) => line.replace(/: *$/, ''))
			.filter((file) => file.endsWith('.ttf'));
	}

	/** Draws characters with the page's own families; those without a glyph all look alike. */
	const drawn = (page: import('playwright-core').Page, text: string) =>
		page.evaluate((text) => {
			const pictures = [...text].map((letter) => {
				const canvas = Object.assign(document.createElement('canvas'), { width: 48, height: 48 });
				const pen = canvas.getContext('2d')!;
				pen.font = `32px ${getComputedStyle(document.querySelector('main')!).fontFamily}`;
				pen.fillText(letter, 4, 38);
				return canvas.toDataURL();
			});
			return new Set(pictures).size;
		}, text);

	it.each(['/', '/places/chengqing-zhengming-hall', '/map'])('%s writes Chinese', async (path) => {
		const { page, noise, close } = await watch(browser, served.origin);
		const fonts: string[] = [];
		page.on('response', (answer) => {
			if (answer.request().resourceType() === 'font') fonts.push(answer.url());
		});
		await visit(page, served.origin + path);
		await page.waitForFunction(() =>
			[...document.fonts].some(
				({ status, family }) => status === 'loaded' && /Noto Sans SC/.test(family)
			)
		);
		await page.evaluate(() => document.fonts.ready.then(() => undefined));
		const title = [
			...new Set((await page.locator('h1').innerText()).replace(/[^\p{Script=Han}]/gu, ''))
		];
		expect(title.length).toBeGreaterThan(1);
		expect(await drawn(page, title.join(''))).toBe(title.length);
		expect(fonts.filter((url) => !url.startsWith(`${served.origin}/_app/`))).toEqual([]);
		expect(fonts.length).toBeGreaterThan(0);
		expect(noise).toEqual([]);
		await close();
	});

	it('and the machine really has none', async () => {
		const { page, close } = await watch(browser, served.origin);
		await page.goto(`${served.origin}/icon.svg`);
		const alike = await page.evaluate(() => {
			const pictures = [...'廉图清正'].map((letter) => {
				const canvas = document.createElementNS(
					'http://www.w3.org/1999/xhtml',
					'canvas'
				) as HTMLCanvasElement;
				const pen = canvas.getContext('2d')!;
				pen.font = '32px sans-serif';
				pen.fillText(letter, 4, 38);
				return canvas.toDataURL();
			});
			return new Set(pictures).size;
		});
		expect(alike).toBe(1);
		await close();
	});
});
