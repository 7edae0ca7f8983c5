import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit, watch } from '../browser';
import type { Watched } from '../browser';
import { serve } from '../serve';
import type { Served } from '../serve';
import { axe, sticksOut, tooSmall, unmarkedChinese } from './look';

// An organizer sets up an edition without a developer: copies, mends what is missing, publishes.

const PASSWORD = 'jade-cong-2026-trail';
const CUP = '/studio/contests/yucong-cup';
let served: Served;
let browser: Browser;
beforeAll(async () => {
	[served, browser] = await Promise.all([
		serve({ DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' }),
		launch()
	]);
});

const opened: Watched[] = [];
afterAll(async () => {
	for (const { close } of opened) await close();
	await browser?.close();
	await served?.stop();
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

/** A day of China so many days from now. */
const day = (days: number) =>
	new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

const save = (page: Page) => page.getByRole('button', { name: '保存', exact: true }).last().click();

describe.each([
	['with JavaScript', true, '7'],
	['without JavaScript', false, '8']
])('an organizer %s', (_, javaScriptEnabled, edition) => {
	it('copies the last edition, mends its check list and publishes it', async () => {
		const page = await signedIn('organizer', { javaScriptEnabled });
		const go = (path: string) => visit(page, served.origin + path);
		await go('/studio/contests');
		await page.getByRole('link', { name: '新建一届' }).first().click();
		await page.waitForURL(`**${CUP}/new`);
		expect(await page.getByLabel('第几届').inputValue()).toBe(edition);
		await page.getByLabel('复制“演示：第七届（示例，非真实征集）”的方案').check();
		await page.getByRole('button', { name: '新建', exact: true }).click();
		await page.waitForURL(`**${CUP}/${edition}`);

		// Dates are nobody’s to guess: they stop it, and each says where to mend it.
		await page.getByText('还有 2 项必须补上，才能发布。').first().waitFor();
		expect(await page.getByRole('link', { name: '发布这一届' }).count()).toBe(0);
		await page
			.getByRole('link', { name: /去填写.*没有填开始时间/ })
			.first()
			.click();
		await page.waitForURL(`**${CUP}/${edition}/dates`);
		await page.getByLabel('征集开始 日期').fill(day(-1));
		await page.getByLabel('征集截止 日期').fill(day(-2));
		await page.getByLabel('征集截止 时间').fill('24:00');
		await save(page);
		await page.getByRole('alert').getByText('时间顺序不对').waitFor();
		expect(await page.getByLabel('征集开始 日期').inputValue()).toBe(day(-1));
		await page.getByLabel('征集截止 日期').fill(day(30));
		await save(page);
		await page.getByText('已保存，这是第 2 次修改的版本。').waitFor();

		// A row is added, filled in and has limits of its own, typed as people say them.
		await go(`${CUP}/${edition}/categories`);
		await page.getByRole('button', { name: '添加类别' }).click();
		const added = page.locator('[data-row]').nth(2);
		await added.waitFor();
		await added.getByLabel('中文').first().fill('清廉动画');
		await added.getByLabel('代号').fill('D');
		await added.getByRole('button', { name: '上移' }).click();
		await save(page);
		await page.getByText('已保存，这是第 3 次修改的版本。').waitFor();
		await page.getByRole('link', { name: /要求和材料.*清廉动画/ }).click();
		const longest = page.locator('[name="film.maxSeconds"]');
		await longest.fill('３分30秒以内');
		await save(page);
		await page.getByText('已保存，这是第 4 次修改的版本。').waitFor();
		expect(await longest.inputValue()).toBe('3 分钟 30 秒');
		await longest.fill('很长');
		await save(page);
		await page.getByText('没有看懂').first().waitFor();
		expect(await longest.inputValue()).toBe('很长');

		await go(`${CUP}/${edition}/call`);
		await page.getByLabel('中文').first().fill(`第${edition}届征集`);
		await save(page);
		await page.getByText('已保存').waitFor();
		await go(`${CUP}/${edition}/preview`);
		await page.getByRole('heading', { name: `第${edition}届征集` }).waitFor();

		await go(`${CUP}/${edition}`);
		expect(await page.locator('.stop li').allInnerTexts()).toEqual([]);
		await page.getByRole('link', { name: '发布这一届' }).click();
		await page.getByRole('button', { name: '确认发布' }).click();
		await page.getByText('已经发布，征集页现在向公众公开。').waitFor();
		const shown = await (await fetch(`${served.origin}/contests/yucong-cup/${edition}`)).text();
		expect(shown).toContain('清廉动画');

		// Once it is public a date moves for a reason only, and the public reads it.
		await go(`${CUP}/${edition}/dates`);
		await page.getByLabel('征集截止 日期').fill(day(33));
		await save(page);
		await page.getByText('改动时间请写明原因').first().waitFor();
		await page.getByLabel('修改的原因').fill('应参赛单位要求延期三天');
		await save(page);
		await page.getByText('已保存').waitFor();
		const later = await (await fetch(`${served.origin}/contests/yucong-cup/${edition}`)).text();
		expect(later).toContain('应参赛单位要求延期三天');
	});

	it('loses nothing when somebody else saves the same page first', async () => {
		const [mine, theirs] = [
			await signedIn('organizer', { javaScriptEnabled }),
			await signedIn('operator', { javaScriptEnabled })
		];
		const path = `${served.origin}${CUP}/demo/keeping`;
		for (const page of [mine, theirs]) await visit(page, path);
		const before = Number(await mine.getByLabel('没传完的文件保留（天）').inputValue());
		await theirs.getByLabel('没传完的文件保留（天）').fill(String(before + 1));
		await save(theirs);
		await theirs.getByText('已保存').waitFor();
		await mine.getByLabel('没传完的文件保留（天）').fill(String(before + 5));
		await save(mine);
		await mine.getByRole('heading', { name: '这一页刚被别人改过' }).waitFor();
		const both = await mine.locator('.conflict dd').allInnerTexts();
		expect(both.map((text) => text.split('\n').at(-1)?.trim())).toEqual([
			String(before + 1),
			String(before + 5)
		]);
		expect(await mine.getByLabel('没传完的文件保留（天）').inputValue()).toBe(String(before + 5));
		await save(mine);
		await mine.getByText('已保存').waitFor();
	});

	it('gives out an access code that is shown once', async () => {
		const page = await signedIn('organizer', { javaScriptEnabled });
		await visit(page, `${served.origin}${CUP}/demo/codes`);
		await page.getByLabel('原因').fill('停电一天，单位来函');
		await page.getByRole('button', { name: '开一个迟交码' }).click();
		const code = await page.locator('.made strong').innerText();
		expect(code).toMatch(/^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/);
		await visit(page, `${served.origin}${CUP}/demo/codes`);
		expect(await page.getByText(code).count()).toBe(0);
		await page
			.getByText(`${code.slice(0, 4)}-····`)
			.first()
			.waitFor();
	});
});

describe('somebody else', () => {
	it('does not get in, neither by menu nor by address', async () => {
		const editor = await signedIn('editor');
		expect(await editor.getByRole('link', { name: '大赛', exact: true }).count()).toBe(0);
		for (const path of ['/studio/contests', `${CUP}/demo/dates`])
			expect(await visit(editor, served.origin + path)).toBe(403);
	});
});

describe('the pages of a plan', () => {
	const pages = [
		'',
		'/call',
		'/categories',
		'/categories/film',
		'/form',
		'/channels',
		'/statements',
		'/dates',
		'/numbering',
		'/keeping',
		'/figures',
		'/codes',
		'/preview',
		'/versions'
	].map((path) => `${CUP}/demo${path}`);
	const all = ['/studio/contests', '/studio/contests/new', CUP, `${CUP}/new`, ...pages];

	it('have nothing that keeps somebody out, in two languages, by day and by night', async () => {
		const page = await signedIn('organizer');
		const found: string[] = [];
		for (const [at, path] of all.entries()) {
			await page.emulateMedia({ colorScheme: at % 2 ? 'dark' : 'light' });
			for (const prefix of ['', '/en']) {
				await visit(page, served.origin + prefix + path);
				const wrong = await axe(page);
				if (prefix) wrong.push(...(await unmarkedChinese(page)));
				found.push(...wrong.map((one) => `${prefix}${path}: ${one}`));
			}
		}
		expect(found).toEqual([]);
	});

	it('fit a telephone, and letters for elders are large enough', async () => {
		const page = await signedIn('organizer');
		const found: string[] = [];
		for (const path of all) {
			await page.context().clearCookies({ name: 'mode' });
			await visit(page, served.origin + path);
			for (const width of [360, 768])
				found.push(...(await sticksOut(page, width)).map((one) => `${path}: ${one}`));
			await page.context().addCookies([{ name: 'mode', value: 'elder', url: served.origin }]);
			await visit(page, served.origin + path);
			found.push(
				...(await sticksOut(page, 360)).map((one) => `${path} for elders: ${one}`),
				...(await tooSmall(page)).map((one) => `${path} for elders: ${one}`)
			);
		}
		expect(found).toEqual([]);
	});
});
