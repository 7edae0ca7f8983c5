import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit, watch } from '../browser';
import type { Watched } from '../browser';
import { serve } from '../serve';
import type { Served } from '../serve';
import { axe, sticksOut, tooSmall, unmarkedChinese } from './look';

// What the office does besides writing: importing a table, drawing on the map, setting up the site.

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

const opened: Watched[] = [];
afterAll(async () => {
	for (const { close } of opened) await close();
});

async function signedIn(who: string, more: Parameters<typeof watch>[2] = {}): Promise<Page> {
	const watched = await watch(browser, served.origin, {
		viewport: { width: 1440, height: 900 },
		...more
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

describe.each([
	['with JavaScript', true],
	['without JavaScript', false]
])('an editor %s', (title, javaScriptEnabled) => {
	it('imports a table with bad rows: sees them, downloads them, mends them, gets drafts', async () => {
		const editor = await signedIn('editor', { javaScriptEnabled, acceptDownloads: true });
		const name = javaScriptEnabled ? '甲' : '乙';
		const bring = async (table: string) => {
			await visit(editor, `${served.origin}/studio/import`);
			await editor.getByLabel('文件', { exact: true }).setInputFiles({
				name: '地点.csv',
				mimeType: 'text/csv',
				buffer: Buffer.from(table)
			});
			await editor.getByRole('button', { name: '上传并核对' }).click();
			await editor.waitForURL(/\/studio\/import\/[0-9a-f]{32}$/);
		};
		await bring(
			`点,类型,镇街,经度,纬度,电话\n试${name}一,廉洁文化阵地,瓶窑镇,119.95123,30.39321,\n试${name}二,不知道,瓶窑镇,119.96123,30.38321,13812345678\n`
		);
		await editor.getByLabel('文件中的列点').selectOption('name');
		await editor.getByRole('button', { name: '重新核对' }).click();
		await editor.getByRole('heading', { name: '有 2 个问题' }).waitFor();
		expect(await editor.getByRole('button', { name: /导入 \d+ 处/ }).count()).toBe(0);
		const [sheet] = await Promise.all([
			editor.waitForEvent('download'),
			editor.getByRole('link', { name: '下载问题清单' }).click()
		]);
		const lines = (await readFile(await sheet.path(), 'utf8')).split('\r\n');
		expect(lines[0]).toBe('\ufeff行,列,值,原因');
		expect(lines.filter((line) => line.startsWith('3,')).length).toBe(2);

		await bring(
			`名称,类型,镇街,经度,纬度\n试${name}一,廉洁文化阵地,瓶窑镇,119.95123,30.39321\n试${name}二,场馆,瓶窑镇,119.96123,30.38321\n`
		);
		await editor.getByRole('button', { name: '导入 2 处为草稿' }).click();
		await editor.waitForURL(/\/studio\/import\/done/);
		await editor.getByRole('link', { name: '去看这些草稿' }).click();
		await editor.getByRole('link', { name: `试${name}一` }).waitFor();
		const seen = await (
			await fetch(
				`${served.origin}/api/collections/places/items?q=${encodeURIComponent(`试${name}一`)}`
			)
		).json();
		expect([title, seen.numberMatched]).toEqual([title, 0]);
	});
});

describe('on the map', () => {
	it('a place gets its position by keyboard, and the inputs say it', async () => {
		const editor = await signedIn('editor');
		await visit(editor, `${served.origin}/studio/places/new`);
		await editor.getByRole('button', { name: '在地图上标位置' }).click();
		const map = editor.getByRole('application', { name: '在地图上标出位置' });
		await map.locator('canvas').first().waitFor();
		await editor.waitForFunction(() => !document.querySelector('.easel .veil'));
		await map.focus();
		await editor.keyboard.press('ArrowRight');
		await editor.keyboard.press('Enter');
		const at = editor.locator('[name="position.at"]');
		await editor.waitForFunction(
			() => document.querySelector<HTMLInputElement>('[name="position.at"]')?.value !== ''
		);
		const [lon, lat] = (await at.inputValue()).split(',').map(Number);
		expect([lon! > 119 && lon! < 121, lat! > 30 && lat! < 31]).toEqual([true, true]);
		// Typed numbers move the point; the status of the map says where it is now.
		await at.fill('119.98, 30.37');
		await editor.getByRole('status').filter({ hasText: '北纬 30.370000' }).waitFor();
	});

	it('a trail is drawn point by point, adjusted by undo, and cleared', async () => {
		const editor = await signedIn('editor');
		await visit(editor, `${served.origin}/studio/trails/new`);
		await editor.getByRole('button', { name: '在地图上画路线' }).click();
		const map = editor.getByRole('application', { name: '在地图上画路线' });
		await map.locator('canvas').first().waitFor();
		await editor.waitForFunction(() => !document.querySelector('.easel .veil'));
		await map.scrollIntoViewIfNeeded();
		const box = (await map.boundingBox())!;
		for (const [x, y] of [
			[0.3, 0.5],
			[0.5, 0.6],
			[0.7, 0.5],
			[0.7, 0.5]
		] as const) {
			await editor.mouse.move(box.x + box.width * x, box.y + box.height * y);
			await editor.mouse.click(box.x + box.width * x, box.y + box.height * y);
			await editor.waitForTimeout(350);
		}
		await editor.waitForFunction(
			() => document.querySelector<HTMLTextAreaElement>('[name="line"]')?.value !== ''
		);
		const line = JSON.parse(await editor.locator('[name="line"]').inputValue());
		expect(line.length).toBe(3);
		await editor.getByRole('button', { name: '删除路线' }).click();
		await editor.waitForFunction(
			() => document.querySelector<HTMLTextAreaElement>('[name="line"]')?.value === ''
		);
	});
});

describe('the operator', () => {
	it.each([
		['with JavaScript', true],
		['without JavaScript', false]
	])('names the sponsor %s and switches a part off and on', async (_, javaScriptEnabled) => {
		const operator = await signedIn('operator', { javaScriptEnabled });
		const sponsor = `某主办单位${javaScriptEnabled ? '甲' : '乙'}`;
		await visit(operator, `${served.origin}/studio/settings`);
		await operator.locator('[name="footer.sponsor.zh"]').fill(sponsor);
		await operator.locator('#footer').getByRole('button', { name: '保存这一组' }).click();
		await operator.locator('#footer').getByText('已保存。').waitFor();
		expect(await (await fetch(`${served.origin}/`)).text()).toContain(sponsor);

		const toggle = async (status: number) => {
			await operator.getByLabel('廉路', { exact: true }).click();
			await operator.locator('#modules').getByRole('button', { name: '保存这一组' }).click();
			await operator.locator('#modules').getByText('已保存。').waitFor();
			expect((await fetch(`${served.origin}/trails`)).status).toBe(status);
		};
		await toggle(404);
		await toggle(200);
	});

	it('every page of the office is right for elders, at night, on a phone and in English', async () => {
		const pages = [
			'/studio/settings',
			'/studio/settings/calendar',
			'/studio/settings/mail',
			'/studio/menus',
			'/studio/import',
			'/studio/health',
			'/studio/people',
			'/studio/people/new'
		];
		const wrong: string[] = [];
		for (const [width, mode, theme, prefix] of [
			[1440, 'normal', 'light', ''],
			[360, 'normal', 'dark', '/en'],
			[768, 'elder', 'light', '']
		] as const) {
			const operator = await signedIn('operator', { viewport: { width, height: 900 } });
			await operator.context().addCookies([
				{ name: 'mode', value: mode, url: served.origin },
				{ name: 'theme', value: theme, url: served.origin }
			]);
			for (const path of pages) {
				await visit(operator, `${served.origin}${prefix}${path}`);
				const found = [
					...(await axe(operator)),
					...(await sticksOut(operator, width)),
					...(prefix ? await unmarkedChinese(operator) : []),
					...(mode === 'elder' ? await tooSmall(operator) : [])
				];
				wrong.push(...found.map((what) => `${path} at ${width}, ${mode}: ${what}`));
			}
		}
		expect(wrong).toEqual([]);
	});
});
