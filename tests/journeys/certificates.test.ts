import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close, open } from '$lib/server/db/open';
import { people } from '$lib/server/db/schema';
import { launch, visit, watch } from '../browser';
import type { Watched } from '../browser';
import { awarded } from '../certificates';
import { anEdition } from '../contests';
import { photo } from '../media';
import { drawn, draws } from '../paper';
import { serve } from '../serve';
import type { Served } from '../serve';
import { axe, sticksOut, unmarkedChinese } from './look';

// An organizer looks at the design, changes it and issues; a winner takes the certificate; anybody
// checks its code; it is revoked, and whoever checks again sees that at once.

const PASSWORD = 'jade-cong-2026-trail';
const SETTINGS = { DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' };
const folder = mkdtempSync(join(tmpdir(), 'liantu-certificates-'));
let served: Served;
let browser: Browser;
/** One edition for each way of walking, with the entry that won. */
const won: { edition: string; entry: string }[] = [];

beforeAll(async () => {
	// The sample accounts come with the first start.
	await (await serve({ ...SETTINGS, DATA_DIR: folder })).stop();
	const db = await open(`file:${join(folder, 'liantu.db')}`, { migrations: 'drizzle' });
	const [owner] = await db
		.select()
		.from(people)
		.where(eq(people.email, 'contestant1@demo.invalid'));
	for (let n = 0; n < 2; n++) {
		const edition = await anEdition(db);
		const [entry] = await awarded(db, edition, [
			{ names: ['𠮷田䶮', '王㛃'], title: '溪水清清照廉心', owner: owner!.id },
			{ names: ['李\u{e000}青'], title: '一盏茶' },
			{ unit: '瓶窑镇某某村', names: [], title: '村口的账本' }
		]);
		won.push({ edition: edition.editionId, entry: entry! });
	}
	close(db);
	[served, browser] = await Promise.all([serve({ ...SETTINGS, DATA_DIR: folder }), launch()]);
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
	rmSync(folder, { recursive: true, force: true });
});

describe.each([
	['with JavaScript', true],
	['without JavaScript', false]
])('%s', (_, javaScriptEnabled) => {
	const opened: Watched[] = [];
	afterAll(async () => {
		for (const { close } of opened) await close();
	});
	const mine = () => won[javaScriptEnabled ? 0 : 1]!;
	const root = () => `/studio/judging/${mine().edition}/certificates`;

	async function opens(): Promise<Page> {
		const watched = await watch(browser, served.origin, {
			javaScriptEnabled,
			acceptDownloads: true,
			viewport: { width: 1440, height: 900 }
		});
		opened.push(watched);
		return watched.page;
	}
	async function signedIn(who: string, next: string): Promise<Page> {
		const page = await opens();
		await visit(page, `${served.origin}/login?next=${encodeURIComponent(next)}`);
		await page.getByLabel('邮箱').fill(`${who}@demo.invalid`);
		await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
		await page.locator('main').getByRole('button', { name: '登录', exact: true }).click();
		await page.waitForURL(`${served.origin}${next}`);
		return page;
	}
	async function taken(page: Page, name: string): Promise<Buffer> {
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('link', { name }).first().click()
		]);
		return readFileSync(await download.path());
	}

	const seal = { name: '印章.png', mimeType: 'image/png', buffer: Buffer.alloc(0) as Buffer };
	beforeAll(async () => {
		seal.buffer = await photo(80, 80, { format: 'png', seed: javaScriptEnabled ? 5 : 6 });
	});

	it('a certificate is designed, issued, taken, checked, revoked and checked again', async () => {
		const page = await signedIn('organizer', `${root()}/design`);
		if (javaScriptEnabled) {
			// The award is moved by mouse and by keys, and a number follows each.
			const handle = page.locator('[data-handle=award]');
			await handle.waitFor();
			const number = page.locator('[name="award.x"]');
			const before = Number(await number.inputValue());
			await page.locator('[data-fold=award] summary').click();
			await page.locator('[data-fold=award] .mover').focus();
			await page.keyboard.press('ArrowRight');
			await page.keyboard.press('Shift+ArrowRight');
			expect(Number(await number.inputValue())).toBe(before + 6);
			const box = (await handle.boundingBox())!;
			await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
			await page.mouse.down();
			await page.mouse.move(box.x + box.width / 2 - 60, box.y + box.height / 2, { steps: 3 });
			await page.mouse.up();
			expect(Number(await number.inputValue())).toBeLessThan(before);
			await page.getByRole('button', { name: '撤销' }).click();
			expect(Number(await number.inputValue())).toBe(before + 6);
		}
		// A seal is sent in on the page itself, and nothing typed is lost by it.
		await page.locator('[name="award.size"]').evaluate((field: HTMLElement) => {
			for (let up = field.parentElement; up; up = up.parentElement)
				if (up instanceof HTMLDetailsElement) up.open = true;
		});
		await page.locator('[name="award.size"]').fill('31');
		await page.getByLabel('图片文件').setInputFiles(seal);
		if (javaScriptEnabled) {
			// What is missing is said beside its field, and the file stays chosen.
			await page.getByRole('button', { name: '上传', exact: true }).click();
			await page.locator('#u-alt-problem').waitFor();
		}
		await page.getByLabel('图片说明').fill('某某单位印章');
		await page.getByLabel('使用依据').selectOption('own');
		await page.getByRole('button', { name: '上传', exact: true }).click();
		await page.getByText('印章图片已经收进媒体库并选上').waitFor();
		await expect
			.poll(() => page.locator('[name="seal.asset"]').inputValue())
			.toMatch(/^[0-9a-v]{20}$/);
		expect(await page.locator('[name="award.size"]').inputValue()).toBe('31');
		// A fold opens without scripts too.
		await page.locator('[data-fold=issuer] summary').click();
		await page.locator('[name="issuer.text"]').fill('余杭区某某办公室');
		await page.getByRole('button', { name: '保存为新版本' }).click();
		await page.getByText('已保存为第 1 版。').waitFor();
		const sample = await taken(page, '下载样张 PDF');
		expect(sample.subarray(0, 5).toString()).toBe('%PDF-');

		await visit(page, served.origin + root());
		await page.getByText('待颁发 3 张').waitFor();
		await page.getByText('U+E000').waitFor();
		await page.getByLabel('这几张先不颁发，其余照常颁发').check();
		await page.getByLabel('知道结果还可能变化，先行颁发').check();
		await page.getByRole('button', { name: '颁发 2 张证书' }).click();
		await page.getByText('已颁发 2 张证书。').waitFor();
		await page.getByRole('button', { name: '发送 1 张证书的领取通知' }).click();
		await page.getByText('已写好 1 张证书的领取通知').waitFor();
		const archive = await taken(page, '全部打包下载');
		expect([archive.subarray(0, 2).toString(), archive.includes(Buffer.from('一等奖/'))]).toEqual([
			'PK',
			true
		]);

		const own = `/account/entries/${mine().entry}`;
		const winner = await signedIn('contestant1', own);
		await winner.getByRole('link', { name: '获奖证书' }).click();
		await winner.waitForURL(`${served.origin}${own}/certificates`);
		const pdf = await taken(winner, '下载“一等奖”证书');
		expect(pdf.equals(await taken(winner, '下载“一等奖”证书'))).toBe(true);
		if (draws) expect(await drawn(pdf)).toBeGreaterThan(3000);
		const code = (await winner.locator('.code').first().textContent())!.trim();
		expect(code).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);

		const stranger = await opens();
		await visit(stranger, `${served.origin}/verify`);
		const typed = async (text: string) => {
			await stranger.getByLabel('查验码').fill(text);
			await stranger.getByRole('button', { name: '查验' }).click();
		};
		const wrong = code.replace(/.$/, (sign) => (sign === '0' ? '1' : '0'));
		await typed(wrong);
		await stranger.getByText('校验位对不上').waitFor();
		await typed(code.toLowerCase().replaceAll('-', ' '));
		await stranger.waitForURL(`${served.origin}/verify/${code}`);
		await stranger.locator('[data-state=holds]').waitFor();
		const told = (await stranger.locator('main').textContent())!;
		expect([told.includes('溪水清清照廉心'), told.includes('𠮷**'), told.includes('𠮷田')]).toEqual(
			[true, true, false]
		);
		// Nobody but its people and the office gets the paper.
		for (const path of [`${own}/certificates`, `${root()}/all.zip`])
			expect(
				(await stranger.request.get(served.origin + path, { maxRedirects: 0 })).status()
			).not.toBe(200);

		await page.locator('tbody th a').first().click();
		await page.getByRole('heading', { name: '证书内容' }).waitFor();
		await page.getByLabel('撤销奖项').check();
		await page.locator('#why').fill('评选结果更正');
		await page.getByRole('button', { name: '下一步' }).click();
		await page.getByText('这一步不能撤回').waitFor();
		await page.getByRole('button', { name: '确认作废' }).click();
		await page.getByText('证书已作废。').waitFor();

		await visit(stranger, `${served.origin}/verify/${code}`);
		await stranger.locator('[data-state=revoked]').waitFor();
		await stranger.getByText('主办单位撤销了这个奖项').waitFor();
		await visit(winner, `${served.origin}${own}/certificates`);
		expect(await winner.getByRole('link', { name: /^下载/ }).count()).toBe(0);
	});

	if (javaScriptEnabled)
		it.each(['', '/design'])(
			'the page %j of certificates is for everybody who works there',
			async (path) => {
				const page = await signedIn('organizer', root() + path);
				if (path) await page.locator('[data-handle]').first().waitFor();
				expect(await axe(page)).toEqual([]);
				expect(await sticksOut(page, 360)).toEqual([]);
				await visit(page, `${served.origin}/en${root()}${path}`);
				expect(await unmarkedChinese(page)).toEqual([]);
			}
		);

	if (javaScriptEnabled)
		it.each(['/verify', '/verify/0000-0000-0000-0000-0000'])(
			'%s is for everybody',
			async (path) => {
				const page = await opens();
				expect(await visit(page, served.origin + path)).toBe(200);
				expect(await axe(page)).toEqual([]);
				expect(await sticksOut(page, 360)).toEqual([]);
				await visit(page, `${served.origin}/en${path}`);
				expect(await unmarkedChinese(page)).toEqual([]);
			}
		);

	it('nothing is said on the console, and nothing asked elsewhere', () => {
		expect(opened.flatMap(({ noise }) => noise)).toEqual([]);
	});
});
