import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../asking';
import { launch, visit, watch } from '../browser';
import { photo } from '../media';
import { serve } from '../serve';
import type { Served } from '../serve';
import { axe, sticksOut } from './look';

const PASSWORD = 'jade-cong-2026-trail';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
let served: Served;
let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'liantu-uploads-'));
const file = (name: string) => join(folder, name);

beforeAll(async () => {
	served = await serve({ DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' });
	browser = await launch();
	writeFileSync(file('廊道.jpg'), await photo(1300, 900, { seed: 1 }));
	writeFileSync(file('展馆.png'), await photo(900, 700, { seed: 2, format: 'png' }));
	writeFileSync(file('换.jpg'), await photo(700, 700, { seed: 3 }));
	writeFileSync(file('script.svg'), SVG);
	// A picture that goes on for 60 MB.
	writeFileSync(file('large.jpg'), await photo(100, 100));
	truncateSync(file('large.jpg'), 60 * 1024 * 1024);
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
	rmSync(folder, { recursive: true, force: true });
});

async function signIn(page: Page, next: string, who = 'editor'): Promise<void> {
	await visit(page, `${served.origin}/login?next=${encodeURIComponent(next)}`);
	await page.fill('#email', `${who}@demo.invalid`);
	await page.fill('#password', PASSWORD);
	await Promise.all([
		page.waitForURL(served.origin + encodeURI(next)),
		page.click('form .primary')
	]);
}
const cookies = async (context: BrowserContext) =>
	(await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

describe('the media library', () => {
	for (const javaScriptEnabled of [true, false])
		it(`takes pictures and says why it refuses others, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
			const { page, close } = await watch(browser, served.origin, { javaScriptEnabled });
			await signIn(page, '/studio/media/upload');
			const field = page.locator('input[type=file]');
			await field.setInputFiles([
				file(javaScriptEnabled ? '廊道.jpg' : '展馆.png'),
				file('script.svg')
			]);
			if (!javaScriptEnabled) await page.getByRole('button', { name: '上传', exact: true }).click();
			await page.getByText('不接受 SVG 图形').waitFor();
			await page.getByText('已收入').waitFor();
			await field.setInputFiles(file('large.jpg'));
			if (!javaScriptEnabled) await page.getByRole('button', { name: '上传', exact: true }).click();
			await page.getByText('文件超过 40 MB').waitFor();
			await close();
		});

	it('describes, cuts, and gives a picture a new file, without JavaScript', async () => {
		const { page, noise, close } = await watch(browser, served.origin, {
			javaScriptEnabled: false
		});
		await signIn(page, '/studio/media?q=展馆');
		await page.locator('.grid .name').first().click();
		await page.fill('#altZh', '展馆内的展板');
		await Promise.all([
			page.waitForURL(/done=saved/),
			page.click('form[action*=describe] .primary')
		]);
		await page.fill('[name=cropWidth]', '50');
		await Promise.all([page.waitForURL(/done=framed/), page.click('form[action*=frame] .primary')]);
		expect(await page.inputValue('[name=cropWidth]')).toBe('50');
		await page.getByRole('link', { name: '选择新文件' }).click();
		await page.locator('input[type=file]').setInputFiles(file('换.jpg'));
		await Promise.all([
			page.waitForURL(/done=replaced/),
			page.getByRole('button', { name: '上传', exact: true }).click()
		]);
		expect(await page.inputValue('#altZh')).toBe('展馆内的展板');
		expect(await page.locator('h1').textContent()).toBe('换.jpg');
		await Promise.all([page.waitForURL(/done=trashed/), page.click('form[action*=trash] .button')]);
		await Promise.all([
			page.waitForURL(/done=restored/),
			page.click('form[action*=restore] .button')
		]);
		expect(noise).toEqual([]);
		await close();
	});

	it('sets the focal point and cuts by mouse and keys, quietly', async () => {
		const { page, noise, close } = await watch(browser, served.origin);
		await signIn(page, '/studio/media?q=廊道');
		await page.locator('.grid .name').first().click();
		await page.waitForURL(/media\/\w+$/);
		await page.locator('.stage img').click({ position: { x: 60, y: 60 } });
		await page.locator('.focal').press('ArrowRight');
		await page.getByRole('button', { name: '裁剪图片' }).click();
		const stage = page.locator('.stage.cutting');
		await stage.locator('cropper-selection').waitFor();
		await stage.press('Shift+ArrowLeft');
		await stage.press('ArrowDown');
		await page.getByRole('button', { name: '采用' }).click();
		expect([
			await page.inputValue('[name=cropWidth]'),
			await page.inputValue('[name=cropY]')
		]).toEqual(['79', '11']);
		await Promise.all([
			page.waitForURL(/done=framed/),
			page.getByRole('button', { name: '保存取景' }).click()
		]);
		expect(noise).toEqual([]);
		await close();
	});

	it('is readable for everybody at every width', async () => {
		for (const width of [360, 768, 1440]) {
			const { page, noise, close } = await watch(browser, served.origin, {
				viewport: { width, height: 900 }
			});
			await signIn(page, '/studio/media');
			const thing = (await page.locator('.grid .name').first().getAttribute('href'))!;
			for (const path of [
				'/studio/media',
				'/en/studio/media?view=list',
				'/studio/media/upload',
				thing,
				`/en${thing}`
			]) {
				await visit(page, served.origin + path);
				expect([path, await axe(page), await sticksOut(page, width)]).toEqual([path, [], []]);
			}
			expect(noise).toEqual([]);
			await close();
		}
	});
});

describe('an upload', () => {
	/** Sends a body in pieces without saying its length. */
	const pour = (path: string, headers: Record<string, string>, bytes: number) =>
		new Promise<{ status: number; text: string }>((done, failed) => {
			const req = http.request(
				{
					host: '127.0.0.1',
					port: served.port,
					path,
					method: 'PUT',
					headers: {
						origin: served.origin,
						'content-type': 'application/octet-stream',
						'transfer-encoding': 'chunked',
						...headers
					}
				},
				(res) => {
					let text = '';
					res.on('data', (piece: Buffer) => (text += piece.toString()));
					res.on('end', () => done({ status: res.statusCode ?? 0, text }));
				}
			);
			req.on('error', failed);
			const piece = Buffer.alloc(1024 * 1024);
			let left = bytes;
			const next = () => {
				while (left > 0) {
					left -= piece.length;
					if (!req.write(piece)) return void req.once('drain', next);
				}
				req.end();
			};
			next();
		});
	const peak = () =>
		Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${served.pid}/status`, 'utf8'))![1]) / 1024;

	it('of strangers, and of those who may not, ends before its body is read', async () => {
		const path = '/studio/media/upload?name=a.jpg';
		expect((await pour(path, { accept: 'application/json' }, 3_000_000)).status).toBe(401);
		const { page, close } = await watch(browser, served.origin);
		await signIn(page, '/account', 'citizen');
		const cookie = await cookies(page.context());
		expect((await pour(path, { accept: 'application/json', cookie }, 3_000_000)).status).toBe(403);
		await close();
	});

	it('longer than it says, or endless, stops at the limit; memory does not grow with it', async () => {
		const { page, close } = await watch(browser, served.origin);
		await signIn(page, '/studio/media');
		const headers = { cookie: await cookies(page.context()), accept: 'application/json' };
		const path = '/studio/media/upload?name=a.jpg';
		await pour(path, headers, 1_000_000);
		const before = peak();
		const answers = await Promise.all([1, 2, 3].map(() => pour(path, headers, 60_000_000)));
		expect(
			answers.map(({ status, text }) => [status, (JSON.parse(text) as { fault: string }).fault])
		).toEqual(Array(3).fill([413, 'too-large']));
		expect(peak() - before).toBeLessThan(64);
		const said = await ask(served.port, path, {
			method: 'PUT',
			headers: {
				...headers,
				origin: served.origin,
				'content-type': 'image/jpeg',
				'content-length': '999'
			},
			body: Buffer.alloc(999)
		});
		expect(said.status).toBe(422);
		const elsewhere = await ask(served.port, '/studio/media', {
			method: 'POST',
			headers: {
				...headers,
				origin: served.origin,
				'content-type': 'multipart/form-data; boundary=x',
				'content-length': String(600_000)
			},
			body: Buffer.alloc(600_000)
		});
		expect(elsewhere.status).toBe(413);
		await close();
	});

	it('opened by its own address shows nothing but itself', async () => {
		const { page, close } = await watch(browser, served.origin);
		await signIn(page, '/studio/media?q=廊道');
		const src = await page.locator('.grid img').first().getAttribute('src');
		const own = await page.request.get(served.origin + src!);
		expect([own.status(), own.headers()['content-type']]).toEqual([200, 'image/webp']);
		expect(own.headers()['content-security-policy']).toContain('sandbox');
		expect(own.headers()['x-content-type-options']).toBe('nosniff');
		expect((await own.body()).includes('CANARY')).toBe(false);
		// Nobody else: it is in no public use.
		expect((await ask(served.port, src!, { headers: { accept: 'image/*' } })).status).toBe(401);
		await close();
	});
});
