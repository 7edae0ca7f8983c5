// Long because one journey through the texts, with and without scripts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payloads } from '$lib/domain/rich/hostile.sample';
import { ofParagraphs } from '$lib/domain/rich/rich';
import { fromPlain } from '$lib/domain/rich/plain-read';
import { toPlain } from '$lib/domain/rich/plain-write';
import type { Rich } from '$lib/domain/rich/rich';
import type { Content } from '$lib/domain/studio/field';
import { createClient } from '@libsql/client';
import { close, open } from '$lib/server/db/open';
import { write } from '$lib/server/db/write';
import { add } from '$lib/server/media/add';
import { receive } from '$lib/server/media/incoming';
import { storeOf } from '$lib/server/media/store';
import { setUses } from '$lib/server/media/uses';
import { enter } from '$lib/server/studio/enter';
import { keeperOf } from '$lib/server/studio/nouns';
import { launch, visit, watch } from '../browser';
import { NOON } from '../make';
import { by } from '../media';
import { pdfWith } from '../pdf';
import { serve } from '../serve';
import type { Served } from '../serve';
import { axe, sticksOut, tooSmall, unmarkedChinese } from './look';

const PASSWORD = 'jade-cong-2026-trail';
const dataDir = mkdtempSync(join(tmpdir(), 'liantu-texts-'));
let served: Served;
let browser: Browser;

const everything =
	'## 第一节\n\n文字**加粗**、*着重*、__下划线__和[地图](/map)、[中国政府网](https://www.gov.cn/)。\n第二行\n\n- 甲\n  1. 乙\n\n> 引文\n\n---\n\n|= 名称 |= 数量 |\n| 很长很长很长很长很长很长很长很长很长很长很长很长的单元格 | 1 |\n|{2x1} 合计 |';

/** Content of a portal that publishes texts, hostile ones among them. */
async function plantTexts(): Promise<void> {
	const db = await open(`file:${join(dataDir, 'liantu.db')}`, {
		migrations: join(import.meta.dirname, '..', '..', 'drizzle')
	});
	const store = storeOf({ storageUrl: `file:${join(dataDir, 'files')}`, dataDir });
	const bytes = pdfWith([['第一条 阵地由镇街负责。']]);
	const incoming = await receive([bytes] as unknown as AsyncIterable<Buffer>, store.incoming);
	if (typeof incoming === 'string') throw new Error(incoming);
	const pdf = await add(db, store, by('editor'), incoming, '办法.pdf');
	if (typeof pdf === 'string') throw new Error(pdf);
	const article = (slug: string, over: Record<string, unknown>) => ({
		slug,
		kind: 'news',
		title: { zh: `标题 ${slug}`, en: `Title ${slug}` },
		body: { zh: ofParagraphs(['正文。']), en: ofParagraphs(['Text.']) },
		...over
	});
	const hostile = payloads.slice(0, 120).join('\n\n');
	const texts: ['articles' | 'documents', string, Record<string, unknown>][] = [
		[
			'articles',
			'a1',
			article('whole', {
				originalTitle: '旧题',
				sourceName: '余杭晨报',
				sourceUrl: 'https://example.cn/a',
				author: '某单位',
				repost: true,
				pinned: true,
				body: { zh: fromPlain(everything), en: fromPlain('## Part\n\nText about 清廉.') }
			})
		],
		[
			'articles',
			'a2',
			article('hostile', {
				title: { zh: payloads[5]!.slice(0, 120), en: payloads[0]!.slice(0, 120) },
				body: { zh: ofParagraphs(payloads), en: fromPlain(hostile) }
			})
		],
		[
			'documents',
			'd1',
			{
				slug: 'rules',
				title: { zh: '阵地管理办法', en: 'Rules for sites' },
				number: '余廉〔2024〕3号',
				issuer: { zh: '某办公室' },
				date: '2024-03-05',
				validity: 'in-force',
				validUntil: '2025-01-01',
				file: pdf.id
			}
		]
	];
	await write(db, async (tx) => {
		for (const [noun, id, given] of texts) {
			const content = keeperOf(noun).shape.parse(given) as Content;
			await keeperOf(noun).put(tx, id, content, NOON - 86_400_000);
			await enter(tx, noun, [id]);
		}
		await setUses(tx, 'documents', 'd1', true, [{ asset: pdf.id, field: 'file' }]);
	});
	close(db);
}

beforeAll(async () => {
	await plantTexts();
	[served, browser] = await Promise.all([
		serve({ DATA_DIR: dataDir, DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' }),
		launch()
	]);
});

afterAll(async () => {
	await browser?.close();
	await served?.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

/** A page at an address, with everything that disturbed it, dialogs among it. */
async function at(path: string, options: Parameters<typeof watch>[2] = {}) {
	const watched = await watch(browser, served.origin, options);
	watched.page.on('dialog', (dialog) => {
		watched.noise.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	const status = await visit(watched.page, served.origin + path);
	return { ...watched, status };
}

describe('texts the public reads', () => {
	it('show where they come from, in both languages, on a phone and for elders', async () => {
		const seen: string[] = [];
		for (const path of [
			'/articles/whole',
			'/en/articles/whole',
			'/articles',
			'/documents',
			'/en/documents',
			'/documents/rules',
			'/en/documents/rules'
		]) {
			const { page, noise, close, status } = await at(path);
			expect(status).toBe(200);
			seen.push(...noise, ...(await axe(page)), ...(await sticksOut(page, 360)));
			if (path.startsWith('/en')) seen.push(...(await unmarkedChinese(page)));
			await page.context().addCookies([{ name: 'mode', value: 'elder', url: served.origin }]);
			await visit(page, served.origin + path);
			seen.push(...(await tooSmall(page)), ...(await sticksOut(page, 360)), ...noise);
			await close();
		}
		expect(seen).toEqual([]);
		const { page, close } = await at('/articles/whole', { javaScriptEnabled: false });
		const header = await page.locator('article header').innerText();
		for (const words of ['原标题：旧题', '余杭晨报', '某单位', '转载', '2026年'])
			expect(header).toContain(words);
		const size = () =>
			page.locator('article .text').evaluate((text) => getComputedStyle(text).fontSize);
		const before = parseFloat(await size());
		await page.getByRole('radio', { name: '大' }).check({ force: true });
		expect(parseFloat(await size())).toBeGreaterThan(before);
		await visit(page, `${served.origin}/articles`);
		expect(await page.locator('ol[data-total] li').first().innerText()).toContain('置顶');
		await close();
	});

	it('are never script, whatever was written into them', async () => {
		for (const path of [
			'/articles/hostile',
			'/en/articles/hostile',
			'/articles',
			'/',
			'/search?q=script',
			'/search?q=javascript'
		]) {
			const { page, noise, close, status } = await at(path);
			expect(status).toBe(200);
			await page.waitForTimeout(300);
			expect(noise).toEqual([]);
			expect(
				await page.evaluate(
					() =>
						[
							...[...document.querySelectorAll('main *')].flatMap((element) =>
								[...element.attributes].filter(({ name }) => name.startsWith('on'))
							),
							...document.querySelectorAll(
								'main :is(script, iframe, object, embed, form[action^="java"], svg[onload])'
							),
							...document.querySelectorAll(
								'main a[href^="java" i], main a[href^="data" i], main a[href^="//"]'
							)
						].length
				)
			).toBe(0);
			await close();
		}
	});

	it('are documents found by the words of their PDF, which comes as a download', async () => {
		const { page, noise, close } = await at('/documents');
		await expect
			.poll(
				async () => {
					await visit(page, `${served.origin}/documents?q=${encodeURIComponent('镇街负责')}`);
					return page
						.locator('ol[data-total]')
						.getAttribute('data-total', { timeout: 500 })
						.catch(() => '0');
				},
				{ timeout: 30_000 }
			)
			.toBe('1');
		expect(await page.locator('ol[data-total]').innerText()).toContain('已过有效期');
		await page.getByRole('link', { name: '阵地管理办法' }).click();
		await page.waitForURL('**/documents/rules');
		expect(await page.locator('article details').innerText()).toContain('第一条阵地由镇街负责。');
		const link = page.getByRole('link', { name: /下载 PDF/ });
		const answer = await page.request.get(served.origin + (await link.getAttribute('href'))!);
		expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
		expect(answer.headers()['content-disposition']).toMatch(/^attachment/);
		expect(noise).toEqual([]);
		await visit(page, `${served.origin}/documents?q=${encodeURIComponent('没有')}&year=2024`);
		expect(await page.locator('main').innerText()).toContain('没有符合条件的文件');
		await close();
	});
});

/** What Word puts on the clipboard: styles, its own marks, a list written as paragraphs, a picture. */
const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body><!--StartFragment-->
<p class=MsoNormal style="text-indent:21pt"><span style="font-family:仿宋">来自<b>Word</b><span style="font-weight:bold">的话</span><o:p></o:p></span></p>
<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">1.<span>&nbsp;</span></span><![endif]>项目一</p>
<p class=MsoListParagraph style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">·</span>子项</p>
<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">2.</span>项目二</p>
<table><tr><td colspan=2><p>甲</p><p>乙</p></td></tr><tr><td>丙</td><td><ul><li>丁</li><li>戊</li></ul></td></tr></table>
<p><img src="file:///c:/x.png" onerror="alert(1)"><a href="javascript:alert(1)">坏</a><a href="https://www.gov.cn/" style="color:red" onclick="alert(1)">好</a></p>
<!--EndFragment--></body></html>`;

/** The newest saved version of an article, as people type it. */
async function saved(id: string): Promise<string> {
	const client = createClient({ url: `file:${dataDir}/liantu.db` });
	try {
		const { rows } = await client.execute({
			sql: "SELECT content FROM versions WHERE noun = 'articles' AND item_id = ? ORDER BY number DESC LIMIT 1",
			args: [id]
		});
		const { body } = JSON.parse(String(rows[0]!.content)) as { body: { zh: Rich } };
		return toPlain(body.zh);
	} finally {
		client.close();
	}
}

/**
 * Whether the editor itself knows that the caret stands in the line that ends the text; the browser
 * tells it a moment after it moved.
 */
const inLastLine = (page: Page) =>
	page.evaluate(() => {
		type Held = { editor?: { state: { doc: { lastChild: unknown }; selection: unknown } } };
		const held = document.querySelector('.rich-text') as unknown as Held;
		const { doc, selection } = held.editor!.state;
		return (selection as { $from: { parent: unknown } }).$from.parent === doc.lastChild;
	});

describe('an editor', () => {
	async function signedIn(options: Parameters<typeof at>[1]) {
		const opened = await at('/login', options);
		await opened.page.getByLabel('邮箱').fill('editor@demo.invalid');
		await opened.page.getByLabel('密码', { exact: true }).fill(PASSWORD);
		await opened.page.locator('main').getByRole('button', { name: '登录', exact: true }).click();
		await opened.page.waitForURL((url) => url.pathname !== '/login');
		await visit(opened.page, `${served.origin}/studio/articles/a1`);
		return opened;
	}

	it('writes in the editor, which is fetched when it is opened and keeps what Word means', async () => {
		const { page, noise, close } = await signedIn({ viewport: { width: 1280, height: 900 } });
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await page
			.getByRole('button', { name: /编辑正文/ })
			.first()
			.click();
		const text = page.locator('.rich-text').first();
		await text.waitFor();
		expect(asked.some((url) => url.endsWith('.js'))).toBe(true);
		await text.focus();
		// The text ends with a table: the line after it comes with the first change of focus.
		await expect
			.poll(async () => {
				await page.keyboard.press('Control+End');
				return inLastLine(page);
			})
			.toBe(true);
		await page.evaluate((html) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData('text/html', html);
			document
				.querySelector('.rich-text')!
				.dispatchEvent(
					new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
				);
		}, fromWord);
		expect(await page.getByRole('status').filter({ hasText: '图片' }).innerText()).toContain(
			'1 张图片'
		);
		// The toolbar is one stop of the Tab key, and arrows walk through it.
		const bar = page.getByRole('toolbar').first();
		await bar.getByRole('button').first().focus();
		await page.keyboard.press('End');
		await page.keyboard.press('Home');
		await page.keyboard.press('ArrowRight');
		expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
			'重做'
		);
		expect(await axe(page)).toEqual([]);
		await text.press('Control+End');
		await text.press('Control+k');
		await page.getByLabel('网址', { exact: true }).fill('javascript:alert(1)');
		await page.keyboard.press('Enter');
		expect(await page.getByRole('alert').innerText()).toContain('不能用作链接');
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: '保存', exact: true }).first().click();
		await expect.poll(() => page.locator('main').innerText()).toContain('已保存');
		const body = await saved('a1');
		expect(body.slice(body.indexOf('来自'))).toBe(
			'来自**Word的话**\n\n1. 项目一\n  - 子项\n2. 项目二\n\n|{2x1} 甲\\n乙 |\n| 丙 | 丁\\n戊 |\n\n坏[好](https://www.gov.cn/)'
		);
		expect(noise).toEqual([]);
		// What is saved is a draft: the public reads on what was published.
		await visit(page, `${served.origin}/articles/whole`);
		expect(await page.locator('main').innerText()).not.toContain('来自');
		await close();
	});

	it('writes in a plain field without JavaScript, and loses nothing', async () => {
		const { page, noise, close } = await signedIn({ javaScriptEnabled: false });
		const field = page.locator('textarea[name="body.zh"]');
		const stood = await field.inputValue();
		expect(stood).toContain('## 第一节');
		await field.fill(`${stood}\n\n- 新的一项 [坏](javascript:alert(1))`);
		await page.getByRole('button', { name: '保存', exact: true }).first().click();
		await page.locator('main').getByText('已保存').first().waitFor();
		const body = await saved('a1');
		expect(body.startsWith('## 第一节')).toBe(true);
		expect(body.endsWith('- 新的一项 \\[坏\\](javascript:alert(1))')).toBe(true);
		expect(body).toContain('|{2x1} 合计 |');
		expect(noise).toEqual([]);
		await close();
	});
});
