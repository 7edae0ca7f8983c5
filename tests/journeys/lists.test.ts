import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit, watch } from '../browser';
import { serve } from '../serve';
import type { Served } from '../serve';
import { axe, sticksOut, tooSmall, unmarkedChinese } from './look';

const PASSWORD = 'jade-cong-2026-trail';
let served: Served;
let browser: Browser;

beforeAll(async () => {
	served = await serve({ DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' });
	browser = await launch();
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

async function signIn(page: Page, next: string, who = 'editor'): Promise<void> {
	await visit(page, `${served.origin}/login?next=${encodeURIComponent(next)}`);
	await page.fill('#email', `${who}@demo.invalid`);
	await page.fill('#password', PASSWORD);
	await Promise.all([page.waitForURL(`${served.origin}${next}`), page.click('form .primary')]);
}

/** The page promises its keys once it listens to them. */
const alive = (page: Page) => page.waitForSelector('header kbd', { state: 'attached' });
const total = (page: Page, wanted: number) =>
	page.waitForSelector(`[data-total="${wanted}"]`, { timeout: 20_000 });
const box = (page: Page, title: string) =>
	page.locator('tbody tr', { hasText: title }).locator('input[type=checkbox]');

describe('a list', () => {
	for (const [javaScriptEnabled, place, view] of [
		[true, '前庄村', '村居一'],
		[false, '雅城村', '村居二']
	] as const)
		it(`is filtered, kept as a view and worked on, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
			const { page, noise, close } = await watch(browser, served.origin, { javaScriptEnabled });
			await signIn(page, '/studio/places');
			if (javaScriptEnabled) await alive(page);
			const all = Number(await page.getAttribute('[data-total]', 'data-total'));
			expect(all).toBeGreaterThan(10);
			const apply = async () => {
				if (!javaScriptEnabled) await page.click('form[role=search] button');
			};

			await page.click('form[role=search] summary');
			await page.check('input[name=kind][value=unit]');
			await apply();
			await page.waitForURL(/kind=unit/);
			const units = Number(await page.getAttribute('[data-total]', 'data-total'));
			expect([units > 0, units < all]).toEqual([true, true]);
			expect(await page.locator('h1').textContent()).toBe('清廉单元');

			await page.click('.views summary');
			await page.fill('.views input[name=name]', view);
			await page.click('.views form button');
			await page.getByRole('link', { name: view }).waitFor();
			await page.getByRole('button', { name: `删除视图“${view}”` }).click();
			await page.getByRole('link', { name: view }).waitFor({ state: 'detached' });

			await page.fill('input[type=search]', place);
			await apply();
			await total(page, 1);
			await box(page, place).check();
			await page.click('#bulk button >> text=放入回收站');
			await page.getByText('公众还能看到，请先撤下').waitFor();
			await box(page, place).check();
			await page.click('#bulk summary');
			await page.fill('#bulk input[name=comment]', '地址需要核实');
			await page.click('#bulk .panel button');
			await page.getByText('已撤下 1 项').waitFor();
			await page.locator('tbody tr', { hasText: '已撤下' }).waitFor();
			expect(noise).toEqual([]);
			await close();
		});

	it('is walked, marked and searched by keyboard alone', async () => {
		const { page, noise, close } = await watch(browser, served.origin);
		await signIn(page, '/studio/places');
		await alive(page);
		await page.keyboard.press('j');
		await page.keyboard.press('x');
		await page.keyboard.press('j');
		await page.keyboard.press('x');
		await page.getByText('已选 2 项').waitFor();
		await page.keyboard.press('/');
		await page.keyboard.type('cqzm');
		await total(page, 1);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('?');
		await page.getByRole('dialog', { name: '键盘快捷键' }).waitFor();
		await page.keyboard.press('Escape');
		await Promise.all([
			page.waitForURL(/\/studio\/places\/[a-z0-9]+$/),
			page.keyboard.press('Enter')
		]);
		expect(noise).toEqual([]);
		await close();
	});

	it('leaves as a file that holds what the filter keeps', async () => {
		const { page, close } = await watch(browser, served.origin);
		await signIn(page, '/studio/places?kind=venue');
		const wanted = Number(await page.getAttribute('[data-total]', 'data-total'));
		const answer = await page.request.get(`${served.origin}/studio/places/export.csv?kind=venue`);
		const text = await answer.text();
		expect([answer.status(), text.trim().split('\r\n').length - 1]).toEqual([200, wanted]);
		expect(answer.headers()['cache-control']).toBe('private, no-store');
		const drawn = await page.request.get(`${served.origin}/studio/places/export.geojson`);
		expect(((await drawn.json()) as { type: string }).type).toBe('FeatureCollection');
		expect((await page.request.get(`${served.origin}/studio/pages/export.geojson`)).status()).toBe(
			404
		);
		await close();
	});

	it('of a manager holds nothing outside of what is managed, nor does the menu', async () => {
		const { page, close } = await watch(browser, served.origin);
		await signIn(page, '/studio/places', 'manager');
		const mine = Number(await page.getAttribute('[data-total]', 'data-total'));
		expect(mine).toBeLessThan(5);
		const names = await page.locator('aside nav a').allTextContents();
		expect(names.map((name) => name.trim())).toEqual([
			'今日',
			'参观预约',
			'场地申请',
			'总日历',
			'到场统计',
			'地点',
			'清廉单元',
			'活动',
			'文章',
			'素材库',
			'打卡',
			'推荐'
		]);
		for (const path of [
			'trails',
			'entries',
			'contests',
			'trails/export.csv',
			'corrections',
			'settings',
			'audit'
		])
			expect([
				path,
				(
					await page.request.get(`${served.origin}/studio/${path}`, {
						headers: { accept: 'application/json' }
					})
				).status()
			]).toEqual([path, 403]);
		const found = await page.request.get(
			`${served.origin}/studio/palette?q=${encodeURIComponent('飞碓')}`,
			{ headers: { accept: 'application/json' } }
		);
		expect(await found.json()).toEqual({ things: [], recent: [] });
		await close();
	});
});

describe('the palette', () => {
	it('goes to rooms and things by keyboard, and tells how many it found', async () => {
		const { page, noise, close } = await watch(browser, served.origin);
		await signIn(page, '/studio');
		await alive(page);
		await page.keyboard.press('Control+k');
		const field = page.getByRole('combobox');
		await field.waitFor();
		await page.keyboard.type('审核');
		await page.getByRole('option', { name: '审核' }).waitFor();
		await page.keyboard.press('Enter');
		await page.waitForURL(`${served.origin}/studio/review`);
		await page.keyboard.press('Control+k');
		await page.keyboard.type('chengqing');
		const option = page.getByRole('option', { name: /澄清正名展示馆/ });
		await option.waitFor();
		expect(await option.getAttribute('aria-selected')).toBe('true');
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/studio\/places\/[a-z0-9]+$/);
		expect(noise).toEqual([]);
		await close();
	});

	it('is a page with a form where no script runs', async () => {
		const { page, close } = await watch(browser, served.origin, { javaScriptEnabled: false });
		await signIn(page, '/studio');
		await page.click('header .find');
		await page.waitForURL(`${served.origin}/studio/palette`);
		await page.fill('input[name=q]', '廉路');
		await page.click('main form button');
		await page.getByRole('link', { name: /玉琮廉路/ }).waitFor();
		await close();
	});
});

describe('pages of the studio', () => {
	const paths = [
		'/studio',
		'/studio/places?kind=unit',
		'/studio/corrections',
		'/studio/palette?q=廉'
	];
	for (const [name, prefix, cookies] of [
		['in Chinese', '', []],
		['in English, dark', '/en', [['theme', 'dark']]],
		['for elders', '', [['mode', 'elder']]]
	] as const)
		it(`read well ${name}`, async () => {
			const { page, noise, close } = await watch(browser, served.origin);
			await signIn(page, '/studio');
			await page
				.context()
				.addCookies(cookies.map(([name, value]) => ({ name, value, url: served.origin })));
			const wrong: string[] = [];
			for (const path of paths) {
				await visit(page, served.origin + prefix + path);
				wrong.push(...(await axe(page)));
				if (prefix) wrong.push(...(await unmarkedChinese(page)));
				if (name === 'for elders') wrong.push(...(await tooSmall(page)));
				for (const width of [360, 768, 1440]) wrong.push(...(await sticksOut(page, width)));
			}
			expect([...new Set(wrong), ...noise]).toEqual([]);
			await close();
		});
});
