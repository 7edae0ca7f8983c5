// Long because one journey through settings that change each other’s pages.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit, watch } from '../browser';
import type { Watched } from '../browser';
import { serve } from '../serve';
import type { Served } from '../serve';
import { axe, sticksOut, tooSmall, unmarkedChinese } from './look';

// What people do before a page’s script is there, and the smaller pages of the office with data in them.

const PASSWORD = 'jade-cong-2026-trail';
let served: Served;
let browser: Browser;
let watched: Watched;
let operator: Page;

beforeAll(async () => {
	[served, browser] = await Promise.all([
		serve({ DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' }),
		launch()
	]);
	watched = await watch(browser, served.origin, { viewport: { width: 1440, height: 900 } });
	operator = watched.page;
	await visit(operator, `${served.origin}/login?next=/studio`);
	await operator.getByLabel('邮箱').fill('operator@demo.invalid');
	await operator.getByLabel('密码', { exact: true }).fill(PASSWORD);
	await operator.locator('main').getByRole('button', { name: '登录', exact: true }).click();
	await operator.waitForURL('**/studio');
});
afterAll(async () => {
	await watched?.close();
	await browser?.close();
	await served?.stop();
});

/** Opens a page whose script does not come before `release` is called. */
async function early(page: Page, path: string): Promise<() => Promise<void>> {
	let free = () => {};
	const freed = new Promise<void>((done) => (free = done));
	const held = '**/_app/immutable/**/*.js';
	await page.route(held, async (route) => {
		await freed;
		await route.continue();
	});
	await page.goto(served.origin + path, { waitUntil: 'commit' });
	await page.locator('main').last().waitFor();
	await page.locator('body > :last-child').first().waitFor({ state: 'attached' });
	return async () => {
		free();
		// The address gets its place in the browser’s history just before the page comes alive.
		await page.waitForFunction(
			() => !!history.state && Object.keys(history.state).some((key) => key.includes('sveltekit'))
		);
		await page.waitForLoadState('networkidle');
		await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
		await page.unroute(held);
	};
}

/**
 * Types, ticks and chooses in whatever a page offers, something else than stands there.
 * @returns how many it changed
 */
const change = (page: Page) =>
	page.evaluate(() => {
		const inputs = [...document.querySelectorAll<HTMLInputElement>('main :is(input, textarea)')];
		const open = inputs.filter(
			({ type, readOnly, disabled }) =>
				!['hidden', 'submit', 'file'].includes(type) && !readOnly && !disabled
		);
		const groups = new Set<string>();
		for (const [n, input] of open.entries()) {
			if (input.type === 'checkbox') input.click();
			else if (input.type === 'radio') {
				// The last of each group; of many groups the first does not count twice.
				if (!groups.has(input.name))
					[...open]
						.reverse()
						.find(({ name }) => name === input.name)!
						.click();
				groups.add(input.name);
			} else if (input.type === 'date') input.value = '2027-03-04';
			else if (input.type === 'datetime-local') input.value = '2027-03-04T05:06';
			else if (input.type === 'number') input.value = '17';
			else if (input.type === 'email') input.value = `early${n}@example.org`;
			else input.value = `早${n}`;
		}
		const selects = [...document.querySelectorAll<HTMLSelectElement>('main select')];
		for (const select of selects) select.selectedIndex = select.options.length - 1;
		return open.length + selects.length;
	});

/** What stands in the inputs of a page, each by its name and number. */
const standing = (page: Page) =>
	page.evaluate(() =>
		[
			...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
				'main :is(input:not([type="hidden"], [type="file"]), textarea, select)'
			)
		].map((input) => {
			const ticked = 'checked' in input && ['checkbox', 'radio'].includes(input.type);
			return `${input.name} ${input.type} ${ticked ? input.checked : input.value}`;
		})
	);

describe('what is typed before a page comes alive', () => {
	it('on the settings stays, and is what is saved', async () => {
		const release = await early(operator, '/studio/settings');
		await operator.locator('[name="footer.sponsor.zh"]').fill('余杭区的单位');
		await operator.locator('[name="footer.code"]').fill('3301100001');
		await operator.locator('[name="modules.contests"]').uncheck();
		await release();
		expect(await operator.locator('[name="footer.sponsor.zh"]').inputValue()).toBe('余杭区的单位');
		expect(await operator.locator('[name="modules.contests"]').isChecked()).toBe(false);
		for (const group of ['#footer', '#modules']) {
			await operator.locator(group).getByRole('button', { name: '保存这一组' }).click();
			await operator.locator(group).getByText('已保存。').waitFor();
		}
		await visit(operator, `${served.origin}/studio/settings`);
		expect(await operator.locator('[name="footer.sponsor.zh"]').inputValue()).toBe('余杭区的单位');
		expect(await operator.locator('[name="footer.code"]').inputValue()).toBe('3301100001');
		expect(await operator.locator('[name="modules.contests"]').isChecked()).toBe(false);
	});

	it.each([
		'/studio/settings/calendar?year=2027',
		'/studio/settings/mail?template=invite',
		'/studio/menus',
		'/studio/words',
		'/studio/people',
		'/studio/review',
		'/studio/audit',
		'/studio/media',
		'/studio/palette',
		'/places',
		'/places/chengqing-zhengming-hall/correct'
	])('stays on %s', async (path) => {
		const release = await early(operator, path);
		expect(await change(operator)).toBeGreaterThan(0);
		const typed = await standing(operator);
		await release();
		expect(await standing(operator)).toEqual(typed);
	});

	it('stays on an invitation, with what a manager looks after', async () => {
		const release = await early(operator, '/studio/people/new');
		await operator.locator('[name="email"]').fill('early@example.org');
		await operator.locator('[name="role"][value="manager"]').check();
		await operator.locator('[name="scopeKind"]').selectOption('place');
		await operator.locator('[name="scopeId"]').fill('早来的地点');
		const typed = await standing(operator);
		await release();
		expect(await standing(operator)).toEqual(typed);
	});

	it('stays in a form whose plain inputs give way to others', async () => {
		await visit(operator, `${served.origin}/studio/places?q=cqzm`);
		const place = await operator.locator('tbody th a').first().getAttribute('href');
		const release = await early(operator, place!);
		const tags = operator.locator('[name="tags"]');
		const before = await tags.evaluateAll((all) =>
			all.flatMap((input) => (input as HTMLInputElement).value || [])
		);
		await tags.last().fill('早来的标签');
		await operator.locator('[name="town"]').selectOption({ label: '瓶窑镇' });
		await operator.locator('[name="phone"]').fill('0571-88888888');
		await operator.locator('textarea').first().fill('页面活过来之前写的');
		const town = await operator.locator('[name="town"]').inputValue();
		await release();
		expect(
			await tags.evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value))
		).toEqual([...before, '早来的标签']);
		expect(await operator.locator('[name="town"]').inputValue()).toBe(town);
		expect(await operator.locator('[name="phone"]').inputValue()).toBe('0571-88888888');
		expect(await operator.locator('textarea').first().inputValue()).toBe('页面活过来之前写的');
	});

	it('stays in a list: the ticks, the filters, the order', async () => {
		const release = await early(operator, '/studio/places');
		await operator.locator('main [name="item"]').first().check();
		await operator.locator('main [name="state"]').first().check({ force: true });
		await operator.locator('main [name="sort"]').selectOption({ index: 1 });
		const typed = await standing(operator);
		await release();
		expect(await standing(operator)).toEqual(typed);
		await operator.getByText('已选 1 项').waitFor();
	});

	it('is what a list is searched for once it can be', async () => {
		const release = await early(operator, '/studio/places');
		await operator.locator('main [name="q"]').first().fill('cqzm');
		await operator.locator('main [name="sort"]').focus();
		await release();
		await operator.waitForURL('**/studio/places?q=cqzm');
		expect(await operator.locator('main [name="q"]').first().inputValue()).toBe('cqzm');
	});
});

describe('the smaller pages of the office', () => {
	it('a menu entry that is taken out takes its tick along', async () => {
		await visit(operator, `${served.origin}/studio/menus`);
		const footer = operator.locator('section[aria-labelledby="footer"] fieldset');
		for (const [zh, path] of [
			['网站声明', '/about'],
			['无障碍说明与长者模式使用帮助', '/accessibility']
		] as const) {
			await footer.last().getByLabel('中文名称').fill(zh);
			await footer.last().getByLabel('链接到').fill(path);
			await operator.getByRole('button', { name: '保存菜单' }).click();
			await footer.filter({ has: operator.locator(`legend:text-is("${zh}")`) }).waitFor();
		}
		await footer.first().getByLabel('删除这一项').check();
		await operator.getByRole('button', { name: '保存菜单' }).click();
		await footer.filter({ hasText: '网站声明' }).waitFor({ state: 'detached' });
		expect(await footer.first().getByLabel('中文名称').inputValue()).toBe(
			'无障碍说明与长者模式使用帮助'
		);
		expect(await footer.first().getByLabel('删除这一项').isChecked()).toBe(false);
		expect(await footer.first().getByLabel('次序').inputValue()).toBe('1');
	});

	it('settings changed meanwhile are shown anew, and can then be saved', async () => {
		const other = await operator.context().newPage();
		await visit(operator, `${served.origin}/studio/settings`);
		await visit(other, `${served.origin}/studio/settings`);
		const save = async (page: Page, code: string, said: string) => {
			await page.locator('[name="footer.code"]').fill(code);
			await page.locator('#footer').getByRole('button', { name: '保存这一组' }).click();
			await page.locator('#footer').getByText(said).waitFor();
		};
		await save(operator, '3301100002', '已保存。');
		await save(other, '3301100003', '别人刚刚改过这一组');
		await other.waitForFunction(
			() => document.querySelector<HTMLInputElement>('[name="footer.code"]')!.value === '3301100002'
		);
		await save(other, '3301100003', '已保存。');
		await other.close();
		// Four hundred and nine is said on the console too.
		watched.noise.length = 0;
	});

	it('with data in them they are right for elders, at night, on a phone and in English', async () => {
		await visit(operator, `${served.origin}/studio/settings/calendar?year=2027`);
		await operator.getByLabel('日期').fill('2027-02-09');
		await operator.getByLabel('上班').check();
		await operator.getByLabel('名称').fill('调休');
		await operator.getByRole('button', { name: '录入一天' }).click();
		await operator.getByText('已保存。').waitFor();
		await visit(operator, `${served.origin}/studio/people/new`);
		await operator.locator('[name="email"]').fill('somebody-with-a-long-address@yuhang.example');
		await operator.locator('[name="role"][value="editor"]').check();
		await operator.getByRole('button', { name: '发出邀请' }).click();
		await operator.getByText('邀请已经发出。').waitFor();
		await operator.getByRole('link', { name: '角色' }).click();
		await operator.waitForURL(/\/studio\/people\/(?!new)/);
		const person = new URL(operator.url()).pathname;
		await visit(operator, `${served.origin}/studio/import`);
		await operator.setInputFiles('#file', {
			name: '地点.csv',
			mimeType: 'text/csv',
			buffer: Buffer.from(
				'名称,镇街,经度,纬度,类型\n清风亭,瓶窑镇,119.95,30.4,阵地\n坏行,没有的镇,abc,30.4,没有的类型\n'
			)
		});
		await operator.getByRole('button', { name: '上传并核对' }).click();
		await operator.waitForURL(/\/studio\/import\/./);
		const pages = [
			new URL(operator.url()).pathname,
			person,
			'/studio/menus',
			'/studio/outbox',
			'/studio/words',
			'/studio/settings/calendar?year=2027',
			'/studio/people'
		];
		const wrong: string[] = [];
		for (const [width, mode, theme, prefix] of [
			[1440, 'normal', 'dark', '/en'],
			[360, 'normal', 'light', ''],
			[768, 'elder', 'light', '']
		] as const) {
			await operator.setViewportSize({ width, height: 900 });
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
		expect(watched.noise).toEqual([]);
	});
});
