// Long because one journey of two officers through the same queue, with and without scripts.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { and, eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close, open } from '$lib/server/db/open';
import {
	agreements,
	editions,
	entries,
	entryLines,
	entryVersions,
	people,
	statements
} from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { launch, visit, watch } from '../browser';
import type { Watched } from '../browser';
import { serve } from '../serve';
import type { Served } from '../serve';
import { axe, sticksOut, tooSmall, unmarkedChinese } from './look';

// The office finds an entry in its queue, returns it with a reason, its people correct it, and it
// passes; several pass at once; where two must agree, two agree.

const PASSWORD = 'jade-cong-2026-trail';
const SETTINGS = { DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' };
const EDITION = 'synedition0000000001';
const TWO = 'synedition0000000002';
const folder = mkdtempSync(join(tmpdir(), 'liantu-eligibility-'));
let served: Served;
let browser: Browser;
/** Ids of entries: one of contestant1 that waits, one of the edition where two must agree. */
let mine = '';
let shared = '';

beforeAll(async () => {
	const env = { ...process.env, DATA_DIR: folder };
	await promisify(execFile)(process.execPath, ['build/bin/seed.js', '--entries', '120'], { env });
	// The sample accounts come with the first start.
	await (await serve({ ...SETTINGS, DATA_DIR: folder })).stop();
	await arrange();
	[served, browser] = await Promise.all([serve({ ...SETTINGS, DATA_DIR: folder }), launch()]);
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** Gives one entry to a contestant, and makes an edition where two officers have to agree. */
async function arrange(): Promise<void> {
	const db = await open(`file:${join(folder, 'liantu.db')}`, { migrations: 'drizzle' });
	const waits = await db
		.select()
		.from(entries)
		// Of the other category than the lists below are about, so that nobody else decides on them.
		.where(
			and(
				eq(entries.state, 'submitted'),
				eq(entries.channel, 'person'),
				eq(entries.categoryId, 'video')
			)
		)
		.limit(2);
	[mine, shared] = [waits[0]!.id, waits[1]!.id];
	const [one] = await db.select().from(people).where(eq(people.email, 'contestant1@demo.invalid'));
	await write(db, async (tx) => {
		await tx.update(entries).set({ ownerId: one!.id }).where(eq(entries.id, mine));
		const texts = await tx.select().from(statements).where(eq(statements.editionId, EDITION));
		await tx
			.insert(agreements)
			.values(texts.map(({ id }) => ({ entryId: mine, statementId: id, at: 1 })));
		const content = {
			...waits[0]!.content,
			town: 'liangzhu',
			contact: { name: '合成', phone: '0571-88880000', email: '', address: null }
		};
		await tx.update(entries).set({ content }).where(eq(entries.id, mine));
		await tx.update(entryVersions).set({ content }).where(eq(entryVersions.entryId, mine));
		const [edition] = await tx.select().from(editions).where(eq(editions.id, EDITION));
		const plan = { ...edition!.plan!, eligibility: { twoPersons: true } };
		await tx.insert(editions).values({
			...edition!,
			...{ id: TWO, slug: 'two', ordinal: 98, titleZh: '合成届（双人）', plan }
		});
		await tx.update(entries).set({ editionId: TWO }).where(eq(entries.id, shared));
		await tx.update(entryLines).set({ editionId: TWO }).where(eq(entryLines.entryId, shared));
	});
	close(db);
}

/** The page promises its keys once it listens to them. */
const alive = (page: Page) => page.waitForSelector('header kbd', { state: 'attached' });

describe.each([
	['with JavaScript', true],
	['without JavaScript', false]
])('%s', (_, javaScriptEnabled) => {
	const opened: Watched[] = [];
	afterAll(async () => {
		for (const { close } of opened) await close();
	});

	async function signedIn(who: string, next: string): Promise<Page> {
		const watched = await watch(browser, served.origin, {
			javaScriptEnabled,
			viewport: { width: 1440, height: 900 }
		});
		opened.push(watched);
		const { page } = watched;
		await visit(page, `${served.origin}/login?next=${encodeURIComponent(next)}`);
		await page.getByLabel('邮箱').fill(`${who}@demo.invalid`);
		await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
		await page.locator('main').getByRole('button', { name: '登录', exact: true }).click();
		await page.waitForURL(`${served.origin}${next}`);
		if (javaScriptEnabled && next.startsWith('/studio')) await alive(page);
		return page;
	}
	const list = `/studio/entries?edition=${EDITION}`;
	const decide = async (page: Page, name: RegExp) => {
		await page.getByRole('radio', { name }).check();
		await page.locator('#decision form > button').click();
	};
	const state = (page: Page) => page.locator('h1 ~ .facts').textContent();

	it('several pass at once, after a check that says who would not', async () => {
		const page = await signedIn(
			'organizer',
			`${list}&state=submitted,passed&channel=person&category=film&sort=number`
		);
		const box = (text: string) =>
			page.locator('tbody tr', { hasText: text }).first().locator('input[type=checkbox]');
		await box('待审').check();
		await box('通过').check();
		await page.locator('#bulk summary').click();
		await page.locator('#bulk').getByRole('radio', { name: /^通过/ }).check();
		await page.locator('#bulk').getByRole('button', { name: '先检查一遍' }).click();
		await page.getByText('1 件可以通过').waitFor();
		await page.getByText('已经不在待审状态').waitFor();
		await page.getByRole('button', { name: '确定，通过 1 件' }).click();
		await page.getByText('已通过 1 件。').waitFor();
	});

	if (!javaScriptEnabled)
		it('an entry is returned with a reason, corrected by its people, and passes', async () => {
			const page = await signedIn('organizer', `/studio/entries/${mine}`);
			expect(await page.textContent('body')).not.toContain('0571-88880000');
			await page.getByRole('button', { name: '显示联系方式' }).click();
			await page.getByText('0571-88880000').waitFor();
			await visit(page, `${served.origin}/studio/entries/${mine}`);
			await page.getByRole('radio', { name: /^退回更正/ }).check();
			await page.locator('#decision form > button').click();
			await page.getByText('请选择或填写这一项。').first().waitFor();
			await page.getByRole('radio', { name: /^退回更正/ }).check();
			await page.getByLabel('名称或者简介需要修改').check();
			await page.getByLabel('给作者的话').fill('简介请写得具体一些。');
			await page.locator('#decision form > button').click();
			await page.getByText('已退回，等作者更正。').waitFor();

			const author = await signedIn('contestant1', `/account/entries/${mine}`);
			await author.getByText('简介请写得具体一些。').first().waitFor();
			await visit(author, `${served.origin}/account/entries/${mine}/work`);
			await author.locator('[name=synopsis]').fill('合成数据：更正后的简介。');
			await author.getByRole('button', { name: '保存', exact: true }).click();
			await author.getByText('已保存').first().waitFor();
			await visit(author, `${served.origin}/account/entries/${mine}/check`);
			await author.locator('[name=sure]').check();
			await author.getByRole('button', { name: '提交更正' }).click();
			await author.waitForURL(new RegExp(`/account/entries/${mine}`));

			await visit(page, `${served.origin}/studio/entries/${mine}`);
			expect(await state(page)).toContain('待审');
			await page.getByText('合成数据：更正后的简介。').waitFor();
			await decide(page, /^通过/);
			await page.getByText('已通过。').waitFor();
			await visit(page, `${served.origin}/studio/entries/${mine}`);
			expect(await state(page)).toContain('通过');
			await visit(author, `${served.origin}/account/entries/${mine}`);
			await author.getByText('通过资格审查').first().waitFor();
		});

	if (javaScriptEnabled) {
		it('the queue is worked through by keys alone, and the next entry opens by itself', async () => {
			const page = await signedIn(
				'organizer',
				`${list}&state=submitted&channel=person&category=film`
			);
			const before = Number(await page.getAttribute('[data-total]', 'data-total'));
			await page.getByRole('link', { name: /开始审查/ }).press('Enter');
			await page.waitForURL(/\/studio\/entries\/synentry/);
			await alive(page);
			const first = page.url();
			await page.keyboard.press('?');
			await page.getByRole('dialog', { name: '审查时的键盘快捷键' }).waitFor();
			await page.keyboard.press('Escape');
			await page.keyboard.press('j');
			await page.waitForURL((url) => url.href !== first);
			const second = page.url();
			await page.keyboard.press('k');
			await page.waitForURL(first);
			await page.keyboard.press('j');
			await page.waitForURL(second);
			await page.keyboard.press('p');
			await page.keyboard.press('Enter');
			await page.getByText('已通过。').waitFor();
			expect(page.url()).not.toBe(second);
			await page.keyboard.press('x');
			await page.keyboard.press('Space');
			await page.keyboard.press('Enter');
			await page.getByText('已认定不符合资格。').waitFor();
			await page.keyboard.press('u');
			await page.waitForURL(/\/studio\/entries\?/);
			await page.waitForSelector(`[data-total="${before - 2}"]`);
		});

		it('where two must agree, the first changes nothing and the second makes it stand', async () => {
			const at = `/studio/entries/${shared}`;
			const first = await signedIn('organizer', at);
			await decide(first, /^通过/);
			await first.getByText('等第二位同事确认').waitFor();
			const second = await signedIn('operator', at);
			expect(await state(second)).toContain('待审');
			await second.getByText('赛事组织（演示）：通过').waitFor();
			await decide(second, /^退回更正/);
			await second.getByLabel('影片声音有问题').check();
			await second.locator('#decision form > button').click();
			await second.getByText('的意见已记下').waitFor();
			await visit(second, served.origin + at);
			await second.getByText('意见不一致').waitFor();
			await decide(second, /^通过/);
			await second.getByText('已通过。').waitFor();
			await visit(first, served.origin + at);
			expect(await state(first)).toContain('通过');
		});

		it('fits phones, elders, the night and both languages', async () => {
			const page = await signedIn('organizer', list);
			const pages = [
				list,
				`/studio/entries/${mine}`,
				`/studio/entries/statistics?edition=${EDITION}`,
				`/studio/entries/export?edition=${EDITION}`
			];
			const found: unknown[] = [];
			for (const path of [...pages, ...pages.map((one) => `/en${one}`)]) {
				await visit(page, served.origin + path);
				const english = path.startsWith('/en');
				found.push(
					...(await axe(page)),
					...(await sticksOut(page, 360)),
					...(english ? await unmarkedChinese(page) : [])
				);
			}
			await page.context().addCookies([{ name: 'theme', value: 'dark', url: served.origin }]);
			for (const path of pages) {
				await visit(page, served.origin + path);
				found.push(...(await axe(page)));
			}
			await page.context().addCookies([{ name: 'mode', value: 'elder', url: served.origin }]);
			for (const path of pages) {
				await visit(page, served.origin + path);
				found.push(...(await tooSmall(page)), ...(await sticksOut(page, 768)));
			}
			expect(found).toEqual([]);
		});

		it('opens for nobody but organizers', async () => {
			for (const who of ['contestant1', 'juror1', 'editor']) {
				const page = await signedIn(who, '/account');
				for (const path of [
					list,
					`/studio/entries/${shared}`,
					`/studio/entries/export.csv?edition=${EDITION}&column=phone`,
					`/studio/entries/package.zip?edition=${EDITION}`
				]) {
					const answer = await page.request.get(served.origin + path, { maxRedirects: 0 });
					expect([who, path, answer.status() >= 300]).toEqual([who, path, true]);
				}
			}
		});
	}

	it('nothing disturbed the pages', () => {
		// What was refused on purpose is answered with 422.
		const noise = opened
			.flatMap(({ noise }) => noise)
			.filter((line) => !/status of 422/.test(line));
		expect(noise).toEqual([]);
	});
});
