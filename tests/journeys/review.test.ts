import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localMinute } from '../../src/lib/domain/studio/times';
import { launch, visit, watch } from '../browser';
import type { Watched } from '../browser';
import { serve } from '../serve';
import type { Served } from '../serve';
import { axe, sticksOut, tooSmall, unmarkedChinese } from './look';

// A page is written, passed by three people, and public at the minute that was set; nobody passes
// their own work; a manager does not reach over the town’s border.

const PASSWORD = 'jade-cong-2026-trail';
const MINUTE = 60_000;
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

describe.each([
	['with JavaScript', true],
	['without JavaScript', false]
])('%s', (_, javaScriptEnabled) => {
	const opened: Watched[] = [];
	afterAll(async () => {
		for (const { close } of opened) await close();
	});

	async function signedIn(who: string): Promise<Page> {
		const watched = await watch(browser, served.origin, {
			javaScriptEnabled,
			viewport: { width: 1440, height: 900 }
		});
		opened.push(watched);
		const { page } = watched;
		await visit(page, `${served.origin}/login?next=/studio`);
		await page.getByLabel('邮箱').fill(`${who}@demo.invalid`);
		await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
		await page.locator('main').getByRole('button', { name: '登录', exact: true }).click();
		await page.waitForURL('**/studio');
		return page;
	}

	const state = (page: Page) => page.locator('[data-state]').first().getAttribute('data-state');
	/** Presses the button of one act and waits for the answer. */
	async function press(page: Page, deed: string, name: string): Promise<void> {
		await page.locator(`form[data-deed="${deed}"]`).getByRole('button', { name }).click();
		await page.waitForURL(/\/review\?done=/);
	}

	it('three people pass a page, and it is public at the set minute', async () => {
		const slug = `opening-${javaScriptEnabled ? 'with' : 'without'}`;
		const editor = await signedIn('editor');
		await visit(editor, `${served.origin}/studio/pages/new`);
		if (javaScriptEnabled) {
			await editor.getByRole('button', { name: '写正文' }).first().click();
			await editor.locator('[contenteditable="true"]').first().fill('每天九点。');
		} else await editor.locator('[name="body.zh"]').fill('每天九点。');
		await editor.locator('[name="title.zh"]').fill('开放时间');
		await editor.locator('[name="slug"]').fill(slug);
		await editor.getByRole('button', { name: '保存为草稿' }).click();
		await editor.waitForURL(/\/studio\/pages\/[0-9a-v]{20}/);
		const self = new URL(editor.url()).pathname;

		await visit(editor, `${served.origin}${self}/review`);
		expect(await state(editor)).toBe('draft');
		if (javaScriptEnabled)
			expect([...(await axe(editor)), ...(await sticksOut(editor, 360))]).toEqual([]);
		await press(editor, 'submit', '送审');
		expect(await state(editor)).toBe('review');

		// The editor could take the first step of others; the own page offers none, and takes none.
		expect(await editor.locator('form[data-deed="approve"]').count()).toBe(0);
		expect(await editor.locator('main').innerText()).toContain('请由别人审核');
		const forged = await editor.request.post(`${served.origin}${self}/review?/approve`, {
			form: { number: '1' },
			headers: { origin: served.origin, accept: 'text/html' },
			maxRedirects: 0
		});
		expect(forged.status()).toBe(403);

		for (const who of ['approver1', 'approver2']) {
			const page = await signedIn(who);
			await visit(page, `${served.origin}/studio/review`);
			await page.locator(`a[href="${self}/review"]`).click();
			await page.waitForURL(`**${self}/review`);
			await page.getByLabel('审核意见').fill('同意。');
			await press(page, 'approve', '通过');
			expect(await state(page)).toBe('review');
			expect(await page.locator('form[data-deed="approve"]').count()).toBe(0);
		}
		expect((await editor.request.get(`${served.origin}/pages/${slug}`)).status()).toBe(404);

		const operator = await signedIn('operator');
		await visit(operator, `${served.origin}${self}/review`);
		const at = Math.ceil((Date.now() + 5000) / MINUTE) * MINUTE;
		await operator.getByLabel('定时发布').fill(localMinute(at));
		await press(operator, 'approve', '终审通过');
		expect(await state(operator)).toBe('scheduled');
		const status = async () =>
			(await editor.request.get(`${served.origin}/pages/${slug}`)).status();
		expect(await status()).toBe(404);
		expect(Date.now()).toBeLessThan(at);
		await expect.poll(status, { timeout: at - Date.now() + 5000, interval: 200 }).toBe(200);
		expect(Date.now()).toBeGreaterThanOrEqual(at);

		await visit(operator, `${served.origin}${self}/review`);
		expect(await state(operator)).toBe('published');
		await operator.getByText('紧急撤下').click();
		await operator.getByLabel('撤下原因').fill('时间有变');
		await press(operator, 'withdraw', '立即撤下');
		expect(await status()).toBe(404);
		expect(await operator.locator('main').innerText()).toContain('时间有变');
	});

	it('a manager is refused at a neighbour’s place', async () => {
		const editor = await signedIn('editor');
		const idOf = async (name: string) => {
			await visit(editor, `${served.origin}/studio/places?q=${encodeURIComponent(name)}`);
			const link = editor.locator('a[href^="/studio/places/"]', { hasText: name }).first();
			return new URL((await link.getAttribute('href'))!, served.origin).pathname;
		};
		const [own, foreign] = [await idOf('澄清正名展示馆'), await idOf('梨廉文化馆')];
		const manager = await signedIn('manager');
		const open = async (path: string) => (await manager.goto(served.origin + path))!.status();
		expect([await open(`${own}/review`), await open(`${foreign}/review`)]).toEqual([200, 404]);
		expect(await open(foreign)).toBe(404);
		const forged = await manager.request.post(`${served.origin}${foreign}/review?/trash`, {
			form: { number: '0' },
			headers: { origin: served.origin, accept: 'text/html' }
		});
		expect(forged.status()).toBe(404);
		expect((await editor.request.get(`${served.origin}${foreign}/review`)).status()).toBe(200);
	});
});

it('queue, review and word list are for everybody’s eyes and fingers', async () => {
	const { page, noise, close } = await watch(browser, served.origin, {
		viewport: { width: 1440, height: 900 }
	});
	await visit(page, `${served.origin}/login?next=/studio`);
	await page.getByLabel('邮箱').fill('operator@demo.invalid');
	await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
	await page.locator('main').getByRole('button', { name: '登录', exact: true }).click();
	await page.waitForURL('**/studio');
	await visit(page, `${served.origin}/studio/places?q=${encodeURIComponent('梨廉')}`);
	const place = await page.locator('a[href^="/studio/places/"]', { hasText: '梨廉' }).first();
	const review = `${new URL((await place.getAttribute('href'))!, served.origin).pathname}/review`;
	const wrong: string[] = [];
	for (const path of ['/studio/review?view=all', review, '/studio/words']) {
		await page.setViewportSize({ width: 1440, height: 900 });
		await visit(page, served.origin + path);
		wrong.push(...(await axe(page)), ...(await sticksOut(page, 360)));
		await visit(page, `${served.origin}/en${path}`);
		wrong.push(...(await unmarkedChinese(page)));
		await page.context().addCookies([{ name: 'mode', value: 'elder', url: served.origin }]);
		await visit(page, served.origin + path);
		wrong.push(...(await tooSmall(page)), ...(await sticksOut(page, 360)));
		await page.context().clearCookies({ name: 'mode' });
	}
	expect(wrong).toEqual([]);
	expect(noise).toEqual([]);
	await close();
});
