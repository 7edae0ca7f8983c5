// Long because one journey from the call to a number and a receipt, with and without scripts.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import sharp from 'sharp';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKeys, unseal } from '$lib/server/keys';
import { sealedFor } from '$lib/server/mail';
import { launch, visit, watch } from '../browser';
import { anEdition, aPlan } from '../contests';
import type { AnEdition } from '../contests';
import { film, fileOf } from '../films';
import { serve } from '../serve';
import type { Served } from '../serve';
import { lookInto } from '../uploads-real';
import { axe, sticksOut, tooSmall, unmarkedChinese } from './look';

// From the call to the entry number, in a real browser, with JavaScript and without.

const PASSWORD = 'seven herons over the Tiao';
const folder = mkdtempSync(join(tmpdir(), 'liantu-entering-'));
let served: Served;
let browser: Browser;
let edition: AnEdition;
let poster = '';
let reel = '';

beforeAll(async () => {
	const now = Date.now();
	await lookInto(folder, async (db) => {
		const plan = aPlan({}, now);
		const [films, videos] = plan.categories;
		Object.assign(films!.film!, { minSeconds: 5, minShortSide: 180, minBitrate: null });
		// Who has no script sends no film: a category that is content with a poster.
		videos!.materials.find(({ id }) => id === 'film')!.required = false;
		edition = await anEdition(db, { plan, now });
	});
	const picture = await sharp({
		create: { width: 600, height: 800, channels: 3, background: '#2f6557' }
	})
		.png()
		.toBuffer();
	[served, browser, poster, reel] = await Promise.all([
		serve({ DATA_DIR: folder, DEMO: 'off', LOG_LEVEL: 'warn' }),
		launch(),
		fileOf('海报.png', picture),
		film({ seconds: 6, name: '清风.mp4' })
	]);
	openKeys(folder);
}, 240_000);

afterAll(async () => {
	await browser?.close();
	await served?.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** The newest mail to somebody, and its link. */
async function mailTo(email: string): Promise<{ text: string; link: string }> {
	const client = createClient({ url: `file:${folder}/liantu.db` });
	try {
		const { rows } = await client.execute({
			sql: 'SELECT id, body FROM outbox WHERE "to" = ? ORDER BY rowid DESC LIMIT 1',
			args: [email]
		});
		const text = unseal(String(rows[0]!.body), sealedFor(String(rows[0]!.id))) ?? '';
		return { text, link: /http:\/\/\S+/.exec(text)![0] };
	} finally {
		client.close();
	}
}

const press = async (page: Page, name: string, at: string | RegExp) => {
	await page.locator('main').getByRole('button', { name, exact: true }).click();
	await page.waitForURL(at);
	await page.waitForLoadState();
};

const owed = (page: Page) =>
	page.locator('#checklist [data-owed]').getAttribute('data-owed').then(Number);

describe.each([
	['with JavaScript', true, 'film', '7-W-0001'],
	['without JavaScript', false, 'video', '7-V-0001']
])('somebody new %s', (title, javaScriptEnabled, category, number) => {
	it('goes from the call to a number and a receipt', { timeout: 240_000 }, async () => {
		const email = `li-${category}@example.cn`;
		const { page, noise, close } = await watch(browser, served.origin, {
			javaScriptEnabled,
			viewport: { width: 360, height: 800 },
			acceptDownloads: true
		});
		const seen: unknown[] = [];
		const look = async (): Promise<void> => {
			if (!javaScriptEnabled) return;
			seen.push(...(await axe(page)), ...(await sticksOut(page, 360)));
		};
		const call = `/contests/${edition.contestSlug}/${edition.slug}`;
		await visit(page, served.origin + call);
		await page.locator('main').getByRole('link', { name: '我要参赛' }).first().click();
		await page.waitForURL('**/enter');
		await look();

		// A stranger is told what an account is for, and comes back after registering.
		await page.locator('main').getByRole('link', { name: '注册' }).click();
		await page.waitForURL('**/register');
		await page.getByLabel('邮箱').fill(email);
		await press(page, '发送确认信', '**/register');
		await visit(page, (await mailTo(email)).link);
		await page.getByLabel('称呼').fill('李（测试）');
		await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
		await press(page, '完成注册', '**/account');

		await visit(page, `${served.origin}${call}/enter`);
		await page.locator(`input[name=category][value=${category}]`).check();
		await page.locator('input[name=channel][value=person]').check();
		await press(page, '建立草稿，开始填写', '**/work');
		const root = page.url().replace(/\/work$/, '');
		await look();
		const atFirst = await owed(page);
		expect(atFirst).toBe(category === 'film' ? 11 : 10);

		// What is too long is kept and named, not thrown away.
		await page.getByLabel('作品名称').fill('清'.repeat(61));
		await page.locator('#synopsis').fill('一条溪，三代人。');
		await press(page, '保存', /work/);
		expect(await page.getByLabel('作品名称').inputValue()).toBe('清'.repeat(61));
		await page.waitForSelector('#title-why');
		expect(await page.locator('#title-why').innerText()).toContain('最多 60 字');
		await page.getByLabel('作品名称').fill('清风过苕溪');
		await press(page, '保存，下一步', '**/crew');
		await look();
		expect(await owed(page)).toBe(atFirst - 2);

		await page.locator('[name="crew.0.name"]').fill('李青');
		await press(page, '再加一位', /crew/);
		await page.locator('[name="crew.1.name"]').fill('周小');
		await page.locator('[name="crew.1.age"]').selectOption('under-14');
		await press(page, '保存，下一步', '**/contact');
		await look();
		// A child asks for a guardian, and for one statement more.
		expect(await owed(page)).toBe(atFirst - 3 + 3);
		await visit(page, `${root}/crew`);
		await page.locator('[name="crew.1.guardian.name"]').fill('周大');
		await page.locator('[name="crew.1.guardian.phone"]').fill('0571-88888888');
		await page.locator('[name="crew.1.guardian.consent"]').check();
		await press(page, '保存，下一步', '**/contact');
		expect(await page.locator('[name="contact.email"]').inputValue()).toBe(email);
		await page.locator('[name="contact.name"]').fill('李青');
		await page.locator('[name="contact.phone"]').fill('13800000000');
		await press(page, '保存，下一步', '**/materials');
		await look();

		if (javaScriptEnabled) {
			await page.waitForSelector('[id="file.film"] .uploader input[type=file]', {
				state: 'attached'
			});
			await page.locator('[id="file.film"] .uploader input[type=file]').setInputFiles(reel);
			await page.waitForSelector(
				'[id="file.film"] .files [data-file], [id="file.film"] .files li strong',
				{
					timeout: 60_000
				}
			);
		} else {
			const form = page.locator('[id="file.poster"] form.plain');
			await form.locator('input[type=file]').setInputFiles(poster);
			await form.getByRole('button', { name: '上传' }).click();
			await page.waitForLoadState();
			expect(await page.locator('[id="file.poster"] .files').innerText()).toContain('海报.png');
		}
		await look();

		await visit(page, `${root}/statements`);
		await page.locator('[name="ai.used"][value=no]').check();
		for (const box of await page.locator('[name=agreed]').all()) await box.check();
		await look();
		await press(page, '保存，下一步', '**/check');
		expect(await owed(page)).toBe(0);
		await look();

		// Nothing is submitted by accident.
		await page.locator('form.submit').evaluate((form: HTMLFormElement) => (form.noValidate = true));
		await press(page, '提交作品', /check/);
		expect(await page.locator('[role=alert]').first().innerText()).toContain('请先勾选确认');
		await page.locator('[name=sure]').check();
		await press(page, '提交作品', /submitted/);
		expect(await page.locator('[data-number]').getAttribute('data-number')).toBe(number);
		expect((await mailTo(email)).text).toContain(number);
		await look();

		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('link', { name: '下载回执（PDF）' }).click()
		]);
		expect(download.suggestedFilename()).toBe(`回执-${number}.pdf`);
		expect(
			readFileSync(await download.path())
				.subarray(0, 5)
				.toString()
		).toBe('%PDF-');

		// What was submitted is corrected under the same number, and at last taken back.
		await visit(page, `${root}/work`);
		await page.getByLabel('作品名称').fill('清风又过苕溪');
		await press(page, '保存', /work/);
		await page.waitForSelector('.note:has-text("已保存")');
		await visit(page, root);
		expect(await page.locator('main').innerText()).toContain('还没有提交更正');
		await page.getByRole('link', { name: '去提交更正' }).click();
		await page.waitForURL('**/check');
		await page.locator('[name=sure]').check();
		await press(page, '提交更正', /submitted/);
		expect(await page.locator('[data-number]').getAttribute('data-number')).toBe(number);
		await visit(page, root);
		await page.locator('summary').filter({ hasText: '撤回作品' }).click();
		await page.locator('form[action="?/withdraw"] [name=sure]').check();
		await press(page, '撤回作品', /withdraw|entries/);
		await page.waitForSelector('.withdrawn');
		await look();
		await visit(page, `${served.origin}/account/mine`);
		await look();
		expect(await page.locator('main').innerText()).toContain('清风又过苕溪');

		// The browser remarks on the answer to the box that was not ticked.
		const loud = noise.filter((line) => !line.includes('422'));
		expect([title, loud, seen]).toEqual([title, [], []]);
		await close();
	});
});

/** A page hears what is typed a moment after it wrote its place into the browser’s history. */
async function alive(page: Page): Promise<void> {
	await page.waitForFunction(
		() => !!history.state && Object.keys(history.state).some((key) => key.includes('sveltekit'))
	);
	await page.waitForTimeout(300);
}

it(
	'what was typed while the session ended is still there, and saved after signing in',
	{ timeout: 120_000 },
	async () => {
		const email = 'li-film@example.cn';
		const { page, close } = await watch(browser, served.origin, {
			viewport: { width: 1280, height: 900 }
		});
		const signIn = async (where: Page) => {
			await visit(where, `${served.origin}/login`);
			await where.getByLabel('邮箱').fill(email);
			await where.getByLabel('密码', { exact: true }).fill(PASSWORD);
			await where.locator('main').getByRole('button', { name: '登录', exact: true }).click();
			await where.waitForURL('**/account');
		};
		await signIn(page);
		await visit(page, `${served.origin}/contests/${edition.contestSlug}/${edition.slug}/enter`);
		await page.locator('input[name=category][value=film]').check();
		await press(page, '建立草稿，开始填写', '**/work');
		const here = page.url();
		await alive(page);

		// Typed and never saved by hand: the page keeps it.
		await page.getByLabel('作品名称').fill('自己会保存');
		await page.waitForSelector('.standing:has-text("已自动保存")');
		await visit(page, here);
		expect(await page.getByLabel('作品名称').inputValue()).toBe('自己会保存');

		// The session ends in another window; what is typed then stays on the page and on this device.
		await alive(page);
		const cookies = await page.context().cookies();
		await page.context().clearCookies();
		await page.getByLabel('作品名称').fill('断了也不丢');
		await page.waitForSelector('.standing:has-text("登录已经结束")');
		expect(await page.getByLabel('作品名称').inputValue()).toBe('断了也不丢');
		await page.context().addCookies(cookies);
		await visit(page, here);
		await page.waitForSelector('text=已找回上次没来得及保存的内容');
		expect(await page.getByLabel('作品名称').inputValue()).toBe('断了也不丢');
		await page.waitForSelector('.standing:has-text("已自动保存")');
		expect(await page.evaluate(() => Object.keys(localStorage).length)).toBe(0);

		// Two people on one field: neither loses a word.
		const other = await page.context().newPage();
		await visit(other, here);
		await alive(other);
		await other.getByLabel('作品名称').fill('另一个窗口写的');
		await other.waitForSelector('.standing:has-text("已自动保存")');
		await page.getByLabel('作品名称').fill('这个窗口写的');
		await page.waitForSelector('#title-clash');
		expect(await page.locator('#title-clash').innerText()).toContain('另一个窗口写的');
		expect(await page.getByLabel('作品名称').inputValue()).toBe('这个窗口写的');
		await close();
	}
);

it(
	'shows English pages without unmarked Chinese, and elders large enough targets',
	{ timeout: 120_000 },
	async () => {
		const { page, noise, close } = await watch(browser, served.origin, {
			viewport: { width: 768, height: 1024 }
		});
		await visit(page, `${served.origin}/en/login`);
		await page.getByLabel('E-mail').fill('li-film@example.cn');
		await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
		await page.locator('main').getByRole('button', { name: 'Sign in', exact: true }).click();
		await page.waitForURL('**/account');
		await visit(page, `${served.origin}/en/account/entries`);
		const links = await page
			.locator('main h2 a')
			.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
		expect(links.length).toBeGreaterThan(0);
		const faults: unknown[] = [];
		const steps = ['work', 'crew', 'contact', 'materials', 'statements', 'check'];
		await page.context().addCookies([{ name: 'mode', value: 'elder', url: served.origin }]);
		for (const path of ['', ...steps, 'preview', 'messages', 'team'].map(
			(one) => `${links[0]}/${one}`
		)) {
			await visit(page, path);
			faults.push(
				...(await unmarkedChinese(page)),
				...(await tooSmall(page)),
				...(await sticksOut(page, 768))
			);
		}
		expect([faults, noise]).toEqual([[], []]);
		await close();
	}
);
