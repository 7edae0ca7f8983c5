// Long because one walk is taken with and without a network, scripts and room on the device.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sizeText } from '$lib/domain/size';
import type { Pack } from '$lib/domain/trail-pack';
import { close, open } from '$lib/server/db/open';
import { media, places } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { plant } from '$lib/server/seed';
import { walk as words } from '$lib/words/zh/walk';
import { launch, visit, watch } from '../browser';
import type { Watched } from '../browser';
import { serve } from '../serve';
import type { Served } from '../serve';
import { within } from '../stock';
import { axe, sticksOut, tooSmall } from './look';

// A trail is kept on a telephone, the network is cut and the server stopped, and the whole walk is
// there: every stop, its picture, its recording, the map.

const TRAIL = '/trails/demonstration-liangzhu-luniao';
const WALK = `${TRAIL}/walk`;
const SHELF = '/trails/saved';
let dataDir: string;
let served: Served;
let browser: Browser;
const opened: Watched[] = [];

/** Two seconds of silence: MPEG-1 layer III, 32 kbit/s, 44.1 kHz. */
const silence = Buffer.concat(
	Array.from({ length: 76 }, () =>
		Buffer.concat([Buffer.from('fffb1000', 'hex'), Buffer.alloc(100)])
	)
);

beforeAll(async () => {
	dataDir = mkdtempSync(join(tmpdir(), 'liantu-walk-'));
	mkdirSync(join(dataDir, 'files', 'walk'), { recursive: true });
	const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: '#4a7' } });
	writeFileSync(join(dataDir, 'files', 'walk', 'gate.png'), await picture.png().toBuffer());
	writeFileSync(join(dataDir, 'files', 'walk', 'told.mp3'), silence);
	const db = await open(`file:${join(dataDir, 'liantu.db')}`, {
		migrations: join(import.meta.dirname, '..', '..', 'drizzle')
	});
	await plant(db, Date.now());
	const [first] = await db.select().from(places).where(eq(places.slug, 'gangnan-village'));
	const file = { placeId: first!.id };
	const position = { lon: 119.95, lat: 30.38, precision: 'exact' as const };
	await write(db, (tx) => tx.update(places).set(position).where(eq(places.id, first!.id)));
	await write(db, (tx) =>
		tx.insert(media).values([
			{
				...file,
				form: 'photo',
				file: 'walk/gate.png',
				type: 'image/png',
				altZh: '村口',
				width: 64,
				height: 48
			},
			{
				...file,
				form: 'audio',
				file: 'walk/told.mp3',
				type: 'audio/mpeg',
				altZh: '村里人讲',
				transcriptZh: '欢迎。'
			}
		])
	);
	close(db);
	[served, browser] = await Promise.all([serve({ DATA_DIR: dataDir }), launch()]);
}, 240_000);
afterAll(async () => {
	for (const { close } of opened) await close();
	await browser?.close();
	await served?.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

async function walker(options: BrowserContextOptions = {}): Promise<Watched> {
	const watched = await watch(browser, served.origin, options);
	opened.push(watched);
	return watched;
}

const go = (page: Page, path: string) => visit(page, served.origin + path);
const alive = (page: Page) => page.locator('[data-alive]').waitFor({ state: 'attached' });
const state = (page: Page, text: string | RegExp) =>
	page.locator('[data-state]', { hasText: text }).waitFor();
const current = (page: Page) =>
	page.locator('[data-stops] > li:visible').evaluateAll((all) => all.map(({ id }) => id));
const workers = (page: Page) =>
	page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
const manifest = async (query = ''): Promise<Pack> =>
	(await (await fetch(`${served.origin}${TRAIL}/pack.json${query}`)).json()) as Pack;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('the list of a pack', () => {
	it('weighs exactly what is fetched, and holds all that the page asks for', async () => {
		const pack = await manifest();
		let sum = 0;
		for (const { path, bytes } of [pack.page, ...pack.files]) {
			const answer = await fetch(served.origin + path);
			expect([path, answer.status]).toEqual([path, 200]);
			const size = (await answer.arrayBuffer()).byteLength;
			expect([path, size]).toEqual([path, bytes]);
			sum += size;
		}
		expect(sum).toBe(pack.bytes);
		const paths = pack.files.map(({ path }) => path);
		expect(paths).toEqual(expect.arrayContaining(['/files/walk/gate.png', '/files/walk/told.mp3']));
		expect(await manifest()).toEqual(pack);
		expect((await manifest('?mode=elder')).version).not.toBe(pack.version);
		expect((await fetch(`${served.origin}/trails/none/pack.json`)).status).toBe(404);
	});
});

describe('a walk', () => {
	it('shows one stop at a time, by the keyboard too, and the place in the address', async () => {
		const { page, noise } = await walker();
		await go(page, TRAIL);
		await page.getByRole('link', { name: words.link, exact: true }).click();
		await page.waitForURL(`**${WALK}`);
		await alive(page);
		expect(await current(page)).toEqual(['stop-1']);
		await button(page, words.steps.next).focus();
		await page.keyboard.press('Enter');
		expect(await current(page)).toEqual(['stop-2']);
		expect(new URL(page.url()).hash).toBe('#stop-2');
		await page.reload();
		await alive(page);
		expect(await current(page)).toEqual(['stop-2']);
		await button(page, words.steps.previous).click();
		await button(page, words.steps.previous).click({ force: true });
		expect(await current(page)).toEqual(['stop-1']);
		await button(page, words.steps.all).click();
		expect((await current(page)).length).toBe(5);
		expect(await workers(page)).toBe(0);
		expect(noise).toEqual([]);
	});

	it('tells distance and direction only when asked, and sends the position to nobody', async () => {
		const { page, noise } = await walker({
			geolocation: { longitude: 119.9, latitude: 30.2, accuracy: 12 },
			permissions: ['geolocation']
		});
		const sent: string[] = [];
		page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
		await go(page, WALK);
		await alive(page);
		await state(page, /共 \d+ KB，\d+ 个文件/);
		const before = sent.length;
		const line = page.locator('[data-position]');
		expect(await line.textContent()).toBe(words.position.help);
		await button(page, words.position.ask).click();
		await line.filter({ hasText: /往.+约 .+ 公里/ }).waitFor();
		expect(sent.slice(before)).toEqual([]);
		await button(page, words.position.stop).click();
		expect(await line.textContent()).toBe(words.position.help);
		expect(noise).toEqual([]);
	});

	it('says when the stop is reached, follows the walker, and goes on without leave to look', async () => {
		const { page, noise } = await walker({ permissions: ['geolocation'] });
		const here = (longitude: number, latitude: number) =>
			page.context().setGeolocation({ longitude, latitude, accuracy: 15 });
		await here(119.9, 30.2);
		await go(page, WALK);
		await alive(page);
		const at = await page
			.locator('#stop-1')
			.evaluate(({ dataset: { lon, lat, exact } }) => ({ lon, lat, exact }));
		expect(at).toEqual({ lon: '119.95', lat: '30.38', exact: '' });
		const line = page.locator('[data-position]');
		await button(page, words.position.ask).click();
		await line.filter({ hasText: /约 \d+(\.\d)? 公里/ }).waitFor();
		await here(119.95, 30.3802);
		await line.filter({ hasText: words.position.here }).waitFor();
		// Another stop is another distance from where the walker is.
		await button(page, words.steps.next).click();
		await line.filter({ hasText: /约 .+ 公里/ }).waitFor();

		const other = await walker();
		await go(other.page, WALK);
		await alive(other.page);
		await button(other.page, words.position.ask).click();
		await other.page.locator('[data-position]', { hasText: words.position.refused }).waitFor();
		await button(other.page, words.steps.next).click();
		expect(await current(other.page)).toEqual(['stop-2']);
		expect([...noise, ...other.noise]).toEqual([]);
	});

	it('is a plain list without scripts', async () => {
		const { page } = await walker({ javaScriptEnabled: false });
		expect(await go(page, WALK)).toBe(200);
		expect((await current(page)).length).toBe(5);
		expect(await page.locator('[data-steps], [data-pack]').locator('visible=true').count()).toBe(0);
		expect(await page.locator('audio[controls]').count()).toBe(1);
	});

	for (const [mode, colorScheme, path] of [
		['normal', 'light', WALK],
		['elder', 'dark', WALK],
		['normal', 'dark', `/en${WALK}`]
	] as const)
		it(`fits, and is open to all: ${mode}, ${colorScheme}, ${path}`, async () => {
			const { page } = await walker({ colorScheme });
			await page.context().addCookies([{ name: 'mode', value: mode, url: served.origin }]);
			await go(page, path);
			await alive(page);
			await page.locator('[data-save]:visible').waitFor();
			for (const width of [360, 768, 1440]) expect(await sticksOut(page, width)).toEqual([]);
			expect(await axe(page)).toEqual([]);
			if (mode === 'elder') expect(await tooSmall(page)).toEqual([]);
			expect(await page.locator('[hidden]:visible').count()).toBe(0);
		});
});

describe('a pack', () => {
	it('tells its size, is kept, can be taken away, and no page is answered for by anybody then', async () => {
		const { page, noise } = await walker();
		const pack = await manifest('?mode=normal&theme=auto');
		await go(page, WALK);
		await alive(page);
		const save = words.pack.save.replace('{size}', sizeText(pack.bytes));
		await button(page, save).click();
		await state(page, '已经存好');
		expect(await workers(page)).toBe(1);
		await button(page, words.pack.remove).click();
		await state(page, words.pack.removed);
		expect(await workers(page)).toBe(0);
		expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
		expect(noise).toEqual([]);
	});

	it('goes on where it broke off', async () => {
		const { page } = await walker();
		const asked: string[] = [];
		page.on('request', (request) => asked.push(new URL(request.url()).pathname));
		await page.route('**/told.mp3', (route) => route.abort());
		await go(page, WALK);
		await alive(page);
		await page.locator('[data-save]:visible').click();
		await state(page, '网络断了');
		await page.unroute('**/told.mp3');
		const before = asked.length;
		await button(page, words.pack.resume).click();
		await state(page, '已经存好');
		expect(asked.slice(before)).toContain('/files/walk/told.mp3');
		expect(asked.slice(before)).not.toContain('/files/walk/gate.png');
	});

	it('says how much does not fit where a device is full, and is saved once there is room', async () => {
		const { page } = await walker();
		await page.addInitScript(() => {
			const put = Cache.prototype.put;
			let room = 2;
			Object.assign(window, { makeRoom: () => (room = Infinity) });
			Cache.prototype.put = function (...given) {
				if (--room < 0) throw new DOMException('full', 'QuotaExceededError');
				return put.apply(this, given);
			};
		});
		const pack = await manifest('?mode=normal&theme=auto');
		await go(page, WALK);
		await alive(page);
		await page.locator('[data-save]:visible').click();
		await state(page, words.pack.full.replace('{size}', sizeText(pack.bytes)));
		// What was begun is no pack: nothing of it is answered, and it can be thrown away.
		await go(page, SHELF);
		await alive(page);
		await state(page, words.shelf.none);
		const half = words.shelf.begun.replace('{name}', 'demonstration-liangzhu-luniao');
		expect(await page.locator('[data-list] a').allTextContents()).toEqual([half]);
		await page.locator('[data-list] button').click();
		await state(page, words.pack.removed);
		expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
		await go(page, WALK);
		await alive(page);
		await page.evaluate(() => (window as unknown as { makeRoom: () => void }).makeRoom());
		await page.locator('[data-save]:visible').click();
		await state(page, '已经存好');
	});

	it('tells that what was saved is an older one, and takes the new one in its place', async () => {
		const { page, noise } = await walker();
		await go(page, WALK);
		await alive(page);
		await page.locator('[data-save]:visible').click();
		await state(page, '已经存好');
		const { port } = new URL(served.origin);
		await served.stop();
		await within(dataDir, (db) =>
			write(db, (tx) =>
				tx.update(media).set({ altZh: '村口的牌楼' }).where(eq(media.file, 'walk/gate.png'))
			)
		);
		served = await serve({ DATA_DIR: dataDir, PORT: port });
		await page.reload();
		await alive(page);
		await state(page, words.pack.update);
		const pack = await manifest('?mode=normal&theme=auto');
		await button(page, words.pack.renew.replace('{size}', sizeText(pack.bytes))).click();
		await state(page, '已经存好');
		const kept = await page.evaluate(() => caches.keys());
		expect(kept).toEqual([`liantu-pack ${WALK} ${pack.version}`]);
		expect(noise).toEqual([]);
	});

	it('stands in the list of this device, with its size, also without a network, and is deleted there', async () => {
		const { page, noise } = await walker();
		for (const path of [WALK, `/en${WALK}`]) {
			await go(page, path);
			await alive(page);
			await page.locator('[data-save]:visible').click();
			await page.locator('[data-remove]:visible').waitFor();
		}
		await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
		const [zh, en] = [
			await manifest('?mode=normal&theme=auto'),
			(await (
				await fetch(`${served.origin}/en${TRAIL}/pack.json?mode=normal&theme=auto`)
			).json()) as Pack
		];
		await page.context().setOffline(true);
		await go(page, SHELF);
		await alive(page);
		const sum = words.shelf.sum
			.replace('{n}', '2')
			.replace('{size}', sizeText(zh.bytes + en.bytes));
		await state(page, sum);
		const rows = page.locator('[data-list] li');
		expect(await rows.count()).toBe(2);
		const own = rows.filter({ has: page.locator(`a[href="${WALK}"]`) });
		expect(await own.locator('a').textContent()).toContain(sizeText(zh.bytes));
		for (const width of [360, 768, 1440]) expect(await sticksOut(page, width)).toEqual([]);
		expect(await axe(page)).toEqual([]);
		await own.getByRole('button').click();
		await state(page, words.pack.removed);
		expect(await rows.count()).toBe(1);
		// The other still opens, and leads back to the list in its own language.
		await rows.locator('a').click();
		await alive(page);
		await page.locator('a[href="/en/trails/saved"]').click();
		await alive(page);
		expect(await page.locator('[data-list] li').count()).toBe(1);
		await page.locator('[data-list] button').click();
		await page.locator('[data-list]').waitFor({ state: 'hidden' });
		expect(await workers(page)).toBe(0);
		expect(noise.filter((line) => line.startsWith('foreign'))).toEqual([]);
		await page.context().setOffline(false);
	});

	it('is the whole walk when the network is cut and the server is gone', async () => {
		const { page, noise } = await walker();
		await go(page, WALK);
		await alive(page);
		await page.locator('[data-save]:visible').click();
		await state(page, '已经存好');
		await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
		expect(noise).toEqual([]);

		await page.context().setOffline(true);
		await served.stop();
		await page.reload();
		await alive(page);
		await page.locator('[data-offline]:visible').waitFor();
		expect(await current(page)).toEqual(['stop-1']);
		for (let stop = 2; stop <= 5; stop++) {
			await button(page, words.steps.next).click();
			expect(await current(page)).toEqual([`stop-${stop}`]);
			const text = await page.locator(`#stop-${stop}`).innerText();
			expect(text.length).toBeGreaterThan(40);
		}
		await button(page, words.steps.all).click();
		const broken = await page.evaluate(async () => {
			const pictures = [...document.images].filter((image) => image.checkVisibility());
			await Promise.all(pictures.map((image) => image.decode().catch(() => undefined)));
			return pictures.filter((image) => !image.naturalWidth).map((image) => image.src);
		});
		expect(broken).toEqual([]);
		const seconds = await page.evaluate(async () => {
			const audio = document.querySelector('audio')!;
			const known = new Promise<number>((come) => {
				audio.addEventListener('loadedmetadata', () => come(audio.duration));
				audio.addEventListener('error', () => come(-1));
			});
			audio.preload = 'auto';
			audio.load();
			return known;
		});
		expect(seconds).toBeGreaterThan(1);
		expect(noise.filter((line) => line.startsWith('foreign'))).toEqual([]);

		await button(page, words.pack.remove).click();
		await page.locator('[data-state]', { hasText: words.pack.removed }).waitFor();
		expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
	});
});
