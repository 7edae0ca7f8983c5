// Long because one door lets one hall in by every way a ticket can be shown.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { encode } from 'uqr';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { spokenCode } from '$lib/domain/events/booking-code';
import { openKeys } from '$lib/server/keys';
import { chromiumPath, FLAGS } from '../../scripts/bench/chromium';
import { visit, watch } from '../browser';
import type { Watched } from '../browser';
import { guest, plantDoor } from '../checkin';
import { serve } from '../serve';
import type { Served } from '../serve';
import { within } from '../stock';
import { axe, sticksOut } from './look';

// The organizer opens gates; a phone scans a ticket, loses the network and goes on; two phones let the
// same ticket in and are told; a visitor helps themselves at a kiosk; a screen counts.

const PASSWORD = 'jade-cong-2026-trail';
const SETTINGS = { DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' };
const folder = mkdtempSync(join(tmpdir(), 'liantu-checkin-'));
let served: Served;
let browser: Browser;
let door = '';
const tickets: { code: string; ticket: string }[] = [];
const opened: Watched[] = [];

/** A picture of a code as a camera sees it, in the plainest film format there is. */
function film(text: string): string {
	const { data, size } = encode(text, { ecc: 'M', border: 6 });
	const [wide, high] = [640, 480];
	const step = Math.floor(high / size);
	const [left, top] = [wide, high].map((side) => Math.floor((side - step * size) / 2));
	const light = Buffer.alloc(wide * high, 235);
	data.forEach((line, j) =>
		line.forEach((dark, i) => {
			for (let y = 0; dark && y < step; y++) {
				const from = (top! + j * step + y) * wide + left! + i * step;
				light.fill(16, from, from + step);
			}
		})
	);
	const frame = Buffer.concat([
		Buffer.from('FRAME\n'),
		light,
		Buffer.alloc((wide * high) / 2, 128)
	]);
	const path = join(folder, 'camera.y4m');
	const head = Buffer.from(`YUV4MPEG2 W${wide} H${high} F10:1 Ip A1:1 C420jpeg\n`);
	writeFileSync(path, Buffer.concat([head, frame, frame]));
	return path;
}

beforeAll(async () => {
	await (await serve({ ...SETTINGS, DATA_DIR: folder })).stop();
	await within(folder, async (db) => {
		// What is sealed here the portal opens later.
		openKeys(folder);
		const now = Date.now();
		const planted = await plantDoor(db, now);
		for (const [n, heads] of [1, 3, 1, 2, 1].entries()) {
			const { row, ticket } = await guest(db, planted.occasions[0]!.id, {
				...{ heads, now, name: `访客${n}` }
			});
			tickets.push({ code: row.code, ticket });
		}
		door = `/studio/events/${planted.eventId}/door`;
	});
	const camera = film(tickets[0]!.ticket);
	[served, browser] = await Promise.all([
		serve({ ...SETTINGS, DATA_DIR: folder }),
		chromium.launch({
			executablePath: chromiumPath(),
			args: [
				...FLAGS,
				'--use-fake-ui-for-media-stream',
				'--use-fake-device-for-media-stream',
				`--use-file-for-fake-video-capture=${camera}`
			]
		})
	]);
}, 240_000);
afterAll(async () => {
	for (const { close } of opened) await close();
	await browser?.close();
	await served?.stop();
	rmSync(folder, { recursive: true, force: true });
});

interface Device extends Watched {
	at: (path: string) => Promise<number>;
}

/** A device; that of the organizer is signed in. */
async function device({ organizer = false, javaScriptEnabled = true } = {}): Promise<Device> {
	const watched = await watch(browser, served.origin, {
		...{ javaScriptEnabled, permissions: ['camera'], viewport: { width: 390, height: 844 } }
	});
	opened.push(watched);
	const { page } = watched;
	const at = (path: string) => visit(page, `${served.origin}${path}`);
	if (organizer) {
		await at('/login');
		await page.getByLabel('邮箱').fill('organizer@demo.invalid');
		await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
		await page.locator('main').getByRole('button', { name: '登录', exact: true }).click();
		await page.waitForURL((url) => !url.pathname.endsWith('/login'));
	}
	return { ...watched, at };
}

/** Opens a gate on the organizer’s page; its path. */
async function openGate(page: Page, kind: string, name: string): Promise<string> {
	await page.getByLabel('种类').selectOption(kind);
	await page.getByLabel('名字').fill(name);
	await page.getByRole('button', { name: '开一个入场口' }).click();
	await page.getByRole('heading', { name: `“${name}”已经开好` }).waitFor();
	return new URL((await page.locator('[data-made] a').textContent())!).pathname;
}
const result = (page: Page, tone: string) => page.locator(`[data-result=${tone}]`).waitFor();
const came = (page: Page, n: number) => page.locator(`[data-came="${n}"]`).first().waitFor();

/** Types a code and has it checked. */
async function type(page: Page, code: string): Promise<void> {
	await page.getByLabel('输入报名号').fill(spokenCode(code));
	await page.getByRole('button', { name: '核对' }).click();
}
/** The scanner has its list, and everything it did is told. */
const ready = (page: Page) => page.locator('[data-online=true][data-waiting="0"]').waitFor();

const gates: Record<string, string> = {};

it('an organizer opens gates with nothing but forms, and the list of those expected is there', async () => {
	const { page, at } = await device({ organizer: true, javaScriptEnabled: false });
	expect(await at(door)).toBe(200);
	for (const [kind, name] of [
		['scanner', '东门'],
		['scanner', '西门'],
		['kiosk', '自助机'],
		['screen', '大屏']
	] as const)
		gates[name] = await openGate(page, kind, name);
	expect(new Set(Object.values(gates)).size).toBe(4);
	await page.getByRole('searchbox').last().fill('访客3');
	await page.getByRole('button', { name: '查找' }).last().click();
	expect(await page.locator('[data-total="1"]').count()).toBe(1);
	const row = page.locator(`[data-code="${tickets[3]!.code}"]`);
	await row.getByRole('button', { name: '入场', exact: true }).click();
	await page.getByText(`${spokenCode(tickets[3]!.code)}：已入场 2／2 位。`).waitFor();
	await row.getByRole('button', { name: /撤销/ }).click();
	await page.getByText(`${spokenCode(tickets[3]!.code)}：已入场 0／2 位。`).waitFor();
});

it('a phone scans with its camera, asks how many of a group come, and knows who is in', async () => {
	const { page, at, noise } = await device();
	expect(await at(gates['东门']!)).toBe(200);
	await ready(page);
	expect(await page.locator('header a, footer').count()).toBe(0);
	await page.getByRole('button', { name: '打开摄像头' }).click();
	await result(page, 'in');
	expect(await page.locator('[data-result=in]').textContent()).toContain(
		spokenCode(tickets[0]!.code)
	);
	await page.getByRole('button', { name: '关闭摄像头' }).click();
	await type(page, tickets[0]!.code);
	await result(page, 'held');
	await type(page, tickets[1]!.code);
	await page.getByRole('button', { name: '减少一位' }).click();
	await page.getByRole('button', { name: '让 2 位入场' }).click();
	await result(page, 'in');
	await type(page, 'AAAAAAAA');
	await result(page, 'no');
	expect(await axe(page)).toEqual([]);
	expect(await sticksOut(page, 360)).toEqual([]);
	expect(noise).toEqual([]);
});

it('two phones without a network let the same ticket in, and are told when they have one', async () => {
	const [east, west] = [await device(), await device()];
	await east.at(gates['东门']!);
	await west.at(gates['西门']!);
	for (const { page } of [east, west]) {
		await ready(page);
		await page.context().setOffline(true);
		await page.locator('[data-online=false]').waitFor();
		await type(page, tickets[2]!.code);
		await result(page, 'in');
		await page.locator('[data-waiting="1"]').waitFor();
		// On one device it is noticed at once.
		await type(page, tickets[2]!.code);
		await result(page, 'held');
	}
	for (const { page } of [east, west]) {
		await page.context().setOffline(false);
		await ready(page);
	}
	for (const { page } of [east, west]) await page.locator('[data-twice="1"]').waitFor();
	const office = await device({ organizer: true });
	await office.at(door);
	await office.page.locator('[data-doubles="1"]').waitFor();
	// One alone, two of a group, and the ticket used twice counts once.
	await came(office.page, 4);
});

it('a visitor helps themselves at a kiosk, with and without a script, and a screen counts', async () => {
	const screen = await device();
	await screen.at(gates['大屏']!);
	await came(screen.page, 4);
	expect(await screen.page.locator('a').count()).toBe(0);
	const kiosk = await device();
	await kiosk.at(gates['自助机']!);
	expect(await kiosk.page.locator('a').count()).toBe(0);
	await kiosk.page.getByRole('button', { name: '打开摄像头' }).waitFor();
	await type(kiosk.page, tickets[3]!.code);
	await kiosk.page.getByRole('button', { name: '让 2 位入场' }).click();
	await result(kiosk.page, 'in');
	expect(await kiosk.page.locator('main').textContent()).not.toContain('访客');
	await came(screen.page, 6);
	const plain = await device({ javaScriptEnabled: false });
	await plain.at(gates['自助机']!);
	await type(plain.page, tickets[4]!.code);
	await result(plain.page, 'in');
	await came(screen.page, 7);
	expect([...screen.noise, ...kiosk.noise, ...plain.noise]).toEqual([]);
});

it('a kiosk nobody touches starts over, also where something was typed only by half', async () => {
	const { page, at, noise } = await device();
	// The clock of the page goes when it is told to, so that no machine is too slow for this.
	await page.clock.install();
	await at(gates['自助机']!);
	await page.getByRole('button', { name: '打开摄像头' }).waitFor();
	const field = page.getByLabel('输入报名号');
	const lead = page.getByText('把入场码对准摄像头，或者输入报名号。');
	await type(page, 'AAAAAAAA');
	await result(page, 'no');
	await page.clock.runFor(15_000);
	await page.mouse.click(5, 5);
	await page.clock.runFor(19_000);
	expect(await page.locator('[data-result]').count()).toBe(1);
	await page.clock.runFor(1_000);
	await page.locator('[data-result]').waitFor({ state: 'detached' });
	expect(await lead.count()).toBe(1);
	await field.fill('ABCD');
	await page.clock.runFor(19_000);
	expect(await field.inputValue()).toBe('ABCD');
	await page.clock.runFor(1_000);
	await expect.poll(() => page.getByLabel('输入报名号').inputValue()).toBe('');
	expect(noise).toEqual([]);
});

it('a gate that is shut opens nothing any more', async () => {
	const office = await device({ organizer: true });
	await office.at(door);
	await office.page.getByRole('button', { name: '停用“东门”' }).click();
	await office.page.getByText('“东门”已停用。').waitFor();
	const phone = await device();
	await phone.at(gates['东门']!);
	await phone.page.locator('[data-gate=shut]').waitFor();
	expect(await phone.at(`/gate/${'0'.repeat(40)}`)).toBe(404);
	for (const path of Object.values(gates)) {
		const key = path.split('/').at(-1)!;
		expect(served.out().includes(key) || served.err().includes(key)).toBe(false);
	}
});
