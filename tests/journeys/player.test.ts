// Long because one film, worked off once, is watched in every way.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ask } from '../asking';
import { launch, visit, watch } from '../browser';
import type { Watched } from '../browser';
import { fileOf, film } from '../films';
import { serve } from '../serve';
import type { Served } from '../serve';
import { stock } from '../stock';
import { axe, sticksOut, tooSmall } from './look';

// A film that somebody sent in, worked off by the built portal and watched in a real browser.

const PASSWORD = 'jade-cong-2026-trail';
const dataDir = mkdtempSync(join(tmpdir(), 'liantu-player-'));
const settings = {
	DATA_DIR: dataDir,
	DEMO_PASSWORD: PASSWORD,
	STAFF_SECOND_FACTOR: 'optional'
};
let served: Served;
let browser: Browser;
let filmId: string;

beforeAll(async () => {
	const made = Promise.all([
		film({ seconds: 32, size: [1920, 1080] }),
		fileOf('字幕.srt', '1\n00:00:01,000 --> 00:00:30,000\n清风<i>徐来</i>\n')
	]);
	const first = await serve(settings);
	await first.stop();
	const [path, captions] = await made;
	const stocked = await stock(dataDir, [path], {
		owner: 'contestant1@demo.invalid',
		captions: [captions]
	});
	filmId = stocked[0]!.filmId;
	[served, browser] = await Promise.all([serve(settings), launch()]);
});

afterAll(async () => {
	await browser?.close();
	await served?.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

async function sql(text: string): Promise<Record<string, unknown>[]> {
	const client = createClient({ url: `file:${dataDir}/liantu.db`, timeout: 5000 });
	try {
		return (await client.execute(text)).rows;
	} finally {
		client.close();
	}
}

async function signIn(page: Page, user: string): Promise<void> {
	await visit(page, `${served.origin}/login`);
	await page.fill('input[name=email]', `${user}@demo.invalid`);
	await page.fill('input[name=password]', PASSWORD);
	await Promise.all([
		page.waitForURL((url) => !url.pathname.endsWith('/login')),
		page.keyboard.press('Enter')
	]);
}

const room = (path = '') => `${served.origin}/studio/films${path}`;
/** Something of the film’s element. */
const ofVideo = <T>(page: Page, what: (video: HTMLVideoElement) => T): Promise<T> =>
	page.locator('video').evaluate(what as never);
const until = (page: Page, what: (video: HTMLVideoElement) => boolean) =>
	vi.waitFor(async () => expect(await ofVideo(page, what)).toBe(true), { timeout: 20_000 });
const timeOf = (page: Page) => ofVideo(page, (video) => video.currentTime);

describe('a film', () => {
	let watched: Watched;
	let page: Page;
	beforeAll(async () => {
		watched = await watch(browser, served.origin, { viewport: { width: 1440, height: 900 } });
		page = watched.page;
		await signIn(page, 'organizer');
	});
	afterAll(() => watched.close());

	it('is worked off while the organizer looks on, without anybody asking again', async () => {
		await visit(page, room());
		await vi.waitFor(
			async () => expect(await page.locator('li[data-state=done]').count()).toBe(5),
			{ timeout: 220_000, interval: 500 }
		);
		expect(await axe(page)).toEqual([]);
	}, 240_000);

	it('plays by keys: from the middle, faster, with captions', async () => {
		await visit(page, room(`/${filmId}`));
		expect(await axe(page)).toEqual([]);
		await page.locator('.player .main').focus();
		await page.keyboard.press('k');
		await until(page, (video) => !video.paused && video.currentTime > 0.2);
		await page.keyboard.press('5');
		await until(page, (video) => video.currentTime >= 16);
		await page.keyboard.press('j');
		await until(page, (video) => video.currentTime >= 6 && video.currentTime < 12);
		await page.keyboard.press('k');
		await until(page, (video) => video.paused);
		await page.keyboard.press('Home');
		await page.keyboard.press('l');
		expect(await timeOf(page)).toBe(10);
		await page.getByRole('slider', { name: '播放位置' }).press('ArrowRight');
		expect(await timeOf(page)).toBe(15);
		await page.locator('.player .main').focus();
		await page.keyboard.press('>');
		expect(await ofVideo(page, (video) => video.playbackRate)).toBe(1.25);
		expect(await page.locator('.said').textContent()).toBe('1.25 倍');
		await page.keyboard.press('c');
		await vi.waitFor(async () =>
			expect(
				await ofVideo(page, (video) =>
					[...(video.textTracks[0]?.activeCues ?? [])].map((cue) => (cue as VTTCue).text).join()
				)
			).toBe('清风<i>徐来</i>')
		);
		expect(await page.getByRole('combobox', { name: '字幕' }).inputValue()).toBe('0');
	});

	it('shows a small picture of where the pointer is', async () => {
		const bar = page.getByRole('slider', { name: '播放位置' });
		const { x, y, width, height } = (await bar.boundingBox())!;
		await page.mouse.move(x + width * 0.75, y + height / 2);
		const picture = page.locator('.preview .picture');
		await picture.waitFor();
		const { sheet, row } = await picture.evaluate((element) => ({
			sheet: getComputedStyle(element).backgroundImage,
			row: getComputedStyle(element).backgroundPosition
		}));
		expect([/\/files\/films\/.+\/storyboard"\)$/.test(sheet), row]).toEqual([
			true,
			'-640px -180px'
		]);
		expect(await page.locator('.preview').innerText()).toContain('0:2');
	});

	it('shows the shape of its sound behind the bar, as far as was seen in jade', async () => {
		const shape = page.locator('.seek svg path');
		await vi.waitFor(async () => expect(await shape.count()).toBe(2));
		const share = () =>
			shape.last().evaluate((element) => getComputedStyle(element).clipPath.match(/[\d.]+%/)?.[0]);
		expect(Number.parseFloat((await share())!)).toBeCloseTo((1 - 15 / 32) * 100, 0);
		// One loud tone from beginning to end.
		expect((await shape.first().getAttribute('d'))!.match(/M/g)).toHaveLength(160);
	});

	it('keeps its place and its speed when another quality is chosen', async () => {
		const before = await ofVideo(page, (video) => video.currentSrc);
		await page.getByRole('combobox', { name: '清晰度' }).selectOption('720p');
		await until(page, (video) => video.readyState >= 2 && video.videoHeight === 720);
		expect(await ofVideo(page, (video) => video.currentSrc)).not.toBe(before);
		expect([await timeOf(page), await ofVideo(page, (video) => video.playbackRate)]).toEqual([
			15, 1.25
		]);
		expect(await ofVideo(page, (video) => video.textTracks[0]?.mode)).toBe('showing');
	});

	it('made no noise', () => expect(watched.noise).toEqual([]));

	it('that breaks off says so, and goes on where it was when asked to', async () => {
		await page.route('**/1080p', (route) => route.abort());
		await page.getByRole('combobox', { name: '清晰度' }).selectOption('1080p');
		await page.getByRole('alert').waitFor();
		await page.unroute('**/1080p');
		await page.getByRole('button', { name: '重新载入' }).click();
		await until(page, (video) => !video.paused && video.videoHeight === 1080);
		expect(Math.floor(await timeOf(page))).toBeGreaterThanOrEqual(15);
	});

	it('fills the screen and comes back', async () => {
		await page.getByRole('button', { name: '全屏', exact: true }).click();
		await vi.waitFor(async () =>
			expect(await page.evaluate(() => document.fullscreenElement?.className)).toContain('player')
		);
		await page.keyboard.press('f');
		await vi.waitFor(async () =>
			expect(await page.evaluate(() => document.fullscreenElement)).toBeNull()
		);
	});
});

describe.each(['light', 'dark'])('the player for elders, %s', (theme) => {
	it('has large controls and fits every screen', async () => {
		const watched = await watch(browser, served.origin, { viewport: { width: 360, height: 740 } });
		await signIn(watched.page, 'organizer');
		await watched.page.context().addCookies(
			Object.entries({ mode: 'elder', theme }).map(([name, value]) => ({
				...{ name, value, url: served.origin }
			}))
		);
		for (const path of ['', `/${filmId}`]) {
			await visit(watched.page, room(path));
			expect(await tooSmall(watched.page)).toEqual([]);
			for (const width of [360, 768, 1440])
				expect(await sticksOut(watched.page, width)).toEqual([]);
			expect(await axe(watched.page)).toEqual([]);
		}
		// On a narrow screen the lighter copy runs.
		await watched.page.setViewportSize({ width: 360, height: 740 });
		await visit(watched.page, room(`/${filmId}`));
		expect(await ofVideo(watched.page, (video) => video.src.endsWith('/720p'))).toBe(true);
		expect(watched.noise).toEqual([]);
		await watched.close();
	});
});

it('without JavaScript a film plays with the browser’s own controls', async () => {
	const watched = await watch(browser, served.origin, { javaScriptEnabled: false });
	await signIn(watched.page, 'organizer');
	await visit(watched.page, room(`/${filmId}`));
	const video = watched.page.locator('video');
	expect(await video.getAttribute('controls')).not.toBeNull();
	expect(await video.getAttribute('src')).toMatch(/\/1080p$/);
	expect(await watched.page.locator('track').count()).toBe(1);
	await visit(watched.page, room('?state=done'));
	expect(await watched.page.locator('li[data-state=done]').count()).toBe(5);
	await watched.close();
});

describe('the addresses of a film', () => {
	const cookies: Record<string, string> = {};
	const kinds = ['original', '1080p', '720p', 'poster', 'storyboard', 'waveform'];
	let base: string;
	beforeAll(async () => {
		for (const user of ['organizer', 'contestant1', 'contestant2', 'juror1', 'editor']) {
			const answer = await fetch(`${served.origin}/login`, {
				...{ method: 'POST', redirect: 'manual' },
				headers: { origin: served.origin, accept: 'text/html' },
				body: new URLSearchParams({ email: `${user}@demo.invalid`, password: PASSWORD })
			});
			cookies[user] = answer.headers
				.getSetCookie()
				.map((one) => one.split(';')[0])
				.join('; ');
		}
		const answer = await ask(served.port, `/studio/films/${filmId}`, {
			headers: { cookie: cookies.organizer!, accept: 'text/html' }
		});
		base = /(\/files\/films\/[^/"]+)\/1080p/.exec(answer.text)![1]!;
	});
	const get = (path: string, user: string | null, headers: Record<string, string> = {}) =>
		ask(served.port, path, {
			headers: { ...(user ? { cookie: cookies[user]! } : {}), ...headers }
		});

	it('give it to whom they were given, in parts, for nobody else to keep', async () => {
		for (const kind of kinds) expect((await get(`${base}/${kind}`, 'organizer')).status).toBe(200);
		const part = await get(`${base}/720p`, 'organizer', { range: 'bytes=100-199' });
		expect([part.status, part.headers['content-length']]).toEqual([206, '100']);
		expect(part.headers['cache-control']).toMatch(/^private, max-age=\d+$/);
		expect(part.headers['content-security-policy']).toContain('sandbox');
		expect((await get(`${base}/original`, 'organizer')).headers['content-disposition']).toMatch(
			/^attachment/
		);
	});

	it('give nothing to anybody else: contestant, juror, editor, stranger', async () => {
		for (const user of ['contestant1', 'contestant2', 'juror1', 'editor', null])
			for (const kind of kinds) {
				const { status } = await get(`${base}/${kind}`, user);
				expect([user, kind, status]).toEqual([user, kind, 404]);
			}
	});

	it('give nothing when a letter of them is changed', async () => {
		const grant = base.split('/').at(-1)!;
		for (let at = 0; at < grant.length; at += 7) {
			const other = grant[at] === 'A' ? 'B' : 'A';
			const changed = `/files/films/${grant.slice(0, at)}${other}${grant.slice(at + 1)}/720p`;
			expect((await get(changed, 'organizer')).status).toBe(404);
		}
	});

	it('have no page in the studio for others', async () => {
		for (const user of ['contestant1', 'juror1', 'editor'])
			for (const path of ['', `/${filmId}`, `/${filmId}/__data.json`])
				expect((await get(`/studio/films${path}`, user)).status).toBe(403);
	});
});

it('a job that failed is tried again at the organizer’s word', async () => {
	await sql(
		"UPDATE jobs SET state = 'failed', reason = 'no captions that can be read' WHERE kind = 'captions'"
	);
	const watched = await watch(browser, served.origin, { javaScriptEnabled: false });
	await signIn(watched.page, 'organizer');
	await visit(watched.page, room('?state=failed'));
	expect(await watched.page.locator('li[data-state=failed]').innerText()).toContain(
		'字幕文件里没有能读出的字幕。'
	);
	await watched.page.getByRole('button', { name: /^重新处理：/ }).click();
	await watched.page.getByText('已经重新排队。').waitFor();
	await vi.waitFor(
		async () =>
			expect(await sql("SELECT state, reason FROM jobs WHERE kind = 'captions'")).toEqual([
				{ state: 'done', reason: null }
			]),
		{ timeout: 20_000 }
	);
	await watched.close();
});
