// Long because one journey from the call to an entry that was passed.
import { mkdtempSync, rmSync, truncateSync, copyFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openKeys, unseal } from '$lib/server/keys';
import { sealedFor } from '$lib/server/mail';
import { launch, visit, watch } from '../browser';
import { anEdition, anEntry, aPlan, content } from '../contests';
import type { AnEdition } from '../contests';
import { film, pathFor } from '../films';
import { signedIn, somebody } from '../people';
import { serve } from '../serve';
import type { Served } from '../serve';
import { lookInto } from '../uploads-real';
import { axe, sticksOut } from './look';

// The whole way of a work: from the call over a line that breaks and a film that breaks the rules to
// its number, back from the office once, corrected, and passed.

const MB = 1024 * 1024;
const PASSWORD = 'seven herons over the Tiao';
const folder = mkdtempSync(join(tmpdir(), 'liantu-contest-'));
let served: Served;
let browser: Browser;
let edition: AnEdition;
/** Sessions of the office, and of somebody whose work is submitted already. */
let office = '';
let other = { cookie: '', entryId: '' };
/** Upright where a film must lie; broken off in the middle; and as it should be. */
let upright = '';
let broken = '';
let good = '';

beforeAll(async () => {
	const now = Date.now();
	await lookInto(folder, async (db) => {
		const plan = aPlan({}, now);
		const limits = plan.categories[0]!.film!;
		Object.assign(limits, {
			minSeconds: 5,
			minShortSide: 180,
			minBitrate: null,
			severity: { ...limits.severity, ratio: 'fail' }
		});
		for (const { materials } of plan.categories)
			for (const material of materials)
				if (material.id === 'film') material.required = materials === plan.categories[0]!.materials;
		edition = await anEdition(db, { plan, now });
		const organizer = await somebody(db, { name: '大赛办', roles: ['organizer'] });
		office = await signedIn(db, organizer, { now, strong: true });
		const owner = await somebody(db, { name: '王', email: 'wang@example.cn' });
		const entry = await anEntry(db, edition, {
			owner,
			now,
			state: 'submitted',
			category: 'video',
			content: content({ synopsis: '说不清楚的简介。' })
		});
		other = { cookie: await signedIn(db, owner, { now }), entryId: entry.id };
	});
	// Steady bits make a film as long on the line as a real one.
	const steady = ['-crf', '-1', '-b:v', '24M', '-minrate', '24M', '-maxrate', '24M'];
	const args = [...steady, '-bufsize', '24M', '-x264-params', 'nal-hrd=cbr:filler=1'];
	[served, browser, upright, good] = await Promise.all([
		serve({ DATA_DIR: folder, DEMO: 'off', LOG_LEVEL: 'warn' }),
		launch(),
		film({ size: [180, 320], name: '竖拍.mp4' }),
		film({ seconds: 8, args: [...args, '-movflags', '+faststart'], name: '清风过苕溪.mp4' })
	]);
	broken = pathFor('断尾.mp4');
	copyFileSync(good, broken);
	truncateSync(broken, Math.floor(statSync(good).size / 2));
	openKeys(folder);
}, 240_000);

afterAll(async () => {
	await browser?.close();
	await served?.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** The newest mail to somebody, and its link. */
async function mailTo(email: string): Promise<{ text: string; link: string }> {
	const client = createClient({ url: `file:${folder}/liantu.db` });
	try {
		const { rows } = await client.execute({
			sql: 'SELECT id, body FROM outbox WHERE "to" = ? ORDER BY rowid DESC LIMIT 1',
			args: [email]
		});
		const text = unseal(String(rows[0]!.body), sealedFor(String(rows[0]!.id))) ?? '';
		return { text, link: /http:\/\/\S+/.exec(text)![0] };
	} finally {
		client.close();
	}
}

const press = async (page: Page, name: string, at: string | RegExp) => {
	await Promise.all([
		page.waitForURL(at),
		page.locator('main').getByRole('button', { name, exact: true }).click()
	]);
	await page.waitForLoadState();
};
const come = async (page: Page, cookie: string) =>
	page.context().addCookies([{ name: 'liantu', value: cookie, url: served.origin }]);

/** The office decides about the entry that is open, and the list or the next one follows. */
async function decide(page: Page, deed: string, button: string): Promise<void> {
	const form = page.locator('#decision form');
	await form.locator(`[name=deed][value=${deed}]`).check();
	if (deed === 'return') {
		await form.locator('[name=return-reason][value=text-unclear]').check();
		await form.locator('[name=note]').fill('请把简介写得更清楚。');
	}
	await Promise.all([
		page.waitForURL(/done=/),
		form.locator('button.confirm', { hasText: button }).click()
	]);
	await page.waitForLoadState();
}

it('a work goes its whole way, over a line that breaks and a film that breaks the rules', async () => {
	const email = 'li@example.cn';
	const { page, noise, close } = await watch(browser, served.origin, {
		viewport: { width: 360, height: 800 }
	});
	const seen: unknown[] = [];
	const look = async () => void seen.push(...(await axe(page)), ...(await sticksOut(page, 360)));
	const call = `/contests/${edition.contestSlug}/${edition.slug}`;
	const main = page.locator('main');

	await visit(page, `${served.origin}/contests`);
	await look();
	await visit(page, served.origin + call);
	await look();
	await main.getByRole('link', { name: '我要参赛' }).first().click();
	await page.waitForURL('**/enter');
	await main.getByRole('link', { name: '注册' }).click();
	await page.waitForURL('**/register');
	await page.getByLabel('邮箱').fill(email);
	await press(page, '发送确认信', '**/register');
	await visit(page, (await mailTo(email)).link);
	await page.getByLabel('称呼').fill('李（测试）');
	await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
	await press(page, '完成注册', '**/account');

	await visit(page, `${served.origin}${call}/enter`);
	await page.locator('input[name=category][value=film]').check();
	await page.locator('input[name=channel][value=person]').check();
	await press(page, '建立草稿，开始填写', '**/work');
	const root = page.url().replace(/\/work$/, '');
	await page.getByLabel('作品名称').fill('清风过苕溪');
	await page.locator('#synopsis').fill('一条溪，三代人。');
	await press(page, '保存，下一步', '**/crew');
	await page.locator('[name="crew.0.name"]').fill('李青');
	await press(page, '保存，下一步', '**/contact');
	await page.locator('[name="contact.name"]').fill('李青');
	await page.locator('[name="contact.phone"]').fill('13800000000');
	await press(page, '保存，下一步', '**/materials');

	// A film that lies the wrong way is told before a byte of it is sent.
	const films = page.locator('[id="file.film"]');
	const input = films.locator('.uploader input[type=file]');
	await input.waitFor({ state: 'attached' });
	await input.setInputFiles(upright);
	await films.getByText('这个文件不符合要求').waitFor();
	await look();

	// One that breaks off in the middle looks well until it is read to its end: the inspection says so.
	const line = await page.context().newCDPSession(page);
	const conditions = (offline: boolean, speed = -1) =>
		line.send('Network.emulateNetworkConditions', {
			offline,
			latency: 0,
			downloadThroughput: -1,
			uploadThroughput: speed
		});
	await input.setInputFiles(broken);
	await films.locator('.files li.bad').waitFor({ timeout: 90_000 });
	expect(await films.locator('.files').innerText()).toContain('文件不完整或已损坏');
	await look();
	await films.getByRole('button', { name: /^移除/ }).click();
	await films.locator('.files .none').waitFor();

	// The right one meets a line that is cut in the middle.
	await conditions(false, 6 * MB);
	await input.setInputFiles(good);
	await expect
		.poll(() => films.locator('progress').getAttribute('value').then(Number), { timeout: 30_000 })
		.toBeGreaterThan(25);
	const calm = noise.length;
	await conditions(true);
	await films.locator('.going[data-stage=away]').waitFor();
	await conditions(false);
	await films.locator('.files strong').waitFor({ timeout: 60_000 });
	// What Chromium says of a line that is cut is no fault of the page.
	const cut = noise.splice(calm);
	expect(cut.filter((said) => !/ERR_INTERNET_DISCONNECTED|ERR_NETWORK/.test(said))).toEqual([]);
	await films.locator('.state.passed, .state.warned').waitFor({ timeout: 90_000 });

	await visit(page, `${root}/statements`);
	await page.locator('[name="ai.used"][value=no]').check();
	for (const box of await page.locator('[name=agreed]').all()) await box.check();
	await press(page, '保存，下一步', '**/check');
	await page.locator('[name=sure]').check();
	await press(page, '提交作品', /submitted/);
	const number = '7-W-0001';
	expect(await page.locator('[data-number]').getAttribute('data-number')).toBe(number);
	expect((await mailTo(email)).text).toContain(number);
	await look();

	// The office finds it in its queue and gives it back.
	const desk = await watch(browser, served.origin, { viewport: { width: 1280, height: 900 } });
	await come(desk.page, office);
	await visit(desk.page, `${served.origin}/studio/entries`);
	await desk.page.locator('th[scope=row] a', { hasText: '清风过苕溪' }).click();
	await desk.page.waitForURL(/\/studio\/entries\/[^?]+/);
	expect(await desk.page.locator('h1').innerText()).toContain('清风过苕溪');
	const opened = desk.page.url();
	await decide(desk.page, 'return', '确定退回');
	expect((await mailTo(email)).text).toContain('请把简介写得更清楚');

	// Who made it reads why, corrects it under the same number, and it passes.
	await visit(page, root);
	expect(await main.innerText()).toContain('名称或者简介需要修改');
	expect(await main.innerText()).toContain('请把简介写得更清楚。');
	await look();
	await visit(page, `${root}/work`);
	await page.locator('#synopsis').fill('一条溪边的三代人，怎样守住一盏灯。');
	await press(page, '保存', /work/);
	await visit(page, `${root}/check`);
	await page.locator('[name=sure]').check();
	await press(page, '提交更正', /submitted/);
	expect(await page.locator('[data-number]').getAttribute('data-number')).toBe(number);

	await visit(desk.page, opened);
	expect(await desk.page.locator('#form').innerText()).toContain('怎样守住一盏灯');
	await decide(desk.page, 'pass', '确定通过');
	await visit(page, root);
	expect(await main.innerText()).toContain('通过资格审查');
	await look();
	expect([noise, desk.noise, seen]).toEqual([[], [], []]);
	await Promise.all([close(), desk.close()]);
}, 400_000);

it('the office and who made a work come to an end without any script too', async () => {
	const plain = { javaScriptEnabled: false, viewport: { width: 768, height: 900 } };
	const desk = await watch(browser, served.origin, plain);
	const mine = await watch(browser, served.origin, plain);
	await come(desk.page, office);
	await come(mine.page, other.cookie);
	const at = `${served.origin}/studio/entries/${other.entryId}`;
	const root = `${served.origin}/account/entries/${other.entryId}`;

	await visit(desk.page, at);
	await decide(desk.page, 'return', '确定');
	await visit(mine.page, root);
	expect(await mine.page.locator('main').innerText()).toContain('名称或者简介需要修改');
	await visit(mine.page, `${root}/work`);
	await mine.page.locator('#synopsis').fill('现在说清楚了。');
	await press(mine.page, '保存', /work/);
	await visit(mine.page, `${root}/statements`);
	await mine.page.locator('[name="ai.used"][value=no]').check();
	for (const box of await mine.page.locator('[name=agreed]').all()) await box.check();
	await press(mine.page, '保存，下一步', '**/check');
	await mine.page.locator('[name=sure]').check();
	await press(mine.page, '提交更正', /submitted/);

	await visit(desk.page, at);
	expect(await desk.page.locator('#form').innerText()).toContain('现在说清楚了');
	await decide(desk.page, 'pass', '确定');
	await visit(mine.page, root);
	expect(await mine.page.locator('main').innerText()).toContain('通过资格审查');
	expect([desk.noise, mine.noise]).toEqual([[], []]);
	await Promise.all([desk.close(), mine.close()]);
});
