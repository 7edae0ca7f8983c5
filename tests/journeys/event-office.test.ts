import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openKeys } from '$lib/server/keys';
import { occasions } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { launch, visit, watch } from '../browser';
import type { Watched } from '../browser';
import { gate } from '../checkin';
import { plantEvent } from '../events';
import type { Planted } from '../events';
import { freePort, serve } from '../serve';
import type { Served } from '../serve';
import { within } from '../stock';
import { axe, sticksOut } from './look';
import { ticketOn } from './ticket';

// One date from the list of events to the numbers of the year: found, signed up for, let in at the door,
// given back, taken by whoever waited and was told by mail; and the office says exactly that.

const PASSWORD = 'jade-cong-2026-trail';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const folder = mkdtempSync(join(tmpdir(), 'liantu-event-office-'));
const modes = ['on', 'off'] as const;
type Mode = (typeof modes)[number];
const planted = {} as Record<Mode, Planted & { gate: string }>;
const title: Record<Mode, string> = { on: '家风故事会甲', off: '家风故事会乙' };
const letters: { to: string; text: string }[] = [];
const opened: Watched[] = [];
let post: SMTPServer;
let settings: Record<string, string>;
let served: Served;
let browser: Browser;

/** A mail server of the office. */
async function openPost(port: number): Promise<void> {
	post = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData(stream, { envelope }, done) {
			let raw = '';
			stream.on('data', (part: Buffer) => (raw += part));
			stream.on('end', () => {
				const body = raw.slice(raw.indexOf('\r\n\r\n') + 4);
				const coded = /^content-transfer-encoding: base64/im.test(raw);
				const text = coded
					? Buffer.from(body, 'base64').toString()
					: body.replace(/=\r\n/g, '').replace(/=3D/g, '=');
				letters.push({ to: envelope.rcptTo[0]!.address, text });
				done();
			});
		}
	});
	post.on('error', () => undefined);
	await new Promise<void>((ready) => post.listen(port, '127.0.0.1', () => ready()));
}

beforeAll(async () => {
	const port = await freePort();
	await openPost(port);
	settings = {
		...{ DATA_DIR: folder, DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' },
		SMTP_URL: `smtp://127.0.0.1:${port}`
	};
	await (await serve(settings)).stop();
	await within(folder, async (db) => {
		// What is sealed here the portal opens later.
		openKeys(folder);
		const now = Date.now();
		for (const mode of modes) {
			const one = await plantEvent(db, {
				// Soon, so that its door is open; on its own day, whatever the hour.
				...{ now, startsAt: now + HOUR },
				admission: { capacity: 2, reminders: [], closesBefore: 1, cancelBefore: 1 },
				over: { titleZh: title[mode], titleEn: 'Stories', type: 'talk' }
			});
			planted[mode] = { ...one, gate: (await gate(db, one, { now })).key };
		}
	});
	[served, browser] = await Promise.all([serve(settings), launch()]);
}, 240_000);
afterAll(async () => {
	for (const one of opened) await one.close();
	await browser?.close();
	await served?.stop();
	await new Promise<void>((closed) => post.close(() => closed()));
	rmSync(folder, { recursive: true, force: true });
});

interface Visitor extends Watched {
	at: (path: string) => Promise<number>;
}
async function visitor(mode: Mode): Promise<Visitor> {
	const watched = await watch(browser, served.origin, { javaScriptEnabled: mode === 'on' });
	opened.push(watched);
	return { ...watched, at: (path) => visit(watched.page, `${served.origin}${path}`) };
}
const main = (page: Page) => page.locator('main');
const press = (page: Page, name: string) =>
	main(page).getByRole('button', { name, exact: true }).click();
const stateOf = (page: Page) => page.locator('article[data-state]').getAttribute('data-state');

async function organizer(mode: Mode): Promise<Visitor> {
	const one = await visitor(mode);
	await one.at('/login');
	await one.page.getByLabel('邮箱').fill('organizer@demo.invalid');
	await one.page.getByLabel('密码', { exact: true }).fill(PASSWORD);
	await press(one.page, '登录');
	await one.page.waitForURL((url) => !url.pathname.endsWith('/login'));
	return one;
}

/** Finds the event in the list of all, and signs up for its date; the page of the sign-up. */
async function found(mode: Mode, mail: string, button: string): Promise<Visitor> {
	const one = await visitor(mode);
	const { page } = one;
	expect(await one.at('/events')).toBe(200);
	await main(page).getByRole('link', { name: title[mode] }).first().click();
	await page.waitForURL(`**/events/${planted[mode].slug}`);
	await main(page).locator('a[href*="/join/"]').first().click();
	await page.waitForURL('**/join/*');
	await page.getByLabel('姓名').fill('王小明');
	await page.getByLabel(/^邮箱/).fill(mail);
	await page.getByLabel('我同意按下面的说明使用我的信息').check();
	await press(page, button);
	await page.waitForURL(/\/bookings\/[0-9a-f]{40}\?new$/);
	return one;
}

/** The last letter to somebody with such words in it, once it came. */
async function letterTo(to: string, words: RegExp): Promise<string> {
	const come = () => letters.findLast((one) => one.to === to && words.test(one.text));
	await expect.poll(() => !!come(), { timeout: 20_000 }).toBe(true);
	return come()!.text;
}
const sums = (page: Page) =>
	Promise.all(
		['dates', 'counted', 'published', 'unknown'].map(async (name) =>
			Number(await page.locator(`[data-sum=${name}]`).textContent())
		)
	);
const attendance = (at: number) =>
	`/studio/attendance?year=${new Date(at + 8 * HOUR).toISOString().slice(0, 4)}`;

it.each(modes)(
	'a seat goes from hand to hand, and the office sees each of them, with JavaScript %s',
	async (mode) => {
		const one = planted[mode];
		const mail = (name: string) => `${name}-${mode}@example.cn`;
		const li = await found(mode, mail('li'), '提交报名');
		const ticket = await ticketOn(li.page);
		const wang = await found(mode, mail('wang'), '提交报名');
		const zhang = await found(mode, mail('zhang'), '进入候补');
		expect([await stateOf(wang.page), await stateOf(zhang.page)]).toEqual(['confirmed', 'waiting']);

		// The ticket as a camera reads it lets its one person in.
		const door = await visitor(mode);
		await door.at(`/gate/${one.gate}`);
		if (mode === 'on') await door.page.locator('[data-online=true][data-waiting="0"]').waitFor();
		await door.page.getByLabel('输入报名号').fill(ticket);
		await door.page.getByRole('button', { name: '核对' }).click();
		await door.page.locator('[data-result=in]').waitFor();
		if (mode === 'on') await door.page.locator('[data-online=true][data-waiting="0"]').waitFor();

		await main(wang.page).locator('summary', { hasText: '取消报名' }).click();
		await press(wang.page, '确定取消');
		await wang.page.getByText('报名已取消，座位已经让出。').waitFor();
		const told = await letterTo(mail('zhang'), /保留到/);
		const link = /https?:\S+\/bookings\/[0-9a-f]{40}/.exec(told)![0];
		expect(await zhang.at(new URL(link).pathname)).toBe(200);
		expect(await stateOf(zhang.page)).toBe('offered');
		await press(zhang.page, '确认要这些座位');
		await zhang.page.getByText('已保存。').waitFor();
		for (const { noise } of [li, wang, zhang, door]) expect(noise).toEqual([]);

		const office = await organizer(mode);
		const desk = `/studio/events/${one.eventId}`;
		await office.at(`${desk}/signups`);
		const { page } = office;
		const rows = page.locator('tbody tr[data-state]');
		expect(
			await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-state')).sort())
		).toEqual(['cancelled', 'confirmed', 'confirmed']);
		await page.getByText('2／2 人有座位，0 人候补').waitFor();
		expect((await rows.locator('td[data-label=已到]').allTextContents()).sort()).toEqual([
			'0',
			'0',
			'1'
		]);
		expect(await page.locator('main').textContent()).not.toContain('example.cn');
		// Two seats, a place on the list, one given back, one offered, one taken: six mails, all gone.
		const handed = async () => {
			await office.at(`${desk}/mails`);
			return page.locator('[data-count=handed] span').textContent();
		};
		await expect.poll(handed, { timeout: 20_000, interval: 250 }).toBe('6');
		const kinds = await page.locator('#deliveries tbody td:nth-of-type(1)').allTextContents();
		expect(kinds.map((kind) => kind.trim()).sort()).toEqual(
			['候补到座位', '报名已取消', '报名成功', '报名成功', '报名成功', '进入候补'].sort()
		);
		expect(await page.locator('main').textContent()).not.toContain('example.cn');
		if (mode === 'on')
			for (const path of [`${desk}/mails`, `${desk}/signups`, `/en${desk}/mails`]) {
				await office.at(path);
				expect([path, await axe(page)]).toEqual([path, []]);
				for (const width of [360, 768])
					expect([path, await sticksOut(page, width)]).toEqual([path, []]);
			}
		expect(office.noise).toEqual([]);
	},
	60_000
);

it('counts who came once the dates are over', async () => {
	const at = Date.now() - DAY;
	const before = await organizer('off');
	await before.at(attendance(at));
	const [dates, counted, ...rest] = await sums(before.page);
	// Time goes by while the portal stands still.
	await served.stop();
	await within(folder, (db) =>
		write(db, async (tx) => {
			for (const mode of modes)
				await tx
					.update(occasions)
					.set({ startsAt: at, endsAt: at + HOUR })
					.where(eq(occasions.eventId, planted[mode].eventId));
		})
	);
	served = await serve(settings);
	const office = await organizer('off');
	await office.at(attendance(at));
	expect(await sums(office.page)).toEqual([dates! + 2, counted! + 2, ...rest]);
	expect([...before.noise, ...office.noise]).toEqual([]);
}, 60_000);
