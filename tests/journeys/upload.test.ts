// Long because every way in which a line can break is walked against one portal.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, isNull } from 'drizzle-orm';
import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Plan } from '$lib/domain/contests/plan';
import { IN_PARTS } from '$lib/domain/films/parts';
import { entryFiles, films, newId } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { launch, visit, watch } from '../browser';
import { anEdition, anEntry, aPlan } from '../contests';
import { film, fileOf, impostors, pathFor } from '../films';
import { signedIn, somebody } from '../people';
import { freePort, serve } from '../serve';
import type { Served } from '../serve';
import { lookInto } from '../uploads-real';
import { axe, sticksOut, tooSmall, unmarkedChinese } from './look';

// The uploader in a real browser against the built portal: lines that break, laptops that close,
// servers that die, and files that are not taken.

const MB = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'liantu-sending-'));
/** Whose film was found unusable after it had arrived. */
const REFUSED = 11;
const people: { cookie: string; entryId: string }[] = [];
/** What must lie in the store at the end: SHA-256 by entry. */
const sent = new Map<string, string>();
let served: Served;
let browser: Browser;
let port = 0;

/** What ffmpeg fills with empty units until so many bits a second are there. */
const steady = (rate: string) => [
	...['-crf', '-1', '-b:v', rate, '-minrate', rate, '-maxrate', rate, '-bufsize', rate],
	...['-x264-params', 'nal-hrd=cbr:filler=1', '-movflags', '+faststart']
];
const small = () => film({ seconds: 6 });
/** Sent whole, in several pieces. */
const medium = () => film({ seconds: 8, args: steady('24M'), name: '中等.mp4' });
/** Sent in parts at once. */
const large = () => film({ seconds: 12, args: steady('46M'), name: '大片.mp4' });

function plan(): Plan {
	const made = aPlan({}, Date.now());
	const limits = made.categories[0]!.film!;
	Object.assign(limits, {
		minSeconds: 5,
		minShortSide: 180,
		minBitrate: null,
		maxBytes: 200 * MB,
		severity: { ...limits.severity, ratio: 'fail' }
	});
	return made;
}

const start = async () => {
	served = await serve({ DATA_DIR: folder, PORT: String(port), DEMO: 'off', LOG_LEVEL: 'warn' });
};

beforeAll(async () => {
	const now = Date.now();
	await lookInto(folder, async (db) => {
		const edition = await anEdition(db, { plan: plan(), now });
		for (let i = 0; i < 12; i++) {
			const owner = await somebody(db);
			const { id } = await anEntry(db, edition, { owner, now });
			people.push({ cookie: await signedIn(db, owner, { now }), entryId: id });
		}
		await write(db, async (tx) => {
			const id = newId(now);
			const { entryId } = people[REFUSED]!;
			await tx.insert(films).values({
				...{
					id,
					sha256: '0'.repeat(64),
					bytes: 1000,
					type: 'video/mp4',
					key: `films/${id}/original`
				},
				...{ form: 'film', state: 'unusable', reason: 'truncated', editionId: edition.editionId },
				...{ createdAt: now, updatedAt: now }
			});
			await tx.insert(entryFiles).values({
				...{ id: newId(now), entryId, materialId: 'film', filmId: id },
				...{ originalName: '断了的片子.mp4', addedAt: now }
			});
		});
	});
	port = await freePort();
	[browser] = await Promise.all([launch(), start(), small(), medium(), large()]);
}, 240_000);

afterAll(async () => {
	await browser?.close();
	await served?.stop();
	rmSync(folder, { recursive: true, force: true });
});

interface Visit {
	page: Page;
	noise: string[];
	entryId: string;
	close: () => Promise<void>;
	/** Offsets of the pieces sent so far, in order. */
	pieces: number[];
	/** Chromium’s own controls of the page. */
	line: CDPSession;
}

/** The materials of somebody’s entry, in a browser of their own. */
async function come(
	{ cookie, entryId }: (typeof people)[number],
	{ prefix = '', ...options }: BrowserContextOptions & { prefix?: string } = {}
): Promise<Visit> {
	const watched = await watch(browser, served.origin, options);
	const { page } = watched;
	await page.context().addCookies([{ name: 'liantu', value: cookie, url: served.origin }]);
	const pieces: number[] = [];
	page.on('request', (request) => {
		if (request.method() === 'PATCH') pieces.push(Number(request.headers()['upload-offset']));
	});
	await visit(page, `${served.origin}${prefix}/account/entries/${entryId}/materials`);
	await page.waitForSelector('[data-material=film]', { state: 'attached' });
	return { ...watched, entryId, pieces, line: await page.context().newCDPSession(page) };
}

const choose = (page: Page, path: string) =>
	page.locator('[id="file.film"] .uploader input[type=file]').setInputFiles(path);

/** Holds the line to so many megabytes a second; lets it go without a number, cuts it with none. */
async function slow({ line }: Visit, megabytes?: number): Promise<void> {
	await line.send('Network.emulateNetworkConditions', {
		offline: megabytes === 0,
		latency: 0,
		downloadThroughput: -1,
		uploadThroughput: megabytes ? megabytes * MB : -1
	});
}

const percent = async (page: Page) =>
	Number(
		await page
			.locator('.going progress')
			.getAttribute('value')
			.catch(() => 0)
	);
const reaches = async (page: Page, least: number) => {
	await expect.poll(() => percent(page), { timeout: 30_000, interval: 50 }).toBeGreaterThan(least);
};
const stage = (page: Page, name: string) =>
	page.waitForSelector(`.going[data-stage=${name}]`, { timeout: 60_000 });
const arrived = async ({ page, entryId }: Visit, path: string) => {
	const name = path.split('/').at(-1)!;
	await page
		.locator('[id="file.film"] .file strong', { hasText: name })
		.waitFor({ timeout: 60_000 });
	sent.set(entryId, createHash('sha256').update(readFileSync(path)).digest('hex'));
};
const says = (page: Page, text: string) => page.getByText(text).first().waitFor();

it('a film that keeps the rules is sent at once, and arrives', async () => {
	const visiting = await come(people[0]!);
	await choose(visiting.page, await small());
	await arrived(visiting, await small());
	expect(visiting.noise).toEqual([]);
	await visiting.close();
});

it('it pauses and goes on, by keys alone, and nobody is lost in between', async () => {
	const visiting = await come(people[1]!);
	const { page } = visiting;
	await slow(visiting, 5);
	await page.focus('[data-material=film]');
	await choose(page, await medium());
	await reaches(page, 15);
	const within = () => page.evaluate(() => !!document.activeElement?.closest('.uploader'));
	expect(await within()).toBe(true);
	await page.getByRole('button', { name: '暂停' }).focus();
	await page.keyboard.press('Enter');
	await stage(page, 'paused');
	await says(page, '以后可以接着传');
	expect(await within()).toBe(true);
	const before = visiting.pieces.length;
	const stood = await percent(page);
	await page.waitForTimeout(1200);
	expect([visiting.pieces.length, await percent(page)]).toEqual([before, stood]);
	await page.keyboard.press('Tab');
	await page.getByRole('button', { name: '接着传' }).focus();
	await page.keyboard.press('Enter');
	await stage(page, 'sending');
	expect(await within()).toBe(true);
	await slow(visiting);
	await arrived(visiting, await medium());
	expect(visiting.pieces.slice(before)[0]).toBeGreaterThan(0);
	expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
	await visiting.close();
});

it('after a reload the same file goes on where it stopped', async () => {
	const visiting = await come(people[2]!);
	const { page, pieces } = visiting;
	page.on('dialog', (dialog) => void dialog.accept());
	await slow(visiting, 5);
	await choose(page, await medium());
	await reaches(page, 50);
	await page.reload();
	await says(page, '没有传完的文件');
	await says(page, '再选一次同一个文件');
	const before = pieces.length;
	await choose(page, await medium());
	await arrived(visiting, await medium());
	expect(pieces[before]).toBeGreaterThan(5 * MB);
	await visiting.close();
});

it('in parts: a closed laptop loses nothing, another computer of the same account goes on', async () => {
	const first = await come(people[3]!);
	await slow(first, 8);
	await choose(first.page, await large());
	await reaches(first.page, 40);
	expect(first.pieces.filter((offset) => offset === 0).length).toBe(3);
	await first.close();
	const second = await come(people[3]!);
	await says(second.page, '没有传完的文件');
	await choose(second.page, await large());
	await arrived(second, await large());
	expect(second.pieces.filter((offset) => offset === 0)).toEqual([]);
	expect(second.pieces.length).toBeGreaterThan(0);
	expect(await second.page.getByText('没有传完的文件').count()).toBe(0);
	await second.close();
});

it.each([
	['whole', 4, medium],
	['in parts', 5, large]
] as const)('a line cut in the middle goes on by itself, %s', async (_, who, made) => {
	const visiting = await come(people[who]!);
	const { page, pieces } = visiting;
	const path = await made();
	await slow(visiting, 6);
	await choose(page, path);
	await reaches(page, 25);
	await slow(visiting, 0);
	await stage(page, 'away');
	await says(page, '恢复后自动接着传');
	await page.waitForTimeout(2500);
	const before = pieces.filter((offset) => offset === 0).length;
	await slow(visiting);
	await arrived(visiting, path);
	expect(pieces.filter((offset) => offset === 0).length).toBe(before);
	await visiting.close();
});

it('a server killed in the middle and started again loses no part, and nobody has to do anything', async () => {
	const visiting = await come(people[6]!);
	const { page, pieces } = visiting;
	await slow(visiting, 10);
	await choose(page, await large());
	await reaches(page, 30);
	served.child.kill('SIGKILL');
	await served.ended;
	await stage(page, 'away');
	const before = pieces.length;
	await start();
	await slow(visiting);
	await arrived(visiting, await large());
	expect(pieces.slice(before).some((offset) => offset > 0)).toBe(true);
	await visiting.close();
});

it('what was begun can be given up, and then nothing of it is left', async () => {
	const visiting = await come(people[7]!);
	const { page } = visiting;
	await slow(visiting, 8);
	await choose(page, await large());
	await reaches(page, 20);
	await page.getByRole('button', { name: '取消上传' }).click();
	await says(page, '已传的部分会删除');
	await page.getByRole('button', { name: '确定取消' }).click();
	await page.waitForSelector('[data-material=film]', { state: 'attached' });
	const list = await page.evaluate(
		(id) => fetch(`/account/entries/${id}/uploads.json`).then((answer) => answer.json()),
		visiting.entryId
	);
	expect(list).toEqual([]);
	await visiting.close();
});

it('what breaks the rules is told before anything is sent', async () => {
	const visiting = await come(people[8]!);
	const { page, noise } = visiting;
	const posts: string[] = [];
	page.on('request', (request) => {
		if (request.method() === 'POST') posts.push(request.url());
	});
	await choose(page, await film({ size: [180, 320] }));
	await says(page, '这个文件不符合要求');
	await page.locator('.uploader .wrong', { hasText: '9:16' }).first().waitFor();
	expect(await page.getByRole('button', { name: '开始上传' }).count()).toBe(0);
	await choose(page, await film({ seconds: 3 }));
	await page.locator('.uploader .wrong', { hasText: '时长' }).first().waitFor();
	const huge = pathFor('huge.mp4');
	writeFileSync(huge, readFileSync(await small()));
	truncateSync(huge, 201 * MB);
	await choose(page, huge);
	await page.locator('.uploader .wrong', { hasText: '200' }).first().waitFor();
	await choose(page, await fileOf('empty.mp4', ''));
	await says(page, '文件是空的');
	expect([posts, noise]).toEqual([[], []]);
	await visiting.close();
});

it('a program with the name of a film is refused in a sentence, and another file may be chosen', async () => {
	const visiting = await come(people[8]!);
	const { page } = visiting;
	await choose(page, await fileOf('renamed.mp4', impostors.program!));
	await says(page, '浏览器认不出这个文件的内容');
	await page.getByRole('button', { name: '仍然上传' }).click();
	await stage(page, 'refused');
	await says(page, '这是程序文件，不能上传。');
	await page.getByRole('button', { name: '重新选择' }).click();
	await choose(page, await small());
	await arrived(visiting, await small());
	await visiting.close();
});

it.each([
	['', 'normal', 'light'],
	['', 'elder', 'dark'],
	['/en', 'elder', 'light'],
	['/en', 'normal', 'dark']
] as const)('every state is for everyone: %s, %s, %s', async (prefix, mode, theme) => {
	const visiting = await come(people[9]!, { prefix, reducedMotion: 'reduce' });
	const { page } = visiting;
	await page
		.context()
		.addCookies(
			Object.entries({ mode, theme }).map(([name, value]) => ({ name, value, url: served.origin }))
		);
	await page.reload();
	const found: Record<string, string[]> = {};
	const look = async (name: string) => {
		const seen = await axe(page);
		if (prefix) seen.push(...(await unmarkedChinese(page)));
		if (mode === 'elder') seen.push(...(await tooSmall(page)));
		seen.push(...(await sticksOut(page, 640)), ...(await sticksOut(page, 320)));
		await page.setViewportSize({ width: 1280, height: 800 });
		if (seen.length) found[name] = seen;
	};
	await page.waitForSelector('[data-material=film]', { state: 'attached' });
	await look('choice');
	await choose(page, await film({ size: [180, 320] }));
	await page.locator('.uploader .wrong').first().waitFor();
	await look('wrong');
	await slow(visiting, 3);
	await choose(page, await medium());
	await reaches(page, 5);
	await look('sending');
	await page.locator('.going .button').first().click();
	await stage(page, 'paused');
	await look('paused');
	await page.locator('.going .button.quiet').click();
	await look('sure');
	await page.locator('.going .button').first().click();
	await page.waitForSelector('[data-material=film]', { state: 'attached' });
	await slow(visiting);
	await page
		.locator('[id="file.poster"] input[type=file]')
		.setInputFiles(await fileOf('page.jpg', impostors.page!));
	await stage(page, 'refused');
	await look('refused');
	expect(found).toEqual({});
	await visiting.close();
});

it.each(['/en', ''])(
	'a film that cannot stay is replaced in one step, by keys%s',
	async (prefix) => {
		const visiting = await come(people[REFUSED]!, { prefix });
		const { page } = visiting;
		const films = page.locator('[id="file.film"] .files');
		const names = () => films.locator('.file strong').allInnerTexts();
		expect([...(await axe(page)), ...(prefix ? await unmarkedChinese(page) : [])]).toEqual([]);
		if (prefix) return visiting.close();
		await page.locator('[id="file.film"] .uploader input[type=file]').focus();
		expect(await page.locator(':focus').locator('xpath=..').innerText()).toContain('替换影片');
		// What is refused leaves the old where it is.
		await choose(page, await fileOf('renamed.mp4', impostors.program!));
		await page.getByRole('button', { name: '仍然上传' }).press('Enter');
		await stage(page, 'refused');
		expect(await names()).toEqual(['断了的片子.mp4']);
		await page.getByRole('button', { name: '重新选择' }).press('Enter');
		await choose(page, await small());
		await arrived(visiting, await small());
		expect(await names()).toEqual([(await small()).split('/').at(-1)]);
		await says(page, '已收到：');
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('file.film');
		// The one complaint is the file that was refused.
		expect(visiting.noise.filter((line) => !line.includes('422'))).toEqual([]);
		await visiting.close();
	}
);

it('a small file chosen before the script is there goes along', async () => {
	const { cookie, entryId } = people[10]!;
	const { page, close } = await watch(browser, served.origin);
	await page.context().addCookies([{ name: 'liantu', value: cookie, url: served.origin }]);
	let open = () => {};
	const gate = new Promise<void>((done) => (open = done));
	await page.route('**/_app/**/*.js', async (route) => {
		await gate;
		await route.continue();
	});
	await page.goto(`${served.origin}/account/entries/${entryId}/materials`, {
		waitUntil: 'commit'
	});
	await page.locator('[id="send.script"]').setInputFiles(await fileOf('剧本.pdf', 'no such thing'));
	open();
	await page.locator('[id="file.script"] .going[data-stage=refused]').waitFor({ timeout: 60_000 });
	await page.getByText('剧本.pdf').first().waitFor();
	await close();
});

it('what arrived lies in the store byte by byte', async () => {
	await served.stop();
	const rows = await lookInto(folder, (db) =>
		db
			.select({ entryId: entryFiles.entryId, sha256: films.sha256 })
			.from(entryFiles)
			.innerJoin(films, eq(films.id, entryFiles.filmId))
			.where(isNull(entryFiles.removedAt))
	);
	expect(new Map(rows.map(({ entryId, sha256 }) => [entryId, sha256]))).toEqual(sent);
	expect(readFileSync(await large()).length).toBeGreaterThan(IN_PARTS);
});
