import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit, watch } from '../browser';
import { serve } from '../serve';
import type { Served } from '../serve';
import { axe, sticksOut, tooSmall, unmarkedChinese } from './look';

// The doors and the account itself, for everyone: in both languages, in every mode.

const PASSWORD = 'jade-cong-2026-trail';
let served: Served;
let browser: Browser;

beforeAll(async () => {
	[served, browser] = await Promise.all([serve({ DEMO_PASSWORD: PASSWORD }), launch()]);
});

afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

const doors = [
	'/login?next=/account',
	'/register',
	'/reset',
	'/register/confirm?token=x',
	'/logout'
];
const rooms = ['', '/password', '/email', '/factor', '/sessions', '/prove'].map(
	(path) => `/account${path}`
);

describe.each([
	['zh', 'normal', 'light'],
	['zh', 'elder', 'light'],
	['zh', 'elder', 'dark'],
	['en', 'normal', 'dark'],
	['en', 'elder', 'light']
] as const)('in %s, %s, %s', (locale, mode, theme) => {
	it('every page of the account is clean, accessible and fits a phone', async () => {
		const { page, noise, close } = await watch(browser, served.origin, {
			viewport: { width: 1280, height: 800 },
			reducedMotion: 'reduce'
		});
		await page.context().addCookies(
			Object.entries({ mode, theme }).map(([name, value]) => ({
				name,
				value,
				url: served.origin
			}))
		);
		const prefix = served.origin + (locale === 'en' ? '/en' : '');
		const found: Record<string, string[]> = {};
		const look = async (name: string) => {
			const seen = await axe(page);
			if (locale === 'en') seen.push(...(await unmarkedChinese(page)));
			if (mode === 'elder') seen.push(...(await tooSmall(page)));
			seen.push(...(await sticksOut(page, 640)), ...(await sticksOut(page, 320)));
			await page.setViewportSize({ width: 1280, height: 800 });
			if (seen.length) found[name] = seen;
		};
		for (const path of doors) {
			await visit(page, prefix + path);
			await look(path);
		}
		await visit(page, `${prefix}/login`);
		await page.locator('#email').fill('citizen@demo.invalid');
		await page.locator('#password').fill(PASSWORD);
		await page.locator('form:has(#password) button.primary').click();
		await page.waitForURL('**/account');
		for (const path of rooms) {
			await visit(page, prefix + path);
			await look(path);
		}
		await visit(page, `${prefix}/account/factor`);
		await page.locator('form[action^="?/begin"] button').first().click();
		await page.waitForSelector('.scan');
		await look('scan');
		await page.locator('form[action^="?/forget"] button').first().click();
		await page.waitForSelector('.scan', { state: 'detached' });
		expect([found, noise]).toEqual([{}, []]);
		await close();
	});
});
