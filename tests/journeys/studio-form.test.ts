// Long because one form is filled in by two people in one browser.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, visit, watch } from '../browser';
import type { Watched } from '../browser';
import { serve } from '../serve';
import type { Served } from '../serve';
import { axe, sticksOut, tooSmall, unmarkedChinese } from './look';

// The form in which clerks write: with and without scripts nothing typed is ever lost.

const PASSWORD = 'jade-cong-2026-trail';
let served: Served;
let browser: Browser;

beforeAll(async () => {
	[served, browser] = await Promise.all([
		serve({ DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' }),
		launch()
	]);
});

afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

/** A browser of somebody who works here. */
async function as(user: string, options: BrowserContextOptions = {}): Promise<Watched> {
	const seen = await watch(browser, served.origin, {
		viewport: { width: 1280, height: 900 },
		reducedMotion: 'reduce',
		...options
	});
	await visit(seen.page, `${served.origin}/login?next=/studio/places`);
	await seen.page.locator('input[name=email]').fill(`${user}@demo.invalid`);
	await seen.page.locator('input[name=password]').fill(PASSWORD);
	await seen.page.locator('input[name=password]').press('Enter');
	await seen.page.waitForURL(/\/studio\/places$/);
	return seen;
}

/** Opens the form of a place by its name. */
async function open(page: Page, name: string): Promise<string> {
	await visit(page, `${served.origin}/studio/places?q=${encodeURIComponent(name)}`);
	await page.getByRole('link', { name, exact: true }).first().click();
	await page.waitForURL(/\/studio\/places\/[0-9a-v]{20}/);
	await page.locator('#edit').waitFor();
	return page.url().split('?')[0]!;
}

const input = (page: Page, name: string) => page.locator(`#edit [name="${name}"]`);
const save = async (page: Page) => {
	await page.locator('#edit button.primary').click();
};
const text = async (path: string) => (await fetch(served.origin + path)).text();
/** Browsers remark on every answer of 4xx; that a refusal is one is meant. */
const loud = (noise: string[]) => noise.filter((line) => !/status of (409|422)/.test(line));

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
	'with JavaScript $javaScriptEnabled',
	(options) => {
		const tag = options.javaScriptEnabled ? '甲' : '乙';

		test('a place is changed, refused with everything still there, corrected and saved', async () => {
			const { page, noise, close } = await as('editor', options);
			await open(page, '雅城村');
			await input(page, 'summary.zh').fill(`金丝雀${tag}：村口的公示栏。`);
			await input(page, 'position.at').fill('30.4, 119.9');
			await input(page, 'position.precision').selectOption('village');
			await input(page, 'week.1').fill('9-11:30，13:30-17');
			await input(page, 'access.toilet').and(page.locator('[value=yes]')).check();
			await input(page, 'slug').fill('../x');
			await input(page, 'name.en').fill('x'.repeat(121));
			await save(page);
			await page.locator('#summary').waitFor();
			expect(await page.locator('#summary li').count()).toBe(2);
			expect(await input(page, 'summary.zh').inputValue()).toBe(`金丝雀${tag}：村口的公示栏。`);
			expect(await input(page, 'name.en').inputValue()).toBe('x'.repeat(121));
			expect(await input(page, 'slug').getAttribute('aria-invalid')).toBe('true');
			await input(page, 'slug').fill('yacheng-village');
			await input(page, 'name.en').fill(`Yacheng ${tag}`);
			await save(page);
			await page.waitForURL(/saved=changed/);
			expect(await input(page, 'position.at').inputValue()).toBe('119.9, 30.4');
			expect(await input(page, 'week.1').inputValue()).toBe('09:00-11:30, 13:30-17:00');
			expect(await page.locator('[name="access.toilet"]:checked').getAttribute('value')).toBe(
				'yes'
			);
			expect(await text('/places/yacheng-village')).not.toContain('金丝雀');
			expect(loud(noise)).toEqual([]);
			await close();
		});

		test('a new thing gets its address from the sound of its name', async () => {
			const { page, noise, close } = await as('editor', options);
			await visit(page, `${served.origin}/studio/places/new`);
			await input(page, 'name.zh').fill(`新廉园${tag}`);
			await input(page, 'kind').selectOption('site');
			await save(page);
			await page.waitForURL(/saved=created/);
			expect(await input(page, 'slug').inputValue()).toBe(
				options.javaScriptEnabled ? 'xin-lian-yuan-jia' : 'xin-lian-yuan-yi'
			);
			expect(loud(noise)).toEqual([]);
			await close();
		});

		test('two people at the same place: fields merge, a fought one is chosen, nothing is lost', async () => {
			const [one, two] = [await as('editor', options), await as('operator', options)];
			const address = await open(one.page, '前庄村');
			await visit(two.page, address);
			await input(two.page, 'phone').fill(`0571-2${tag}`);
			await input(two.page, 'address.en').fill(`Operator ${tag}`);
			await save(two.page);
			await two.page.waitForURL(/saved=changed/);
			await input(one.page, 'phone').fill(`0571-1${tag}`);
			await input(one.page, 'transport.zh').fill(`公交${tag}`);
			await save(one.page);
			await one.page.locator('#conflict').waitFor();
			const theirs = await one.page.locator('#conflict .theirs p').evaluate((said) => {
				const seen = said.cloneNode(true) as HTMLElement;
				for (const unseen of seen.querySelectorAll('.unseen')) unseen.remove();
				return seen.textContent;
			});
			expect(theirs).toBe(`0571-2${tag}`);
			expect(await input(one.page, 'phone').inputValue()).toBe(`0571-1${tag}`);
			expect(await input(one.page, 'address.en').inputValue()).toBe(`Operator ${tag}`);
			await one.page.locator('#conflict .theirs input[type=radio]').check();
			await save(one.page);
			await one.page.waitForURL(/saved=changed/);
			expect(await input(one.page, 'phone').inputValue()).toBe(`0571-2${tag}`);
			expect(await input(one.page, 'transport.zh').inputValue()).toBe(`公交${tag}`);
			expect([...loud(one.noise), ...loud(two.noise)]).toEqual([]);
			await one.close();
			await two.close();
		});

		test('versions are told apart, and an old one comes back as a new draft', async () => {
			const { page, noise, close } = await as('editor', options);
			const address = await open(page, '港南村');
			const before = await input(page, 'summary.zh').inputValue();
			await input(page, 'summary.zh').fill(`改写${tag}`);
			await save(page);
			await page.waitForURL(/saved=changed/);
			await visit(page, `${address}/history`);
			await page.locator('.do a').first().click();
			await page.waitForURL(/\/diff\?/);
			expect(await page.locator('ins').allTextContents()).toEqual([
				expect.stringContaining(`改写${tag}`)
			]);
			await page.locator('form[action*="restore"] button').click();
			await page.waitForURL(/saved=restored/);
			expect(await input(page, 'summary.zh').inputValue()).toBe(before);
			expect(loud(noise)).toEqual([]);
			await close();
		});
	}
);

test('what is typed is kept while typing, comes back after a reload, and can be undone', async () => {
	const { page, noise, close } = await as('editor');
	const address = await open(page, '苕溪大剧院');
	const before = await input(page, 'name.en').inputValue();
	await input(page, 'name.en').fill('Half a thought');
	await page.getByText(/已暂存/).waitFor();
	await page.getByRole('button', { name: '撤销' }).click();
	expect(await input(page, 'name.en').inputValue()).toBe(before);
	await page.getByRole('button', { name: '重做' }).click();
	expect(await input(page, 'name.en').inputValue()).toBe('Half a thought');
	await page.getByText(/已暂存/).waitFor();
	await visit(page, address);
	expect(await input(page, 'name.en').inputValue()).toBe(before);
	await page.getByRole('link', { name: '继续写' }).click();
	await page.waitForFunction(
		() => document.querySelector<HTMLInputElement>('[name="name.en"]')?.value === 'Half a thought'
	);
	// Somebody else neither sees it nor gets it.
	const other = await as('operator');
	await visit(other.page, address);
	expect(await other.page.content()).not.toContain('Half a thought');
	await page.keyboard.press('Control+s');
	await page.waitForURL(/saved=changed/);
	expect(loud([...noise, ...other.noise])).toEqual([]);
	await other.close();
	await close();
});

test('the preview shows what is being typed on the public page, to nobody else', async () => {
	const { page, noise, close } = await as('editor');
	await open(page, '云上议事');
	await page.getByRole('button', { name: '预览', exact: true }).click();
	const frame = page.frameLocator('.preview iframe');
	await frame.locator('h1').waitFor();
	await input(page, 'name.zh').fill('金丝雀预览名');
	await page.getByText(/已暂存/).waitFor();
	await frame.getByRole('heading', { level: 1, name: '金丝雀预览名' }).waitFor();
	for (const path of ['/places/yunshang-yishi', '/places', '/search?q=云上', '/sitemap-1.xml'])
		expect(await text(path)).not.toContain('金丝雀预览名');
	await page.locator('.preview').getByRole('button', { name: '长者版' }).click();
	await frame.locator('html[data-mode=elder] h1').waitFor();
	expect(loud(noise)).toEqual([]);
	await close();
});

test('an address of the studio is refused to strangers, whatever is asked', async () => {
	const { page, close } = await as('editor');
	const address = await open(page, '港南村');
	const path = new URL(address).pathname;
	await close();
	const headers = { accept: 'text/html' };
	for (const below of ['', '/history', '/diff', '/preview', '/review']) {
		const answer = await fetch(served.origin + path + below, { redirect: 'manual', headers });
		expect([below, answer.status]).toEqual([below, 303]);
	}
	const typed = await fetch(`${served.origin}${path}/autosave`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: served.origin, 'content-type': 'application/json' },
		body: '{"content":{"phone":"1"},"base":0}'
	});
	expect(typed.status).toBe(401);
});

describe.each([
	['zh', 'normal', 'light'],
	['zh', 'elder', 'dark'],
	['en', 'normal', 'dark'],
	['en', 'elder', 'light']
] as const)('in %s, %s, %s', (locale, mode, theme) => {
	test('the form, its versions and their difference are clean, accessible and fit a phone', async () => {
		const { page, noise, close } = await as('editor');
		const address = await open(page, '港南村');
		await page.context().addCookies(
			Object.entries({ mode, theme }).map(([name, value]) => ({
				name,
				value,
				url: served.origin
			}))
		);
		const path = new URL(address).pathname;
		const found: Record<string, string[]> = {};
		for (const below of ['', '/history', '/diff?from=0&to=1']) {
			await visit(page, served.origin + (locale === 'en' ? '/en' : '') + path + below);
			const seen = await axe(page);
			if (locale === 'en' && below !== '/history') seen.push(...(await unmarkedChinese(page)));
			if (mode === 'elder') seen.push(...(await tooSmall(page)));
			seen.push(...(await sticksOut(page, 768)), ...(await sticksOut(page, 360)));
			await page.setViewportSize({ width: 1280, height: 900 });
			if (seen.length) found[below] = seen;
		}
		expect(found).toEqual({});
		expect(noise).toEqual([]);
		await close();
	});
});
