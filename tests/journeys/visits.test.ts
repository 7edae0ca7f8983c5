// Long because one visit is asked for, changed and given to another, with and without scripts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openings, places } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { launch, visit, watch } from '../browser';
import type { Watched } from '../browser';
import { serve } from '../serve';
import type { Served } from '../serve';
import { within } from '../stock';
import { axe, sticksOut, tooSmall, unmarkedChinese } from './look';

// A group visits a hall in two steps: it asks, the manager offers a slot, it confirms by its link; with
// and without JavaScript. Then it comes with fewer, calls off, and another has its place.

const PASSWORD = 'jade-cong-2026-trail';
const SETTINGS = { DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' };
const HALL = 'chengqing-zhengming-hall';
const folder = mkdtempSync(join(tmpdir(), 'liantu-visits-'));
let served: Served;
let browser: Browser;
let hallId = '';
const opened: Watched[] = [];

/** The hall opens every day; the sample data say nothing of its hours. */
const openHall = () =>
	within(folder, async (db) => {
		const [row] = await db.select({ id: places.id }).from(places).where(eq(places.slug, HALL));
		hallId = row!.id;
		await write(db, (tx) =>
			tx.insert(openings).values(
				[1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
					{ placeId: hallId, weekday, opens: 540, closes: 660 },
					{ placeId: hallId, weekday, opens: 840, closes: 960 }
				])
			)
		);
	});

beforeAll(async () => {
	await (await serve({ ...SETTINGS, DATA_DIR: folder })).stop();
	await openHall();
	[served, browser] = await Promise.all([serve({ ...SETTINGS, DATA_DIR: folder }), launch()]);
}, 240_000);
afterAll(async () => {
	for (const { close } of opened) await close();
	await browser?.close();
	await served?.stop();
	rmSync(folder, { recursive: true, force: true });
});

interface Visitor extends Watched {
	at: (path: string) => Promise<number>;
}

/** Somebody’s browser; signed in where a sample account is named. */
async function visitor(who: string | null, javaScriptEnabled = true): Promise<Visitor> {
	const watched = await watch(browser, served.origin, { javaScriptEnabled });
	opened.push(watched);
	const { page } = watched;
	const at = (path: string) => visit(page, `${served.origin}${path}`);
	if (who) {
		await at('/login');
		await page.getByLabel('邮箱').fill(`${who}@demo.invalid`);
		await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
		await page.locator('main').getByRole('button', { name: '登录', exact: true }).click();
		await page.waitForURL((url) => !url.pathname.endsWith('/login'));
	}
	return { ...watched, at };
}

const press = (page: Page, name: string | RegExp) =>
	page.locator('main').getByRole('button', { name }).click();
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

/** Refused forms answer 422, which Chromium writes on its console. */
const unexpected = (line: string) => !/status of (422|404|401)/.test(line);

/** Fills in the form of a group for a slot of its first page. */
async function fill(page: Page, group: string, heads: string, slot: number): Promise<void> {
	await page.locator('input[name=slot]').nth(slot).check({ force: true });
	await page.getByLabel('学校').check();
	await page.getByLabel('团体名称').fill(group);
	await page.getByLabel('人数', { exact: true }).fill(heads);
	await page.getByLabel('联系人', { exact: true }).fill('王老师');
	await page.getByLabel('手机或电话').fill('0571-88880000');
	await page.getByRole('checkbox', { name: /我同意/ }).check();
}

/** Asks for a slot; the address of the request. */
async function ask(one: Visitor, group: string, heads: string, slot: number): Promise<string> {
	await one.at(`/places/${HALL}/visit`);
	await fill(one.page, group, heads, slot);
	await press(one.page, '提交申请');
	await one.page.waitForURL(/\/visits\/[0-9a-f]{40}/);
	return new URL(one.page.url()).pathname;
}

it('a manager says how the hall takes groups, and its page leads to the form', async () => {
	const stranger = await visitor(null);
	expect(await stranger.at(`/places/${HALL}/visit`)).toBe(404);
	await stranger.at(`/places/${HALL}`);
	expect(await stranger.page.getByRole('link', { name: '团体预约参观' }).count()).toBe(0);
	const { page, at, noise } = await visitor('manager');
	await at('/studio/visits/places');
	await page.getByRole('link', { name: /开始接受预约.*澄清正名展示馆/ }).click();
	await page.getByLabel('每批多少人（一位讲解员带）').fill('20');
	await page.getByLabel('一个团体最多多少人').fill('30');
	await press(page, '保存安排');
	await says(page, '一个时段最多 20 人（每批人数乘以批数），团体人数不能超过它。');
	expect(await page.getByLabel('一个团体最多多少人').inputValue()).toBe('30');
	await page.getByLabel('同一时段最多接待几批').fill('2');
	await page.getByLabel('多少人以上要公函（空着就是不要）').fill('25');
	await page.getByLabel('告诉团体的话（中文）').fill('请在正门集合。');
	await press(page, '保存安排');
	await says(page, '安排已保存。');
	await page.getByLabel('称呼').fill('讲解员甲');
	await press(page, '添加');
	await says(page, '讲解员已添加。');
	expect(noise.filter(unexpected)).toEqual([]);
	await stranger.at(`/places/${HALL}`);
	await stranger.page.getByRole('link', { name: '团体预约参观' }).click();
	await says(stranger.page, '请在正门集合。');
});

describe.each([
	['with JavaScript', true, 1],
	['without JavaScript', false, 3]
] as const)('a group, %s', (_, javaScript, slot) => {
	it('asks, is offered a slot, confirms, changes its mind, and another has its place', async () => {
		const group = await visitor(null, javaScript);
		const { page, at } = group;
		await at(`/places/${HALL}/visit`);
		await fill(page, '某某中学', '10000', slot);
		await page.getByLabel('想告诉场馆的').fill('我要举报某人收受红包');
		await press(page, '提交申请');
		await says(page, /一个团体最多 30 人/);
		await says(page, /这里不受理反映违纪违法的内容/);
		// What was typed is still there.
		expect(await page.getByLabel('团体名称').inputValue()).toBe('某某中学');
		await page.getByLabel('人数', { exact: true }).fill('30');
		await page.getByLabel('想告诉场馆的').fill('有一位同学坐轮椅。');
		await press(page, '提交申请');
		await says(page, '25 人以上的团体要附盖章的公函。');
		const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(900_000, 32)]);
		const file = { name: '公函.pdf', mimeType: 'application/pdf', buffer: pdf };
		await page.getByLabel('盖章的公函').setInputFiles(file);
		await press(page, '提交申请');
		await says(page, '等待场馆安排');
		const link = new URL(page.url()).pathname;
		expect(await at(`${link}/visit.ics`)).toBe(404);

		const manager = await visitor('manager', javaScript);
		await manager.at('/studio/visits');
		await manager.page.getByRole('link', { name: '某某中学' }).first().click();
		await says(manager.page, '有一位同学坐轮椅。');
		const letter = manager.page.getByRole('link', { name: '下载公函' });
		const to = served.origin + (await letter.getAttribute('href'))!;
		expect((await (await manager.page.request.get(to)).body()).equals(pdf)).toBe(true);
		expect((await page.request.get(to)).status()).toBe(401);
		await press(manager.page, '安排并通知对方');
		await says(manager.page, '时段已经安排。');
		await says(manager.page, '对方没有留邮箱，请打电话通知。');

		await at(link);
		await press(page, '确认参观');
		await says(page, '已经确认，参观约定好了。');
		const calendar = page.getByRole('link', { name: '加入日历' });
		const ics = await page.request.get(served.origin + (await calendar.getAttribute('href'))!);
		expect(ics.headers()['content-type']).toBe('text/calendar; charset=utf-8');
		expect(await ics.text()).toContain('SUMMARY:团体参观：澄清正名展示馆');
		expect(await ics.text()).not.toContain(link.split('/').at(-1)!);

		await manager.page.reload();
		await manager.page.getByLabel('讲解员甲').check();
		await press(manager.page, '保存讲解安排');
		await says(manager.page, '讲解安排已保存。');
		await manager.page.locator('summary', { hasText: '改人数' }).click();
		await manager.page.getByLabel('人数', { exact: true }).fill('28');
		await press(manager.page, '保存人数');
		await says(manager.page, '人数已经改好。');

		await at(link);
		await page.getByText('改人数').click();
		await page.getByLabel('人数', { exact: true }).fill('31');
		await press(page, '保存人数');
		await says(page, /一个团体最多 30 人/);
		await page.getByLabel('人数', { exact: true }).fill('22');
		await press(page, '保存人数');
		await says(page, '人数已经改好。');

		// Two batches of two are taken: nobody else fits in until the group calls off.
		const other = await visitor(null, javaScript);
		await other.at(`/places/${HALL}/visit`);
		const free = await other.page.locator('input[name=slot]').count();
		await at(link);
		await page.locator('summary', { hasText: '取消' }).click();
		await press(page, '取消参观');
		await says(page, '请先勾选“我要取消这次参观”。');
		await page.getByLabel('我要取消这次参观').check();
		await press(page, '取消参观');
		await says(page, '已经取消。');
		await other.at(`/places/${HALL}/visit`);
		expect(await other.page.locator('input[name=slot]').count()).toBe(free + 1);
		const second = await ask(other, '另一所中学', '12', slot);
		await says(other.page, '等待场馆安排');
		await manager.at('/studio/visits');
		await manager.page.getByRole('link', { name: '另一所中学' }).first().click();
		await manager.page.getByText('不安排', { exact: true }).click();
		await manager.page.getByLabel('原因').fill('当天闭馆布展');
		await press(manager.page, '不安排并通知对方');
		await says(manager.page, '已记为不安排。');
		await other.at(second);
		await says(other.page, '当天闭馆布展');
		expect([...group.noise, ...manager.noise, ...other.noise].filter(unexpected)).toEqual([]);
	});
});

it('every page is fit for everybody: axe, narrow windows, large text, English', async () => {
	const group = await visitor(null);
	const link = await ask(group, '某村', '5', 0);
	const manager = await visitor('manager');
	const found: string[] = [];
	const look = async ({ page, at }: Visitor, path: string) => {
		const note = (lines: string[]) => found.push(...lines.map((line) => `${path} ${line}`));
		await page.setViewportSize({ width: 1280, height: 900 });
		await page.context().clearCookies({ name: 'mode' });
		await at(path);
		note(await axe(page));
		for (const width of [360, 768]) note(await sticksOut(page, width));
		await page.context().addCookies([{ name: 'mode', value: 'elder', url: served.origin }]);
		await at(path);
		note(await tooSmall(page));
		note(await sticksOut(page, 360));
		if (path.startsWith('/en')) note(await unmarkedChinese(page));
	};
	for (const tongue of ['', '/en']) {
		for (const path of [`/places/${HALL}/visit`, link]) await look(group, tongue + path);
		await manager.at('/studio/visits');
		const own = await manager.page.locator('tbody th a').first().getAttribute('href');
		for (const path of [
			'/studio/visits',
			own!.replace(/^\/en/, ''),
			'/studio/visits/calendar',
			`/studio/visits/calendar?week=&place=${hallId}`,
			'/studio/visits/places',
			`/studio/visits/places/${hallId}`,
			'/studio/visits/export'
		])
			await look(manager, tongue + path);
	}
	expect(found).toEqual([]);
}, 240_000);
