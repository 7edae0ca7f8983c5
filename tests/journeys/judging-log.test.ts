import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyText } from '$lib/domain/audit/note';
import { archiveIds } from '$lib/domain/judging/log/archive';
import { openSigner, readVerifier } from '$lib/server/audit/key';
import { gather } from '$lib/server/judging/archive';
import { packArchive } from '$lib/server/judging/archive-pack';
import { archivePages } from '$lib/server/judging/archive-pages';
import { phasesOf } from '$lib/server/judging/log';
import { offlinePage } from '$lib/server/offline';
import { launch } from '../browser';
import { ffmpeg } from '../films';
import { aStore, withFilm } from '../judging-archive';
import { released } from '../judging-log';
import type { Judged } from '../judging-log';
import { apart, change, together } from '../judging-tamper';
import { NOON } from '../make';
import { unpack } from '../unpack';
import { axe, sticksOut, tooSmall } from './look';
import * as verifier from 'virtual:offline/verifier';

// Pages are opened from a disk, in a browser without a network.

const folder = mkdtempSync(join(tmpdir(), 'liantu-offline-'));
let browser: Browser;
let all: Judged;
let earlier: string;

beforeAll(async () => {
	browser = await launch();
	all = await released({ entries: 12, jurors: 4, award: true }, async (text) => {
		earlier = text;
	});
	const known = readVerifier(all.dataDir)!.key;
	const { html } = await offlinePage(
		{ ...verifier, locale: 'zh', title: '评审日志核验', needsScript: '' },
		{ [archiveIds.key]: keyText(known, known.key) }
	);
	writeFileSync(join(folder, 'verify.html'), html);
});
afterAll(async () => {
	await browser.close();
	rmSync(folder, { recursive: true });
	rmSync(all.dataDir, { recursive: true });
});

/** A page from the disk; whatever it asks of anybody else, or says on the console, is noise. */
async function fromDisk(path: string, dark = false): Promise<{ page: Page; noise: string[] }> {
	const context = await browser.newContext({
		offline: true,
		colorScheme: dark ? 'dark' : 'light',
		viewport: { width: 390, height: 800 }
	});
	const noise: string[] = [];
	context.on('request', (request) => {
		if (!/^(file|data|blob):/.test(request.url())) noise.push(request.url());
	});
	context.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) noise.push(message.text());
	});
	context.on('weberror', (error) => noise.push(error.error().message));
	const page = await context.newPage();
	await page.goto(pathToFileURL(path).href);
	return { page, noise };
}

/** What is wrong with a page for elders, in both languages; it stays as large as they chose. */
async function forElders(page: Page): Promise<string[]> {
	const found: string[] = [];
	for (const turn of ['长者版', 'English', '中文']) {
		await page.getByRole('button', { name: turn, exact: true }).click();
		await page.locator('[data-mode=elder]').waitFor();
		for (const one of [...(await tooSmall(page)), ...(await sticksOut(page, 360))])
			found.push(`${turn}: ${one}`);
	}
	await page.getByRole('button', { name: '标准版', exact: true }).click();
	await page.locator('[data-mode=normal]').waitFor();
	return found;
}

async function verdict(page: Page, log: string, note = ''): Promise<[string, string[]]> {
	await page.setInputFiles('#file', {
		name: 'log.jsonl',
		mimeType: 'text/plain',
		buffer: Buffer.from(log)
	});
	await page.fill('#note', note);
	await page.click('button[type=submit]');
	const found = page.locator('[data-verdict]');
	await found.waitFor();
	const kinds = page.locator('[data-finding]');
	return [
		(await found.getAttribute('data-verdict'))!,
		await kinds.evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.finding!))
	];
}

describe('the verifier on a disk without a network', () => {
	it.each([false, true])(
		'finds what was done to a log, and nothing where nothing was (dark: %s)',
		async (dark) => {
			const { page, noise } = await fromDisk(join(folder, 'verify.html'), dark);
			const log = await all.file();
			const notes = (await phasesOf(all.db, all.round.editionId)).map(({ note }) => note!);
			expect(await axe(page)).toEqual([]);
			expect(await verdict(page, log, notes.at(-1))).toEqual(['holds', []]);
			expect(await axe(page)).toEqual([]);

			const signer = openSigner(all.dataDir, '');
			const edited = apart(log);
			edited.records[3] = change(edited.records[3]!, { act: 'forged' });
			await page.reload();
			expect(await verdict(page, together(edited, signer))).toEqual(['broken', ['edited']]);
			expect(await axe(page)).toEqual([]);
			expect(await forElders(page)).toEqual([]);
			await page.reload();
			expect(await verdict(page, earlier, notes.at(-1))).toEqual(['broken', ['rolled-back']]);
			await page.getByRole('button', { name: 'English' }).click();
			await expect.poll(() => page.locator('h1').innerText()).toBe('Check a judging log');
			await page.reload();
			const [said] = await verdict(page, log.replace('评委 01', '评委 91'));
			expect(said).toBe('broken');
			expect(noise).toEqual([]);
			await page.context().close();
		}
	);

	it('can be used with the keys alone', async () => {
		const { page } = await fromDisk(join(folder, 'verify.html'));
		await page.keyboard.press('Tab');
		const seen: string[] = [];
		for (let n = 0; n < 5; n++) {
			seen.push(
				await page.evaluate(() => document.activeElement!.id || document.activeElement!.tagName)
			);
			await page.keyboard.press('Tab');
		}
		expect(seen).toEqual(['BUTTON', 'BUTTON', 'BUTTON', 'file', 'note']);
		await page.context().close();
	});
});

describe('the sealed archive on a disk without a network', () => {
	it('shows winners with their films, scores, rule and a log that holds', async () => {
		const film = await ffmpeg(
			['-f', 'lavfi', '-i', 'testsrc=size=320x180:rate=10:duration=2', '-pix_fmt', 'yuv420p'],
			'film.mp4'
		);
		const storage = aStore();
		const found = await gather(all.db, all.round.editionId, { now: NOON, withFilms: false });
		const [winner] = found!.archive.entries;
		const won = all.round.entries.find(({ id }) => id === winner!.id)!;
		await withFilm(all, storage, won.id, { path: film, free: true });
		const { pages } = archivePages('zh', {
			contest: { zh: '测试大赛', en: null },
			title: { zh: '第7届', en: null }
		});
		const { db, dataDir, round } = all;
		const made = await packArchive(db, round.editionId, pages, { dataDir, storage, now: NOON });
		const files = unpack(Buffer.from(await new Response(made).arrayBuffer()));
		for (const [name, bytes] of files) {
			await mkdir(dirname(join(folder, 'archive', name)), { recursive: true });
			writeFileSync(join(folder, 'archive', name), bytes);
		}
		const { page, noise } = await fromDisk(join(folder, 'archive', 'index.html'));
		await page.locator('[data-verdict=holds]').waitFor();
		expect(await page.locator('video').count()).toBe(1);
		const played = await page.locator('video').evaluate(async (video: HTMLVideoElement) => {
			video.muted = true;
			await video.play();
			await new Promise((go) => video.addEventListener('ended', go));
			return [video.videoWidth, Math.round(video.duration)];
		});
		expect(played).toEqual([320, 2]);
		expect(await page.locator('tbody[data-total]').getAttribute('data-total')).toBe('12');
		await page.getByRole('searchbox').fill(won.code);
		await expect.poll(() => page.locator('tbody[data-total] tr').allInnerTexts()).toHaveLength(1);
		expect(await page.locator('tbody[data-total] tr').innerText()).toContain(won.number);
		expect(await axe(page)).toEqual([]);
		expect(await forElders(page)).toEqual([]);
		expect(noise).toEqual([]);
		await page.context().close();
	});
});
