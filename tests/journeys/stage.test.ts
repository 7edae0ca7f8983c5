// Long because one evening is led from the draw to the reveal, with and without scripts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit, watch } from '../browser';
import type { Watched } from '../browser';
import { anEdition } from '../contests';
import { demoJurors } from '../jury-world';
import type { ARound } from '../judging';
import { serve } from '../serve';
import type { Served } from '../serve';
import { aStage } from '../stage-world';
import { within } from '../stock';
import { axe, sticksOut, tooSmall, unmarkedChinese } from './look';

// An evening on stage: the order is drawn, three jurors score on their phones, the hall sees a mark
// when it is revealed and not a moment before; the desk works as plain forms too.

const PASSWORD = 'jade-cong-2026-trail';
const SETTINGS = { DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' };
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const WALL = { viewport: { width: 1920, height: 1080 } };
const folder = mkdtempSync(join(tmpdir(), 'liantu-stage-'));
let served: Served;
let browser: Browser;
let scripted: ARound;
let plain: ARound;
const opened: Watched[] = [];

beforeAll(async () => {
	// The sample accounts come with the first start.
	await (await serve({ ...SETTINGS, DATA_DIR: folder })).stop();
	[scripted, plain] = await within(folder, async (db) => {
		const now = Date.now();
		const made: ARound[] = [];
		for (let n = 0; n < 2; n++) {
			const edition = await anEdition(db, { now });
			const of = await demoJurors(db, edition.editionId, 3);
			const plan = { trimming: { high: 1, low: 1, from: 3 } };
			made.push(await aStage(db, { edition, of, plan, now }));
		}
		return made as [ARound, ARound];
	});
	[served, browser] = await Promise.all([serve({ ...SETTINGS, DATA_DIR: folder }), launch()]);
}, 240_000);
afterAll(async () => {
	for (const { close } of opened) await close();
	await browser?.close();
	await served?.stop();
	rmSync(folder, { recursive: true, force: true });
});

async function somebody(options: Parameters<typeof watch>[2] = {}) {
	const watched = await watch(browser, served.origin, options);
	opened.push(watched);
	return {
		...watched,
		at: (path: string) =>
			visit(watched.page, path.startsWith('http') ? path : `${served.origin}${path}`)
	};
}
async function signedIn(who: string, options: Parameters<typeof watch>[2] = {}) {
	const one = await somebody(options);
	const { page } = one;
	await one.at('/login');
	await page.getByLabel('邮箱').fill(`${who}@demo.invalid`);
	await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
	await page.locator('main').getByRole('button', { name: '登录', exact: true }).click();
	await page.waitForURL((url) => !url.pathname.endsWith('/login'));
	return one;
}
const office = ({ editionId, roundId }: ARound) => `/studio/judging/${editionId}/${roundId}/stage`;
const desk = ({ roundId }: ARound) => `/jury/${roundId}/stage`;
const order = ({ edition }: ARound) => `/contests/${edition.contestSlug}/${edition.slug}/order`;
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const ids = ['theme', 'story', 'craft', 'reach'];
const fill = async (page: Page, mark: string) => {
	for (const id of ids) await page.locator(`input[name='marks.${id}']`).fill(mark);
};
/** Every byte a big screen is given: page, page data, and what it asks for again and again. */
const given = async (page: Page, address: string): Promise<string> => {
	const path = new URL(address).pathname;
	const told: string[] = [];
	for (const end of ['', '/__data.json', '/now'])
		told.push(await (await page.request.get(`${served.origin}${path}${end}`)).text());
	return told.join('\n');
};
/** What a page shows of a speaker of the order: the text of a line. */
const linesOf = (page: Page) => page.locator('table[data-total] tbody tr').allInnerTexts();

describe('an evening with scripts', () => {
	let address = '';

	it('goes from the draw to the reveal, and the hall learns nothing before', async () => {
		const lead = await signedIn('organizer', { viewport: { width: 1440, height: 900 } });
		const { page } = lead;
		await lead.at(office(scripted));
		await button(page, '抽签并公布顺序').click();
		await page.getByText('已经抽签，顺序已经公布。').waitFor();
		await button(page, '生成地址').click();
		address = (await page.locator('a[href*="/screen/"]').getAttribute('href'))!;

		const hall = await somebody(WALL);
		await hall.at(address);
		await hall.page.locator('[data-screen=poster]').waitFor();
		await button(page, '出场顺序').click();
		await hall.page.locator('[data-screen=order] li').nth(3).waitFor();

		const phones = await Promise.all(
			['juror1', 'juror2', 'juror3'].map((who) => signedIn(who, PHONE))
		);
		for (const phone of phones) await phone.at(desk(scripted));
		await phones[0]!.page.getByText('台上还没有选手').waitFor();

		await button(page, /^请第 1 位/).click();
		for (const phone of phones) await phone.page.getByText('请听演讲').waitFor();
		await hall.page.locator('[data-screen=speaker]').waitFor();
		await button(page, '开始计时').click();
		await hall.page.getByRole('timer').waitFor();
		await button(page, '开放打分').click();
		for (const [n, mark] of ['71', '88', '97'].entries()) {
			const phone = phones[n]!.page;
			await phone.locator('.mark button').first().waitFor();
			await fill(phone, mark);
			await phone.getByText(/^已保存/).waitFor();
		}
		await page.getByText('3 / 3 位评委已打分').waitFor();
		const main = await page.locator('main').innerText();
		expect(main).not.toMatch(/\b(71|88|97)\b/);

		// A slip is mended on the phone as long as scoring is open.
		await fill(phones[0]!.page, '72');
		await phones[0]!.page.getByText(/^已保存/).waitFor();
		await button(page, '截止打分').click();
		await page.locator('output', { hasText: '88' }).waitFor();
		await phones[0]!.page.getByText('这位选手的打分已经截止').first().waitFor();
		await hall.page.getByText('打分截止').waitFor();
		expect(await given(hall.page, address)).not.toMatch(
			/"?(points|announced|units)"?:["\d]|评委 0/
		);

		// One key shows it: the clicker in the hand of whoever leads.
		await page.locator('h1').first().click();
		await page.keyboard.press('PageDown');
		await hall.page.locator('.final output', { hasText: '88' }).waitFor();
		expect(await hall.page.locator('.mark s').allInnerTexts()).toEqual(['72', '97']);
		await button(page, '目前排名').click();
		await hall.page.locator('[data-screen=ranking] li', { hasText: '88' }).waitFor();
		expect([lead, hall, ...phones].flatMap(({ noise }) => noise)).toEqual([]);
	});

	it('moves who is late to the end, for everybody to see', async () => {
		const lead = await signedIn('organizer', { viewport: { width: 1440, height: 900 } });
		const { page } = lead;
		await lead.at(office(scripted));
		const before = await linesOf(page);
		const row = page.locator('table[data-total] tbody tr').nth(1);
		const number = /7-W-\d+/.exec(before[1]!)![0];
		await row.locator('summary').click();
		await button(page, '排到最后').first().click();
		await page.getByText('请写明原因。').waitFor();
		const again = page.locator('table[data-total] tbody tr').nth(1);
		if (!(await again.locator('input[name=why]').isVisible()))
			await again.locator('summary').click();
		await again.locator('input[name=why]').fill('路上堵车');
		await again.getByRole('button', { name: '排到最后' }).click();
		await page.getByText('第 2 位 → 第 4 位').waitFor();

		const reader = await somebody({ javaScriptEnabled: false });
		await reader.at(order(scripted));
		const lines = await linesOf(reader.page);
		expect(lines[3]).toContain(number);
		expect(lines[3]).toContain('迟到，排到最后');
		expect(await reader.page.locator('main').innerText()).not.toContain('堵车');
		await reader.at(order(scripted).replace('/order', ''));
		await reader.page.getByRole('link', { name: '出场顺序' }).waitFor();
	});

	it('keeps what was typed in a tunnel, and says so where scoring closed meanwhile', async () => {
		const lead = await signedIn('organizer', { viewport: { width: 1440, height: 900 } });
		const phone = await signedIn('juror1', PHONE);
		await lead.at(office(scripted));
		await button(lead.page, /^请第 2 位/).click();
		await button(lead.page, '开放打分').click();
		await phone.at(desk(scripted));
		await phone.page.locator('.mark button').first().waitFor();
		await phone.page.context().setOffline(true);
		await fill(phone.page, '64');
		await phone.page.getByText('网络不通。评分已存在这台设备上').waitFor();
		await phone.page.context().setOffline(false);
		await phone.page.getByText(/^已保存/).waitFor();
		await phone.page.context().setOffline(true);
		await fill(phone.page, '99');
		await phone.page.getByText('网络不通。评分已存在这台设备上').waitFor();
		await lead.page.getByText('1 / 3 位评委已打分').waitFor();
		await lead.page.getByLabel('还有评委没有打分，仍然截止').check();
		await button(lead.page, '截止打分').click();
		await lead.page.locator('output', { hasText: '64' }).waitFor();
		await phone.page.context().setOffline(false);
		await phone.page.getByText('这位选手的打分已经截止，评分没有记入').first().waitFor();
	});

	it('shuts the address of the big screen', async () => {
		const lead = await signedIn('organizer', { viewport: { width: 1440, height: 900 } });
		const hall = await somebody(WALL);
		await hall.at(address);
		await lead.at(office(scripted));
		await button(lead.page, '停用地址').click();
		await lead.page.getByText('地址已经停用。').waitFor();
		await hall.page.locator('[data-screen=gone]').waitFor();
		expect(await hall.at(address)).toBe(404);
	});
});

it('is led and scored with plain forms alone', async () => {
	const off = { javaScriptEnabled: false };
	const lead = await signedIn('organizer', { ...off, viewport: { width: 768, height: 900 } });
	const { page } = lead;
	await lead.at(office(plain));
	await button(page, '抽签并公布顺序').click();
	await page.getByText('已经抽签，顺序已经公布。').waitFor();
	await button(page, '生成地址').click();
	const address = (await page.locator('a[href*="/screen/"]').getAttribute('href'))!;
	await button(page, /^请第 1 位/).click();
	await button(page, '开放打分').click();
	const marks = ['80', '85', '91'];
	for (const [n, who] of ['juror1', 'juror2', 'juror3'].entries()) {
		const phone = await signedIn(who, { ...PHONE, ...off });
		await phone.at(desk(plain));
		await fill(phone.page, marks[n]!);
		await phone.page.getByRole('button', { name: '保存', exact: true }).click();
		await phone.page.getByText(/^已保存/).waitFor();
	}
	await lead.at(office(plain));
	await button(page, '截止打分').click();
	await page.locator('output', { hasText: '85' }).waitFor();
	const hall = await somebody({ ...WALL, ...off });
	await hall.at(address);
	expect(await hall.page.locator('output').count()).toBe(0);
	await button(page, '在大屏幕上亮分').click();
	await page.getByText('已亮分').first().waitFor();
	await hall.at(address);
	await hall.page.locator('.final output', { hasText: '85' }).waitFor();

	// Taken back with a reason, which is kept.
	await page.locator('summary', { hasText: '更正' }).click();
	await page.locator('form.mend input[name=why]').fill('念错了名字');
	await page.locator('form.mend').getByRole('button', { name: '撤回亮分' }).click();
	await page.getByText('念错了名字').waitFor();
	await hall.at(address);
	expect(await hall.page.locator('output').count()).toBe(0);
});

describe('the pages of the stage', () => {
	it('hold what axe asks, fit, and are large for elders, in both languages', async () => {
		const found: string[] = [];
		const lead = await signedIn('organizer', PHONE);
		const phone = await signedIn('juror2', PHONE);
		const pages = [
			[lead, office(scripted)],
			[phone, desk(scripted)],
			[phone, desk(plain)],
			[phone, order(scripted)]
		] as const;
		for (const [{ page, at }, path] of pages) {
			await at(path);
			for (const one of [...(await axe(page)), ...(await sticksOut(page, 360))])
				found.push(`${path}: ${one}`);
			await at(`/en${path}`);
			for (const one of await unmarkedChinese(page)) found.push(`/en${path}: ${one}`);
		}
		for (const [{ page, at }, path] of pages) {
			await page.context().addCookies([{ name: 'mode', value: 'elder', url: served.origin }]);
			await at(path);
			for (const one of [...(await tooSmall(page)), ...(await sticksOut(page, 360))])
				found.push(`elder ${path}: ${one}`);
		}
		expect(found).toEqual([]);
	});
});
