// Long because one juror scores the same entries in every way a juror can, with and without scripts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit, watch } from '../browser';
import type { Watched } from '../browser';
import { juryWorld } from '../jury-world';
import type { ARound } from '../judging';
import { serve } from '../serve';
import type { Served } from '../serve';
import { axe, sticksOut, tooSmall, unmarkedChinese } from './look';

// A juror scores on a phone, with and without scripts, through a tunnel and in two windows; nothing of
// the others reaches them; the office sees how far everybody is, and unlocks.

const PASSWORD = 'jade-cong-2026-trail';
const SETTINGS = { DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' };
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const folder = mkdtempSync(join(tmpdir(), 'liantu-jury-'));
let served: Served;
let browser: Browser;
let round: ARound;
const opened: Watched[] = [];

beforeAll(async () => {
	// The sample accounts come with the first start.
	await (await serve({ ...SETTINGS, DATA_DIR: folder })).stop();
	round = await juryWorld(folder, { count: 8, seconds: 8, watch: 0 });
	[served, browser] = await Promise.all([serve({ ...SETTINGS, DATA_DIR: folder }), launch()]);
}, 240_000);
afterAll(async () => {
	for (const { close } of opened) await close();
	await browser?.close();
	await served?.stop();
	rmSync(folder, { recursive: true, force: true });
});

async function signedIn(
	who: string,
	options: Parameters<typeof watch>[2] = {}
): Promise<Watched & { at: (path: string) => Promise<number> }> {
	const watched = await watch(browser, served.origin, { ...PHONE, ...options });
	opened.push(watched);
	const { page } = watched;
	await visit(page, `${served.origin}/login`);
	await page.getByLabel('邮箱').fill(`${who}@demo.invalid`);
	await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
	await page.locator('main').getByRole('button', { name: '登录', exact: true }).click();
	await page.waitForURL((url) => !url.pathname.endsWith('/login'));
	return { ...watched, at: (path) => visit(page, `${served.origin}${path}`) };
}
const desk = (n?: number) =>
	`/jury/${round.roundId}${n === undefined ? '' : `/${round.entries[n]!.code}`}`;
const field = (page: Page, id: string) => page.locator(`input[name='marks.${id}']`);
const ids = ['theme', 'story', 'craft', 'reach'];
const fill = async (page: Page, marks: readonly string[]) => {
	for (const [at, mark] of marks.entries()) await field(page, ids[at]!).fill(mark);
};
const total = (page: Page) =>
	page.locator('.total output').evaluate((output) => output.textContent!.trim());
/** The page is alive once it has brought the buttons that need a script. */
const alive = (page: Page) => page.locator('.mark button').first().waitFor();
const lock = async (page: Page) => {
	await page.locator('summary', { hasText: '锁定评分' }).click();
	await page.getByRole('button', { name: '确定锁定' }).click();
};

describe('a juror with a phone', () => {
	it('sees the rules, scores, and locks; the total stands exactly as it grows', async () => {
		const { page, at, noise } = await signedIn('juror1');
		await at('/jury');
		await page.getByText('每件作品由 3 位评委评分。').waitFor();
		await page.getByRole('link', { name: '开始评审' }).click();
		await page.getByRole('link', { name: /^评下一件/ }).click();
		await alive(page);
		await fill(page, ['82', '75', '90']);
		expect(await total(page)).toBe('未评完');
		await fill(page, ['82', '75', '90', '61']);
		expect(await total(page)).toBe('79.4');
		await page.getByText(/^已保存/).waitFor();
		await lock(page);
		await page.getByText(/锁定。需要修改请联系主办方解锁。/).waitFor();
		await at(desk());
		await page.getByText('已锁定 1 件').first().waitFor();
		expect(noise).toEqual([]);
	});

	it('is told what is wrong beside the field, and nothing is lost', async () => {
		const { page, at } = await signedIn('juror1');
		await at(desk(1));
		await alive(page);
		await fill(page, ['101', '75']);
		await page
			.locator('fieldset', { hasText: '主题立意' })
			.getByText('请填 0 到 100 之间的分数。')
			.waitFor();
		await page.getByText('有填写不对的地方').waitFor();
		await field(page, 'theme').fill('10');
		await page.getByText(/^已保存/).waitFor();
		await at(desk(1));
		expect(await field(page, 'story').inputValue()).toBe('75');
	});

	it('loses nothing in a tunnel: what was typed goes out with the line, even after the page closed', async () => {
		const { page, at } = await signedIn('juror1');
		await at(desk(2));
		await alive(page);
		await page.context().setOffline(true);
		await fill(page, ['66', '67']);
		await page.getByText('网络不通。评分已存在这台设备上').waitFor();
		await page.context().setOffline(false);
		await page.getByText(/^已保存/).waitFor();

		await page.context().setOffline(true);
		await fill(page, ['70', '71']);
		await page.getByText('网络不通。评分已存在这台设备上').waitFor();
		const kept = await page.evaluate(() =>
			Object.entries(localStorage).filter(([name]) => name.startsWith('jury '))
		);
		expect(kept).toHaveLength(1);
		await page.goto('about:blank');
		await page.context().setOffline(false);
		await at('/jury');
		// The page may have found the line again while it was left; here it did not.
		await page.evaluate(
			([[name, value]]) => localStorage.setItem(name!, value!),
			kept as [[string, string]]
		);
		await at('/jury');
		await page.getByText('这台设备上还有 1 份评分没有送到服务器').waitFor();
		await at(desk(2));
		await alive(page);
		// Sent by the page as it was left, or by this one: it is there, and this device keeps nothing.
		await page.waitForFunction(
			() => !Object.keys(localStorage).some((name) => name.startsWith('jury '))
		);
		await at(desk(2));
		expect(await field(page, 'theme').inputValue()).toBe('70');
		await at('/jury');
		await page.locator('h1').waitFor();
		expect(await page.getByText('份评分没有送到服务器').count()).toBe(0);
	});

	it('is shown both where two windows say different things, and chooses', async () => {
		const { page, at } = await signedIn('juror1');
		await at(desk(3));
		await alive(page);
		const other = await page.context().newPage();
		await visit(other, `${served.origin}${desk(3)}`);
		await alive(other);
		await fill(page, ['50']);
		await page.getByText(/^已保存/).waitFor();
		await fill(other, ['60']);
		await other.getByText('两处填写不一样').waitFor();
		expect(await other.locator('.clash tbody').innerText()).toMatch(/主题立意\s+60\s+50/);
		await other.getByRole('button', { name: '用这里填的' }).click();
		await other.getByText(/^已保存/).waitFor();
		await at(desk(3));
		expect(await field(page, 'theme').inputValue()).toBe('60');
	});

	it('notes a moment, jumps back to it, and its watching is counted', async () => {
		const { page, at } = await signedIn('juror1');
		await at(desk(4));
		await alive(page);
		await page.getByRole('button', { name: '播放', exact: true }).click();
		await page.waitForFunction(() => document.querySelector('video')!.currentTime > 3);
		await page.getByRole('button', { name: /^在 0:0\d 记一条/ }).click();
		await page.getByLabel('写什么').fill('这里的细节好');
		await page.getByRole('button', { name: '记下' }).click();
		await page.getByText('这里的细节好').waitFor();
		await page.waitForFunction(() => document.querySelector('video')!.ended);
		await page.getByRole('button', { name: /^跳到 0:0\d/ }).click();
		expect(
			await page.waitForFunction(() => document.querySelector('video')!.currentTime < 7)
		).toBeTruthy();
		await page.getByText('已看 100%').waitFor();
	});

	it('stands apart from an entry, which is gone from then on', async () => {
		const { page, at } = await signedIn('juror1');
		await at(desk(5));
		const film = await page.locator('video').getAttribute('src');
		await page.getByText('回避这件作品').click();
		await page.getByLabel('回避原因').fill('认识作者');
		await page.getByRole('button', { name: '确定回避' }).click();
		await page.getByText(`已回避作品 ${round.entries[5]!.code}。`).waitFor();
		const status = (path: string) =>
			page.request.get(`${served.origin}${path}`).then((answer) => answer.status());
		expect(await status(desk(5))).toBe(404);
		expect(await status(film!)).toBe(404);
		expect(await status(`${desk()}/ZZZZ`)).toBe(404);
	});
});

it('without JavaScript everything is a form: scoring, two versions, locking, notes, recusal', async () => {
	const { page, at } = await signedIn('juror2', { javaScriptEnabled: false });
	await at(desk(0));
	await fill(page, ['80', '81']);
	await page.getByRole('button', { name: '保存', exact: true }).click();
	await page.getByText(/^已保存/).waitFor();
	// An older form is never written over what stands.
	const old = await page.context().newPage();
	await visit(old, `${served.origin}${desk(0)}`);
	await fill(page, ['80', '81', '82', '83']);
	await page.getByRole('button', { name: '保存', exact: true }).click();
	await page.getByText(/^已保存/).waitFor();
	await fill(old, ['10']);
	await old.getByRole('button', { name: '保存', exact: true }).click();
	await old.getByText('两处填写不一样').waitFor();
	await old.getByRole('link', { name: '用服务器上的' }).click();
	expect(await field(old, 'theme').inputValue()).toBe('80');
	await lock(old);
	await old.getByText(/锁定。需要修改请联系主办方解锁。/).waitFor();
	await at(desk(1));
	await page.getByLabel('写什么').fill('记一条');
	await page.getByLabel('时间（分:秒）').fill('0:03');
	await page.getByRole('button', { name: '记下' }).click();
	await page.getByText('记一条', { exact: true }).waitFor();
	await page.locator('summary', { hasText: '回避这件作品' }).click();
	await page.getByLabel('回避原因').fill('认识作者');
	await page.getByRole('button', { name: '确定回避' }).click();
	await page.getByText(/^已回避作品/).waitFor();
});

it('declares what to stand apart from, once and again', async () => {
	const { page, at } = await signedIn('juror3', { javaScriptEnabled: false });
	await at('/jury');
	await page.getByRole('link', { name: '去申报' }).click();
	const own = page.locator('section', { hasText: '测试大赛' });
	await own.getByRole('button', { name: '保存申报' }).click();
	await own.getByText('没有的，请勾选').waitFor();
	await own.locator('[name=unit]').fill('某某中学');
	await own.getByRole('button', { name: '保存申报' }).click();
	await page.getByText('申报已保存。').waitFor();
	await at('/jury');
	await page.locator('section li', { hasText: '测试' }).getByText('已申报').waitFor();
	await page.getByRole('link', { name: '修改申报' }).waitFor();
});

describe('what others score', () => {
	/**
	 * An answer as it came, whole, without what is new with every answer: the nonce, the key of a form,
	 * the clock, and a tag that is a hash over these.
	 */
	const read = async (page: Page, path: string): Promise<string> => {
		const answer = await page.request.get(`${served.origin}${path}`, {
			headers: { 'accept-encoding': 'identity' }
		});
		const text = await answer.text();
		const fresh = /nonce="|"key":|"now":/.test(text);
		const headers = Object.entries(answer.headers()).filter(
			([name]) =>
				!['date', 'content-security-policy', 'x-request-id'].includes(name) &&
				!(fresh && name === 'etag')
		);
		const at = /^\{.*"task":\d+,"key":(\d+)/.exec(text)?.[1];
		const body = text
			.replace(/nonce="[^"]*"/g, '')
			.replace(/(name="key" value=|\bkey:)"[0-9a-v]{20}"/g, '$1')
			.replace(/\bnow:\d+/g, '')
			.replace(at ? dataKey(text, Number(at)) : '', '');
		return [answer.status(), ...headers.map((pair) => pair.join(': ')), body].join('\n');
	};
	/** The key of a form in page data, where every value has a number. */
	const dataKey = (text: string, at: number): string => {
		const { nodes } = JSON.parse(text) as { nodes: ({ data: unknown[] } | null)[] };
		return JSON.stringify(nodes.at(-1)!.data[at]);
	};

	it('changes no byte of pages, page data or headers of a juror', async () => {
		const { page } = await signedIn('juror1');
		const paths = ['/jury', desk(), ...[0, 1, 2, 6].map(desk)];
		const all = paths.flatMap((path) => [path, `${path}/__data.json`]);
		const before = await Promise.all(all.map((path) => read(page, path)));
		const { page: other, at } = await signedIn('juror3');
		for (const n of [0, 1, 2, 6]) {
			await at(desk(n));
			await alive(other);
			await fill(other, ['91', '92', '93', '94']);
			await other.getByText(/^已保存/).waitFor();
			await lock(other);
			await other.getByText(/锁定。需要修改请联系主办方解锁。/).waitFor();
		}
		const after = await Promise.all(all.map((path) => read(page, path)));
		expect(after).toEqual(before);
	});
});

it('the office sees how far jurors are and no score, reminds them, and unlocks with a reason', async () => {
	const { page, at } = await signedIn('organizer', { viewport: { width: 1440, height: 900 } });
	await at(`/studio/judging/${round.editionId}/${round.roundId}/progress`);
	expect(await page.locator('main table, table:has(tfoot)').first().innerText()).not.toMatch(
		/79\.4|92\.\d/
	);
	await page.getByRole('button', { name: '提醒没评完的评委' }).click();
	await page.getByText(/已把 \d 封提醒放进发件箱。/).waitFor();
	await page.getByLabel('作品编号').fill(round.entries[0]!.code.toLowerCase());
	await page.getByLabel('理由').fill('评委误锁');
	await page.locator('select[name=juror]').selectOption({ label: '评委 01' });
	await page.getByRole('button', { name: '解锁评分' }).click();
	await page.getByText('已解锁评委 01').waitFor();
	const juror = await signedIn('juror1');
	await juror.at(desk(0));
	await juror.page.getByText('我的评分历史').click();
	await juror.page.getByText('理由：评委误锁').waitFor();
});

describe('the pages of the desk', () => {
	it('hold what axe asks, fit a narrow screen, and are large for elders, in both languages', async () => {
		const { page, at } = await signedIn('juror1');
		const found: string[] = [];
		for (const path of ['/jury', '/jury/ties', desk(), desk(0), desk(6), `${desk()}/sheet`]) {
			await at(path);
			for (const one of [...(await axe(page)), ...(await sticksOut(page, 360))])
				found.push(`${path}: ${one}`);
			await at(`/en${path}`);
			for (const one of await unmarkedChinese(page)) found.push(`/en${path}: ${one}`);
		}
		await page.context().addCookies([{ name: 'mode', value: 'elder', url: served.origin }]);
		for (const path of ['/jury', desk(), desk(6)]) {
			await at(path);
			for (const one of [...(await tooSmall(page)), ...(await sticksOut(page, 360))])
				found.push(`elder ${path}: ${one}`);
		}
		expect(found).toEqual([]);
	});
});
