import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateSpan } from '$lib/domain/events/date-text';
import { items, newId, people, places, settings, versions } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { launch, visit, watch } from '../browser';
import type { Watched } from '../browser';
import { serve } from '../serve';
import type { Served } from '../serve';
import { within } from '../stock';
import { fair, on } from '../venues';
import { axe, sticksOut, tooSmall, unmarkedChinese } from './look';

// An editor wants to hold an event at a hall that a town manages: it is asked for, refused to the
// public until the manager agrees, agreed, published. With and without JavaScript.

const PASSWORD = 'jade-cong-2026-trail';
const SETTINGS = { DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' };
const HALL = 'chengqing-zhengming-hall';
const DAY = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'liantu-venues-'));
let served: Served;
let browser: Browser;
const opened: Watched[] = [];
const events: string[] = [];

/** A minute so many days from now, as the form of an event writes it. */
const minute = (days: number, clock: string) =>
	`${new Date(Date.now() + days * DAY + 8 * 3_600_000).toISOString().slice(0, 10)}T${clock}`;
/** The date of so many days from now, as its check box is called. */
const dayOf = (days: number) => {
	const startsAt = Date.parse(`${minute(days, '14:00')}:00+08:00`);
	return dateSpan({ startsAt, endsAt: startsAt + 2 * 3_600_000 }, 'minute', 'zh');
};

/** Drafts of the editor at the hall, two Saturdays or so each; one step of review. */
const draft = () =>
	within(folder, async (db) => {
		const [hall] = await db.select().from(places).where(eq(places.slug, HALL));
		const [editor] = await db.select().from(people).where(eq(people.email, 'editor@demo.invalid'));
		await write(db, async (tx) => {
			await tx.insert(settings).values({ key: 'review.steps', value: 1 });
			for (const n of [1, 2, 3]) {
				const id = newId(Date.now());
				const slug = `venue-fair-${n}`;
				const title = { zh: `清廉故事会之${'一二三'[n - 1]}`, en: `Stories, part ${n}` };
				const days = on(minute(30, '14:00'), minute(30, '16:00'), 'FREQ=WEEKLY;COUNT=2');
				await tx.insert(items).values({
					...{ noun: 'events', id, slug, titleZh: title.zh, titleEn: title.en, sortKey: slug },
					...{ kind: 'talk', town: 'pingyao', placeId: hall!.id, state: 'draft', head: 1 },
					...{ updatedAt: Date.now(), updatedBy: editor!.id }
				});
				await tx.insert(versions).values({
					...{ noun: 'events', itemId: id, number: 1, base: 0, at: Date.now() },
					...{ personId: editor!.id, content: fair(HALL, { slug, title, ...days }) }
				});
				events.push(id);
			}
		});
	});

beforeAll(async () => {
	await (await serve({ ...SETTINGS, DATA_DIR: folder })).stop();
	await draft();
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

/** The browser of a sample account. */
async function visitor(who: string, javaScriptEnabled = true): Promise<Visitor> {
	const watched = await watch(browser, served.origin, { javaScriptEnabled });
	opened.push(watched);
	const { page } = watched;
	const at = (path: string) => visit(page, `${served.origin}${path}`);
	await at('/login');
	await page.getByLabel('邮箱').fill(`${who}@demo.invalid`);
	await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
	await page.locator('main').getByRole('button', { name: '登录', exact: true }).click();
	await page.waitForURL((url) => !url.pathname.endsWith('/login'));
	return { ...watched, at };
}

const press = (page: Page, name: string | RegExp) =>
	page.locator('main').getByRole('button', { name }).click();
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
/** Refused forms answer 422, which Chromium writes on its console. */
const unexpected = (line: string) => !/status of (422|404|409)/.test(line);

/** Confirms the warnings of a review, where there are any. */
async function confirm(page: Page) {
	const seen = page.locator('input[name=seen]').first();
	if (await seen.count()) await seen.check();
}

describe.each([
	['with JavaScript', true, 0],
	['without JavaScript', false, 1]
] as const)('an event at somebody else’s place, %s', (_, javaScript, n) => {
	it('asks, is kept from the public until the manager agrees, and is published then', async () => {
		const review = `/studio/events/${events[n]}/review`;
		const name = `清廉故事会之${'一二'[n]}`;
		const editor = await visitor('editor', javaScript);
		await editor.at(review);
		await says(editor.page, '还没有申请，送审时自动申请');
		await confirm(editor.page);
		await press(editor.page, '送审');
		await says(editor.page, '已经送审。');
		await says(editor.page, '等待答复');

		const approver = await visitor('approver1', javaScript);
		await approver.at(review);
		await confirm(approver.page);
		await press(approver.page, /通过并发布/);
		await says(approver.page, /澄清正名展示馆的管理方还没有答复这个时间：.+答复以前不能发布。/);
		expect(await approver.at(`/events/venue-fair-${n + 1}`)).toBe(404);

		const manager = await visitor('manager', javaScript);
		await manager.at('/studio');
		await manager.page.getByRole('link', { name: /件场地申请等您答复/ }).click();
		await manager.page.locator('tbody').getByRole('link', { name }).click();
		await manager.page.getByRole('checkbox', { name: dayOf(37) }).uncheck();
		await press(manager.page, '同意勾选的时间');
		await says(manager.page, '请写明原因，申请人才知道怎么办。');
		expect(await manager.page.getByRole('checkbox', { name: dayOf(37) }).isChecked()).toBe(false);
		await manager.page.getByLabel('给申请人的话').fill('后一天布展，其他时间可以。');
		await press(manager.page, '同意勾选的时间');
		await says(manager.page, '已经同意，并通知申请人。');
		await says(manager.page, '同意了部分时间');

		await approver.at(review);
		await confirm(approver.page);
		await press(approver.page, /通过并发布/);
		await says(approver.page, /的管理方没有同意这个时间/);
		await editor.at(review);
		await says(editor.page, '管理方的话：后一天布展，其他时间可以。');
		await editor.page.getByRole('link', { name: '看场地申请' }).click();
		await editor.page.getByLabel('预计人数（选填）').fill('很多');
		await editor.page.getByLabel('想告诉管理方的（选填）').fill('只用偏厅。');
		await press(editor.page, '再次申请');
		await says(editor.page, /人数请用阿拉伯数字/);
		expect(await editor.page.getByLabel('想告诉管理方的（选填）').inputValue()).toBe('只用偏厅。');
		await editor.page.getByLabel('预计人数（选填）').fill('40');
		await press(editor.page, '再次申请');
		await says(editor.page, '已经再次申请，并通知管理方。');

		await manager.at('/studio/venues');
		await manager.page.locator('tbody').getByRole('link', { name }).click();
		await says(manager.page, '只用偏厅。');
		await press(manager.page, /^同意$/);
		await says(manager.page, '已经同意，并通知申请人。');
		await approver.at(review);
		await confirm(approver.page);
		await press(approver.page, /通过并发布/);
		await says(approver.page, '已经通过并发布。');
		expect(await approver.at(`/events/venue-fair-${n + 1}`)).toBe(200);
		await says(approver.page, name);
		for (const { noise } of [editor, approver, manager])
			expect(noise.filter(unexpected)).toEqual([]);
	});
});

it('the manager sets up sign-up and door of the event then; who only writes texts is turned away', async () => {
	const desk = `/studio/events/${events[0]}`;
	const manager = await visitor('manager');
	await manager.at(`${desk}/dates`);
	await manager.page.getByRole('link', { name: '报名设置' }).click();
	await manager.page.getByLabel('每场座位数（人）').fill('60');
	await press(manager.page, /^保存$/);
	await says(manager.page, '已保存。');
	expect(await manager.at(`${desk}/door`)).toBe(200);
	const editor = await visitor('editor');
	await editor.at(`${desk}/dates`);
	const rooms = editor.page.locator('.event-desk nav');
	expect(await rooms.getByRole('link', { name: '报名设置' }).count()).toBe(0);
	expect(await editor.at(`${desk}/admission`)).toBe(403);
	// The page that says so stands at a deep address and is drawn all the same.
	expect([...manager.noise, ...editor.noise].filter((line) => !/status of 403/.test(line))).toEqual(
		[]
	);
});

it('a request can be withdrawn, and nobody answers it then', async () => {
	const review = `/studio/events/${events[2]}/review`;
	const editor = await visitor('editor');
	await editor.at(review);
	await confirm(editor.page);
	await press(editor.page, '送审');
	await says(editor.page, '已经送审。');
	const manager = await visitor('manager');
	await manager.at('/studio/venues');
	await manager.page.locator('tbody').getByRole('link', { name: '清廉故事会之三' }).click();
	await manager.page.getByLabel('给申请人的话').fill('欢迎。');
	await editor.page.getByRole('link', { name: '看场地申请' }).click();
	await press(editor.page, '撤回申请');
	await says(editor.page, '申请已经撤回。');
	await press(manager.page, '同意勾选的时间');
	await says(manager.page, '这件申请已经撤回，不用再答复。');
});

it('every page is fit for everybody: axe, 320 px, dark, large text, English', async () => {
	const editor = await visitor('editor');
	await editor.at(`/studio/events/${events[2]}/review`);
	await press(editor.page, '撤回');
	await says(editor.page, '已经撤回，现在是草稿。');
	await confirm(editor.page);
	await press(editor.page, '送审');
	await says(editor.page, '已经送审。');
	const to = await editor.page.getByRole('link', { name: '看场地申请' }).getAttribute('href');
	const manager = await visitor('manager');
	const operator = await visitor('operator');
	const found: string[] = [];
	const look = async ({ page, at }: Visitor, path: string) => {
		const note = (lines: string[]) => found.push(...lines.map((line) => `${path} ${line}`));
		const as = (name: string, value: string) =>
			page.context().addCookies([{ name, value, url: served.origin }]);
		await page.setViewportSize({ width: 1280, height: 900 });
		for (const theme of ['light', 'dark']) {
			await as('mode', 'normal');
			await as('theme', theme);
			expect(await at(path)).toBe(200);
			note(await axe(page));
		}
		for (const width of [320, 768]) note(await sticksOut(page, width));
		await as('mode', 'elder');
		await at(path);
		note(await tooSmall(page));
		note(await sticksOut(page, 320));
		if (path.startsWith('/en')) note(await unmarkedChinese(page));
	};
	for (const tongue of ['', '/en']) {
		for (const path of ['/studio/venues', '/studio/venues?show=over', to!])
			await look(manager, tongue + path);
		for (const path of [to!, '/studio/venues?show=sent', `/studio/events/${events[2]}/review`])
			await look(editor, tongue + path);
		await look(operator, `${tongue}/studio/venues?show=others`);
	}
	expect(found).toEqual([]);
}, 300_000);
