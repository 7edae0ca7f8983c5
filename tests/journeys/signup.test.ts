// Long because one walk from signing up to a seat taken by another, with and without scripts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close, open } from '$lib/server/db/open';
import { launch, visit, watch } from '../browser';
import type { Watched } from '../browser';
import { plantEvent } from '../events';
import type { Planted } from '../events';
import { serve } from '../serve';
import type { Served } from '../serve';
import { axe, sticksOut, tooSmall, unmarkedChinese } from './look';
import { ticketOn } from './ticket';

// From a form to the door and back: somebody signs up without an account, gets a ticket a camera
// reads, brings fewer people, and the seat that falls free is offered to whoever waits; with and
// without JavaScript. Then the office sets up sign-up, and a draw is held in public.

const PASSWORD = 'jade-cong-2026-trail';
const DAY = 86_400_000;
let served: Served;
let browser: Browser;
let dataDir: string;
const planted: Record<'on' | 'off' | 'seats' | 'draw' | 'office', Planted> = {} as never;
const opened: Watched[] = [];

beforeAll(async () => {
	dataDir = mkdtempSync(join(tmpdir(), 'liantu-signup-'));
	const db = await open(`file:${join(dataDir, 'liantu.db')}`, { migrations: 'drizzle' });
	const now = Date.now();
	const talk = { capacity: 2, reminders: [], closesBefore: 60 };
	const named = (zh: string, en: string) => ({ titleZh: zh, titleEn: en });
	planted.on = await plantEvent(db, { now, admission: talk, over: named('宣讲甲', 'Talk A') });
	planted.off = await plantEvent(db, { now, admission: talk, over: named('宣讲乙', 'Talk B') });
	planted.office = await plantEvent(db, { now, admission: talk, over: named('宣讲丙', 'Talk C') });
	planted.seats = await plantEvent(db, {
		now,
		over: named('演出', 'Play'),
		admission: {
			zones: [
				{
					id: 'stalls',
					name: { zh: '池座', en: 'Stalls' },
					capacity: 6,
					rows: [
						{ row: '1', from: 1, to: 3, missing: [] },
						{ row: '2', from: 1, to: 3, missing: [] }
					]
				},
				{ id: 'circle', name: { zh: '楼座', en: 'Circle' }, capacity: 4, rows: [] }
			],
			capacity: 10,
			questions: [
				{
					id: 'q1',
					label: { zh: '从哪里来', en: 'Where do you come from' },
					kind: 'choice',
					options: [
						{ zh: '本镇', en: 'This town' },
						{ zh: '别处', en: 'Elsewhere' }
					],
					required: true
				}
			],
			reminders: []
		}
	});
	// Its sign-up closes a little after the portal has started.
	planted.draw = await plantEvent(db, {
		now,
		startsAt: now + DAY,
		over: named('名额少的参观', 'A visit'),
		admission: { mode: 'draw', capacity: 1, reminders: [] }
	});
	close(db);
	[served, browser] = await Promise.all([
		serve({ DATA_DIR: dataDir, DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' }),
		launch()
	]);
}, 240_000);
afterAll(async () => {
	for (const one of opened) await one.close();
	await browser?.close();
	await served?.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

interface Visitor extends Watched {
	at: (path: string) => Promise<number>;
}
async function visitor(options: BrowserContextOptions = {}): Promise<Visitor> {
	const watched = await watch(browser, served.origin, options);
	opened.push(watched);
	return { ...watched, at: (path) => visit(watched.page, `${served.origin}${path}`) };
}
const joinOf = ({ slug, occasions }: Planted) => `/events/${slug}/join/${occasions[0]!.key}`;
const main = (page: Page) => page.locator('main');
const press = (page: Page, name: string) =>
	main(page).getByRole('button', { name, exact: true }).click();
const stateOf = (page: Page) => page.locator('article[data-state]').getAttribute('data-state');

const seat = (page: Page, name: string) => main(page).getByRole('checkbox', { name, exact: true });

interface Typed {
	name?: string;
	mail: string;
	heads?: number;
}
async function fillIn(page: Page, { name = '王小明', mail, heads = 1 }: Typed): Promise<void> {
	await page.getByLabel('来几个人').fill(String(heads));
	await page.getByLabel('姓名').fill(name);
	await page.getByLabel(/^邮箱/).fill(mail);
	await page.getByLabel('我同意按下面的说明使用我的信息').check();
}
async function signUp({ page, at }: Visitor, to: Planted, typed: Typed, button = '提交报名') {
	expect(await at(joinOf(to))).toBe(200);
	await fillIn(page, typed);
	await press(page, button);
	await page.waitForURL(/\/bookings\/[0-9a-f]{40}\?new$/);
	return new URL(page.url()).pathname;
}

describe.each([
	{ script: 'on' as const, options: {} },
	{ script: 'off' as const, options: { javaScriptEnabled: false } }
])('a seat, with JavaScript $script', ({ script, options }) => {
	it('is signed up for, given back in part, offered to whoever waits, and taken', async () => {
		const to = planted[script];
		const [li, wang] = [await visitor(options), await visitor(options)];
		// A wrong address is refused with a sentence, and nothing typed is lost.
		await li.at(joinOf(to));
		await fillIn(li.page, { mail: 'nobody', heads: 2 });
		await press(li.page, '提交报名');
		await li.page.getByText('这不是一个可以收信的邮箱地址').waitFor();
		expect(await li.page.getByLabel('来几个人').inputValue()).toBe('2');
		expect(await li.page.getByLabel('姓名').inputValue()).toBe('王小明');
		li.noise.length = 0;
		await li.page.getByLabel(/^邮箱/).fill(`li-${script}@example.cn`);
		await press(li.page, '提交报名');
		await li.page.waitForURL(/\/bookings\/[0-9a-f]{40}\?new$/);
		const mine = new URL(li.page.url()).pathname;
		expect(await stateOf(li.page)).toBe('confirmed');
		expect(await li.page.getByLabel('报名页面的链接').inputValue()).toBe(served.origin + mine);
		const ticket = await ticketOn(li.page);
		expect(ticket).toMatch(/^LT1:[0-9A-Z]+:[0-9A-Z]{103}$/);
		// The link is shown once; later the page is there without it.
		await li.at(mine);
		expect(await li.page.getByLabel('报名页面的链接').count()).toBe(0);

		const hers = await signUp(wang, to, { mail: `wang-${script}@example.cn` }, '进入候补');
		expect([
			await stateOf(wang.page),
			await wang.page.locator('[data-turn]').textContent()
		]).toEqual(['waiting', '您排在第 1 位。']);

		await main(li.page).getByText('修改报名').click();
		await li.page.getByLabel('来几个人').fill('1');
		await press(li.page, '保存修改');
		await li.page.getByText('已保存。').waitFor();
		expect(await ticketOn(li.page)).not.toBe(ticket);

		await wang.at(hers);
		expect(await stateOf(wang.page)).toBe('offered');
		await press(wang.page, '确认要这些座位');
		await wang.page.getByText('已保存。').waitFor();
		expect(await stateOf(wang.page)).toBe('confirmed');

		// A second window that still shows the button cancels what is cancelled: the same answer.
		const again = await visitor(options);
		await again.at(mine);
		for (const { page } of [li, again]) {
			await main(page).locator('summary', { hasText: '取消报名' }).click();
			await press(page, '确定取消');
			await page.getByText('报名已取消，座位已经让出。').waitFor();
			expect(await stateOf(page)).toBe('cancelled');
		}
		expect((await li.page.request.get(`${served.origin}${mine}/ticket.pdf`)).status()).toBe(404);
		expect([...li.noise, ...wang.noise, ...again.noise]).toEqual([]);
	}, 120_000);

	it('is chosen in the plan of the hall, and is nobody else’s any more', async () => {
		const { page, at, noise } = await visitor(options);
		await at(joinOf(planted.seats));
		await fillIn(page, { mail: `seat-${script}@example.cn`, heads: 2 });
		await page.getByLabel('池座', { exact: false }).first().check();
		await page.getByLabel('从哪里来').selectOption({ label: '本镇' });
		await main(page).locator('summary', { hasText: '自己选池座的座位' }).click();
		const row = script === 'on' ? '1' : '2';
		for (const number of ['2', '3']) await seat(page, `${row} 排 ${number} 号`).check();
		await press(page, '提交报名');
		await page.waitForURL(/\/bookings\//);
		await page.getByText(`${row} 排 2–3 号`).waitFor();
		await at(joinOf(planted.seats));
		await main(page).locator('summary', { hasText: '自己选池座的座位' }).click();
		expect(await seat(page, `${row} 排 2 号 (已有人)`).isDisabled()).toBe(true);
		expect(noise).toEqual([]);
	}, 60_000);
});

async function signedIn(account: string): Promise<Visitor> {
	const one = await visitor();
	await one.at('/login');
	await one.page.getByLabel('邮箱').fill(`${account}@demo.invalid`);
	await one.page.getByLabel('密码', { exact: true }).fill(PASSWORD);
	await main(one.page).getByRole('button', { name: '登录', exact: true }).click();
	await one.page.waitForURL((url) => !url.pathname.endsWith('/login'));
	return one;
}

it('a citizen who is signed in finds the form filled in, and the sign-up in the account', async () => {
	const { page, at, noise } = await signedIn('citizen');
	await at(joinOf(planted.office));
	expect(await page.getByLabel(/^邮箱/).inputValue()).toBe('citizen@demo.invalid');
	await page.getByLabel('我同意按下面的说明使用我的信息').check();
	await press(page, '提交报名');
	await page.waitForURL(/\/bookings\//);
	const code = await page.locator('[data-code]').getAttribute('data-code');
	await at('/account/bookings');
	await page.getByText(code!).waitFor();
	expect(await page.locator('[data-total]').getAttribute('data-total')).toBe('1');
	expect(noise).toEqual([]);
}, 60_000);

it('an organizer looks at the form first, and cannot take away seats that people have', async () => {
	const { page, at } = await signedIn('organizer');
	const to = planted.office;
	expect(await at(`/studio/events/${to.eventId}/admission`)).toBe(200);
	await page.getByLabel('每场座位数（人）').fill('1');
	await page.getByLabel('一次最多报几人').fill('9');
	await press(page, '先看看效果');
	await page.getByText('公众看到的报名表').waitFor();
	await page.getByText('包括您自己，最多 9 人。').waitFor();
	await press(page, '保存');
	await page.getByText('已保存。').waitFor();
	// Somebody has the one seat; none at all is refused by its bounds.
	await page.getByLabel('每场座位数（人）').fill('0');
	await press(page, '保存');
	await page.getByText('请填 1 到 100000 之间的整数。').waitFor();
	expect(await page.getByLabel('一次最多报几人').inputValue()).toBe('9');
}, 60_000);

it('a draw shows that it is not held yet; who takes part has a code of their own', async () => {
	const one = await visitor();
	await signUp(one, planted.draw, { mail: 'draw@example.cn' }, '登记参加抽签');
	expect(await stateOf(one.page)).toBe('drawn');
	expect(await one.page.locator('[data-draw-code]').getAttribute('data-draw-code')).toMatch(
		/^[0-9A-Z]{8}$/
	);
	await one.page.getByRole('link', { name: '抽签名单和结果' }).click();
	await one.page.getByText('还没有封存名单').waitFor();
	expect(await one.page.locator('article').getAttribute('data-stand')).toBe('open');
}, 60_000);

describe('every page of signing up', () => {
	it('is read by everybody, in both languages, on any screen', async () => {
		const { page, at } = await visitor();
		const own = await visitor();
		await own.at(joinOf(planted.draw));
		await fillIn(own.page, { mail: 'look@example.cn' });
		await press(own.page, '登记参加抽签');
		await own.page.waitForURL(/\/bookings\//);
		const link = new URL(own.page.url()).pathname;
		const draw = `/events/${planted.draw.slug}/draw/${planted.draw.occasions[0]!.key}`;
		for (const prefix of ['', '/en'])
			for (const path of [joinOf(planted.seats), link, draw]) {
				await page.setViewportSize({ width: 1280, height: 800 });
				expect(await at(prefix + path)).toBe(200);
				expect([prefix + path, await axe(page)]).toEqual([prefix + path, []]);
				if (prefix) expect([path, await unmarkedChinese(page)]).toEqual([path, []]);
				for (const width of [360, 768, 1440])
					expect([path, await sticksOut(page, width)]).toEqual([path, []]);
			}
		const elder = await visitor();
		await elder.page.context().addCookies([{ name: 'mode', value: 'elder', url: served.origin }]);
		for (const path of [joinOf(planted.seats), link, draw]) {
			await elder.at(path);
			expect([path, await tooSmall(elder.page)]).toEqual([path, []]);
			expect([path, await sticksOut(elder.page, 360)]).toEqual([path, []]);
		}
	}, 240_000);
});
