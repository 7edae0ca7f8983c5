import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit, watch } from '../browser';
import { type Served, serve } from '../serve';

// Whoever has no mouse: the way past the header, and a focus that is always seen.

let served: Served;
let browser: Browser;

beforeAll(async () => {
	[served, browser] = await Promise.all([serve(), launch()]);
});

afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

const PATHS = [
	'/',
	'/places',
	'/en/map',
	'/search?q=%E5%BB%89',
	'/places/chengqing-zhengming-hall'
];

/** How the focused element shows that it is focused, and whether it lies in the window. */
const focus = (page: Page) =>
	page.evaluate(() => {
		const element = document.activeElement as HTMLElement;
		const ring = (one: Element) => {
			const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
			return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
		};
		const box = element.getBoundingClientRect();
		// A box drawn in place of its control may carry the ring, as may a control's label.
		const bearers = [element, element.closest('label'), element.nextElementSibling];
		return {
			name: `${element.tagName}.${element.className} ${element.textContent?.trim().slice(0, 20)}`,
			ring: bearers.some((one) => one && ring(one)),
			inWindow:
				box.width > 0 &&
				box.bottom > 0 &&
				box.top < innerHeight &&
				box.right > 0 &&
				box.left < innerWidth
		};
	});

describe.each(PATHS)('by keyboard on %s', (path) => {
	it('the first step leads past the header, and works', async () => {
		const { page, noise, close } = await watch(browser, served.origin, {
			viewport: { width: 1280, height: 800 }
		});
		await visit(page, served.origin + path);
		await page.keyboard.press('Tab');
		const first = await page.evaluate(() => {
			const { height, top } = document.activeElement!.getBoundingClientRect();
			return {
				to: document.activeElement!.getAttribute('href'),
				seen: height > 20 && top >= 0
			};
		});
		expect(first).toEqual({ to: '#content', seen: true });
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		expect(
			await page.evaluate(() => document.querySelector('main')!.contains(document.activeElement))
		).toBe(true);
		expect(noise).toEqual([]);
		await close();
	});

	it('the focus is seen at every one of the first 25 steps and is never caught', async () => {
		const { page, close } = await watch(browser, served.origin, {
			viewport: { width: 1280, height: 800 },
			reducedMotion: 'reduce'
		});
		await visit(page, served.origin + path);
		const lost: string[] = [];
		const names = new Set<string>();
		for (let step = 0; step < 25; step++) {
			await page.keyboard.press('Tab');
			const { name, ring, inWindow } = await focus(page);
			names.add(name);
			if (!ring || !inWindow) lost.push(`${name} ${ring ? 'out of sight' : 'no ring'}`);
		}
		expect(lost).toEqual([]);
		expect(names.size).toBeGreaterThan(12);
		await close();
	});
});
