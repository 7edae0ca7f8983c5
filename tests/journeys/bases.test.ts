// Long because one journey through one browser and one built portal.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit, watch } from '../browser';
import type { Watched } from '../browser';
import { photo } from '../media';
import { serve } from '../serve';
import type { Served } from '../serve';
import { axe, sticksOut, tooSmall, unmarkedChinese } from './look';

// An office lays a painting on the ground by its corners and
// draws a base of its own; three people pass it, and the public sees its colours where they belong.

const PASSWORD = 'jade-cong-2026-trail';
type At = [lon: number, lat: number];
let served: Served;
let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'liantu-bases-'));
const file = (name: string) => join(folder, name);

beforeAll(async () => {
	[served, browser] = await Promise.all([
		serve({ DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' }),
		launch()
	]);
	// Red on its left, blue on its right.
	writeFileSync(file('长卷.jpg'), await photo(1200, 800, { seed: 1 }));
	writeFileSync(file('短卷.jpg'), await photo(900, 600, { seed: 2 }));
	const store = join(served.dataDir, 'files');
	mkdirSync(store, { recursive: true });
	writeFileSync(
		join(store, 'scan.png'),
		await sharp(await photo(300, 200))
			.tiff()
			.toBuffer()
	);
});
afterAll(async () => {
	for (const { close } of opened) await close();
	await browser?.close();
	await served?.stop();
	rmSync(folder, { recursive: true, force: true });
});

const opened: Watched[] = [];
async function signedIn(who: string, more: Parameters<typeof watch>[2] = {}): Promise<Page> {
	const watched = await watch(browser, served.origin, {
		viewport: { width: 1440, height: 900 },
		reducedMotion: 'reduce',
		...more
	});
	opened.push(watched);
	const { page } = watched;
	await visit(page, `${served.origin}/login?next=/studio`);
	await page.getByLabel('邮箱').fill(`${who}@demo.invalid`);
	await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
	await page.locator('main').getByRole('button', { name: '登录', exact: true }).click();
	await page.waitForURL('**/studio');
	return page;
}

/** Fills in what every base has. */
async function fill(page: Page, slug: string, name: string, kind: string): Promise<void> {
	await page.locator('[name="name.zh"]').fill(name);
	await page.locator('[name="slug"]').fill(slug);
	await page.locator('[name="kind"]').selectOption(kind);
	await page.locator('[name="minZoom"]').fill('8');
	await page.locator('[name="maxZoom"]').fill('18');
	await page.locator('[name="attribution.zh"]').fill('某画师');
	await page.locator('[name="notice.zh"]').fill('示意图·非测绘成果');
}

const value = (page: Page, name: string) => page.locator(`[name="${name}"]`).inputValue();
const cornersIn = async (page: Page): Promise<At[]> =>
	Promise.all(
		[0, 1, 2, 3].map(
			async (n) => (await value(page, `config.corner.${n}`)).split(',').map(Number) as At
		)
	);

/** Opens the map beside the inputs, and brings it into the middle of the window. */
async function openMap(page: Page, button: string): Promise<Locator> {
	await page.getByRole('button', { name: button }).click();
	await page.waitForFunction(
		() => document.querySelector('.easel') && !document.querySelector('.easel .veil')
	);
	const frame = page.locator('.easel .frame');
	await frame.evaluate((element) => element.scrollIntoView({ block: 'center' }));
	return frame;
}

/** Saves what the form says and goes through three reviews. */
async function publish(editor: Page, slug: string): Promise<void> {
	await editor.getByRole('button', { name: '保存为草稿' }).click();
	await editor.waitForURL(new RegExp(`/studio/bases/${slug}\\?`));
	const review = `${served.origin}/studio/bases/${slug}/review`;
	for (const [who, deed, name] of [
		['editor', 'submit', '送审'],
		['approver1', 'approve', '通过'],
		['approver2', 'approve', '通过'],
		['operator', 'approve', '终审通过']
	] as const) {
		const page = who === 'editor' ? editor : await signedIn(who, { javaScriptEnabled: false });
		await visit(page, review);
		const form = page.locator(`form[data-deed="${deed}"]`);
		const seen = form.locator('[name="seen"]');
		if (await seen.count()) await seen.check();
		await form.getByRole('button', { name }).click();
		await page.waitForURL(/\/review\?done=/);
	}
}

/** The middle colour of a little square around a spot of the window. */
async function colourAt(page: Page, x: number, y: number, side = 24): Promise<number[]> {
	const clip = { x: x - side / 2, y: y - side / 2, width: side, height: side };
	const bytes = await page.screenshot({ clip });
	const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
	return [0, 1, 2].map((channel) => {
		const all = [];
		for (let i = channel; i < data.length; i += info.channels) all.push(data[i]!);
		return all.sort((a, b) => a - b)[all.length >> 1]!;
	});
}
const nameOf = ([r = 0, g = 0, b = 0]: number[]) =>
	r > 150 && g < 80 && b < 80 ? 'red' : b > 150 && r < 80 && g < 80 ? 'blue' : 'other';

/** The paper of the light look. */
const PAPER = [247, 243, 233];
const near = (a: number[], b: number[]) => a.every((one, i) => Math.abs(one - b[i]!) < 12);

/** What the public map shows at a place on the ground, waited for until it is what is meant. */
async function shownAt(
	page: Page,
	base: string,
	[lon, lat]: At,
	meant: (colour: number[]) => boolean,
	zoom = 13
): Promise<number[]> {
	await page.goto('about:blank');
	const hash = `#map=${zoom}/${lat.toFixed(6)}/${lon.toFixed(6)}`;
	await visit(page, `${served.origin}/map?base=${base}&trails=off&kind=unit${hash}`);
	const live = page.locator('[data-live]');
	await live.waitFor({ timeout: 60_000 });
	await page.waitForTimeout(700);
	const box = (await live.boundingBox())!;
	const colour = () => colourAt(page, box.x + box.width / 2, box.y + box.height / 2, 6);
	// However slow the machine: what never comes is told where the colour is compared.
	for (let looks = 0; looks < 60 && !meant(await colour()); looks++) await page.waitForTimeout(250);
	return colour();
}

const namedAt = async (page: Page, base: string, at: At, meant: string): Promise<string> =>
	nameOf(await shownAt(page, base, at, (colour) => nameOf(colour) === meant));

/** A place within a picture: shares of its width from the left and of its height from the top. */
const within = ([tl, tr, br, bl]: At[], u: number, v: number): At =>
	[0, 1].map(
		(i) => (1 - v) * ((1 - u) * tl![i]! + u * tr![i]!) + v * ((1 - u) * bl![i]! + u * br![i]!)
	) as At;

describe('a painting', () => {
	it('is laid on the ground by pulling its corners and by keyboard, reviewed, and public', async () => {
		const editor = await signedIn('editor');
		await visit(editor, `${served.origin}/studio/bases/new`);
		await fill(editor, 'scroll', '手绘长卷', 'painting');
		await editor.locator('[name="config.source"]').selectOption('picture');
		await editor.getByRole('button', { name: '从素材库选择' }).click();
		const dialog = editor.locator('dialog[open]');
		await dialog.getByRole('button', { name: '上传新文件' }).click();
		await dialog.locator('input[type=file]').setInputFiles(file('长卷.jpg'));
		await dialog.getByRole('button', { name: /长卷\.jpg/ }).click();
		await editor.waitForFunction(
			() => document.querySelector<HTMLInputElement>('[name="config.asset"]')?.value !== ''
		);

		const frame = await openMap(editor, '在地图上对准四角');
		await editor.getByRole('button', { name: '先放在当前画面里' }).click();
		await editor.waitForFunction(
			() => document.querySelector<HTMLInputElement>('[name="config.corner.3"]')?.value !== ''
		);
		const placed = await cornersIn(editor);
		// It lies upright in the middle of the map, in its own proportion on the ground.
		expect(placed[0]![1]).toBe(placed[1]![1]);
		expect(placed[0]![0]).toBe(placed[3]![0]);
		await editor.locator('.opacity input').fill('1');
		await frame.evaluate((element) => element.scrollIntoView({ block: 'center' }));
		const box = (await frame.boundingBox())!;
		const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
		const spot = async (dx: number) => nameOf(await colourAt(editor, middle.x + dx, middle.y - 60));
		await expect.poll(() => spot(-70), { timeout: 15_000 }).toBe('red');
		expect(await spot(70)).toBe('blue');

		// Pulled by its first corner, at once: 60 px to the left, 40 up.
		const perPixel = (placed[1]![0] - placed[0]![0]) / (2 * 0.35 * box.width);
		const corner = { x: middle.x - 0.35 * box.width, y: 0 };
		const mercator = (lat: number) => Math.asinh(Math.tan((lat * Math.PI) / 180));
		const centreLat = await editor
			.evaluate(() => 0)
			.then(() => (placed[0]![1] + placed[3]![1]) / 2);
		const perRadian = ((180 / Math.PI) * 1) / perPixel;
		corner.y = middle.y - (mercator(placed[0]![1]) - mercator(centreLat)) * perRadian;
		await editor.mouse.move(corner.x, corner.y);
		await editor.mouse.down();
		for (const share of [0.2, 0.5, 0.8, 1])
			await editor.mouse.move(corner.x - 60 * share, corner.y - 40 * share);
		await editor.mouse.up();
		await editor.waitForFunction(
			(before) =>
				document.querySelector<HTMLInputElement>('[name="config.corner.0"]')?.value !== before,
			placed[0]!.join(', ')
		);
		const pulled = await cornersIn(editor);
		expect(pulled.slice(1)).toEqual(placed.slice(1));
		expect(Math.abs((placed[0]![0] - pulled[0]![0]) / perPixel - 60)).toBeLessThan(6);
		expect(pulled[0]![1]).toBeGreaterThan(placed[0]![1]);

		// By keyboard: the corner comes under the cross, goes with it, and stays where Enter is pressed.
		await editor.getByRole('button', { name: '回车键移动：右下角' }).press('Enter');
		await frame.focus();
		await editor.keyboard.press('ArrowRight');
		await editor.keyboard.press('Enter');
		await editor.waitForFunction(
			(before) =>
				document.querySelector<HTMLInputElement>('[name="config.corner.2"]')?.value !== before,
			pulled[2]!.join(', ')
		);
		const keyed = await cornersIn(editor);
		expect([keyed[0], keyed[1], keyed[3]]).toEqual([pulled[0], pulled[1], pulled[3]]);
		expect(Math.round((keyed[2]![0] - pulled[2]![0]) / perPixel)).toBe(80);
		expect(Math.abs(keyed[2]![1] - pulled[2]![1])).toBeLessThan(1e-4);

		// What is typed moves the picture as well; corners in a wrong order are told.
		await editor.locator('[name="config.corner.1"]').fill(placed[0]!.join(', '));
		await editor.locator('.easel .said').getByText('图片会翻过来').waitFor();
		await editor.locator('[name="config.corner.1"]').fill(placed[1]!.join(', '));
		await editor.locator('.easel .said').getByText('右下角').waitFor();

		await publish(editor, 'scroll');
		const { page, noise, close } = await watch(browser, served.origin, {
			viewport: { width: 1280, height: 800 },
			reducedMotion: 'reduce'
		});
		await visit(page, `${served.origin}/map`);
		await page.locator('summary', { hasText: '底图' }).click();
		await page.getByRole('link', { name: '手绘长卷' }).click();
		await page.waitForURL(/base=scroll/);
		await expect
			.poll(() => page.locator('.map-notice:visible').textContent())
			.toContain('示意图·非测绘成果');
		expect(await namedAt(page, 'scroll', within(keyed, 0.2, 0.3), 'red')).toBe('red');
		expect(await namedAt(page, 'scroll', within(keyed, 0.8, 0.7), 'blue')).toBe('blue');
		const [lon, lat] = within(keyed, 0, 0.5);
		expect(await namedAt(page, 'scroll', [lon - 0.02, lat], 'other')).toBe('other');
		expect(noise).toEqual([]);
		await close();
	});

	it('that no map can draw is refused, and nothing of the form is lost; without JavaScript', async () => {
		const editor = await signedIn('editor', { javaScriptEnabled: false });
		await visit(editor, `${served.origin}/studio/media/upload`);
		await editor.locator('input[type=file]').setInputFiles(file('短卷.jpg'));
		await editor.getByRole('button', { name: '上传', exact: true }).click();
		await editor.waitForURL(/done=uploaded/);
		const asset = new URL(editor.url()).pathname.split('/').at(-1)!;

		await visit(editor, `${served.origin}/studio/bases/new`);
		await fill(editor, 'plain', '手绘短卷', 'painting');
		await editor.locator('[name="config.source"]').selectOption('picture');
		const corners: At[] = [
			[119.8, 30.5],
			[120, 30.52],
			[120.02, 30.4],
			[119.82, 30.38]
		];
		for (const [n, corner] of corners.entries())
			await editor.locator(`[name="config.corner.${n}"]`).fill(corner.join(', '));
		const undrawable = '这个图片地图画不出来';
		for (const [url, sentence] of [
			['/base/yuhang-light.svg', undrawable],
			['/files/scan.png', undrawable],
			['/files/none.png', '没有找到这个图片文件']
		] as const) {
			await editor.locator('[name="config.url"]').fill(url);
			await editor.getByRole('button', { name: '保存为草稿' }).click();
			await editor.locator('#in-config-url-wrong').getByText(sentence).waitFor();
			expect([
				await value(editor, 'name.zh'),
				await value(editor, 'config.source'),
				await value(editor, 'config.url'),
				await cornersIn(editor)
			]).toEqual(['手绘短卷', 'picture', url, corners]);
		}
		await editor.locator('[name="config.url"]').fill('');
		await editor.locator('[name="config.asset"]').fill(asset);
		await publish(editor, 'plain');
		const { page, noise, close } = await watch(browser, served.origin, {
			viewport: { width: 1280, height: 800 }
		});
		expect(await namedAt(page, 'plain', within(corners, 0.2, 0.2), 'red')).toBe('red');
		expect(await namedAt(page, 'plain', within(corners, 0.8, 0.8), 'blue')).toBe('blue');
		expect(noise).toEqual([]);
		await close();
	});

	it('that no map can draw is told in the editor before it is saved', async () => {
		const editor = await signedIn('editor');
		await visit(editor, `${served.origin}/studio/bases/new`);
		await editor.locator('[name="config.source"]').selectOption('picture');
		const url = editor.locator('[name="config.url"]');
		await url.fill('/base/yuhang-light.svg');
		const alert = editor.getByRole('alert').filter({ hasText: '这个图片地图画不出来' });
		await alert.waitFor();
		// An ending proves nothing: the map’s own way of decoding does.
		await url.fill('/files/scan.png');
		await alert.waitFor({ state: 'detached' });
		await openMap(editor, '在地图上对准四角');
		await alert.waitFor();
		expect(await editor.getByRole('button', { name: '先放在当前画面里' }).isDisabled()).toBe(true);
		expect(await url.inputValue()).toBe('/files/scan.png');
	});
});

describe('a base the office draws itself', () => {
	const shapes = async (page: Page): Promise<{ part: string; points: At[] }[]> =>
		JSON.parse((await value(page, 'config.own')) || '[]');
	const count = (page: Page, wanted: number) =>
		expect.poll(async () => (await shapes(page)).length, { timeout: 10_000 }).toBe(wanted);

	it('has areas and lines, steps back and forward, is reviewed, and public', async () => {
		const editor = await signedIn('editor');
		await visit(editor, `${served.origin}/studio/bases/new`);
		await fill(editor, 'own', '自绘底图', 'illustrated');
		await editor.locator('[name="config.source"]').selectOption('drawing');
		await editor.getByLabel('画在哪张底上').selectOption({ label: '一张白纸' });
		const frame = await openMap(editor, '在地图上画底图');
		const box = (await frame.boundingBox())!;
		// One draws on what was chosen: the paper is blank.
		const blank = await colourAt(editor, box.x + box.width * 0.15, box.y + box.height * 0.5);
		expect(near(blank, PAPER)).toBe(true);
		/** Presses one spot after the other, the last one twice to end the shape. */
		const draw = async (spots: [number, number][]) => {
			for (const [x, y] of [...spots, spots.at(-1)!]) {
				await editor.mouse.move(box.x + box.width * x, box.y + box.height * y);
				await editor.mouse.click(box.x + box.width * x, box.y + box.height * y);
				await editor.waitForTimeout(350);
			}
		};
		await draw([
			[0.2, 0.3],
			[0.45, 0.3],
			[0.45, 0.7],
			[0.2, 0.7]
		]);
		await count(editor, 1);
		await editor.getByLabel('画什么').selectOption({ label: '小路' });
		await draw([
			[0.6, 0.2],
			[0.7, 0.5],
			[0.6, 0.8]
		]);
		await count(editor, 2);
		const [area, line] = await shapes(editor);
		expect([area!.part, area!.points.length, line!.part, line!.points.length]).toEqual([
			'water',
			4,
			'lane',
			3
		]);

		const step = (name: string) => editor.locator('.easel').getByRole('button', { name });
		await step('撤销').click();
		await count(editor, 1);
		await step('撤销').click();
		await count(editor, 0);
		expect(await step('撤销').isDisabled()).toBe(true);
		await step('重做').click();
		await step('重做').click();
		expect(await shapes(editor)).toEqual([area, line]);

		// By keyboard: three points at the cross, Enter once more on the last; and one thing deleted.
		await editor.getByLabel('画什么').selectOption({ label: '田地' });
		await frame.focus();
		for (const key of ['Enter', 'ArrowRight', 'Enter', 'ArrowDown', 'Enter', 'Enter'])
			await editor.keyboard.press(key);
		await count(editor, 3);
		expect((await shapes(editor))[2]!.points.length).toBe(3);
		await editor.locator('summary', { hasText: '已画的' }).click();
		await editor.getByRole('button', { name: '删除3. 田地' }).click();
		await count(editor, 2);
		expect(await shapes(editor)).toEqual([area, line]);

		await publish(editor, 'own');
		const { page, noise, close } = await watch(browser, served.origin, {
			viewport: { width: 1280, height: 800 },
			reducedMotion: 'reduce',
			colorScheme: 'light'
		});
		const mid = (points: At[]): At =>
			[0, 1].map((i) => points.reduce((sum, at) => sum + at[i]!, 0) / points.length) as At;
		const paper = (colour: number[]) => near(colour, PAPER);
		const drawn = (colour: number[]) => !paper(colour);
		const water = await shownAt(page, 'own', mid(area!.points), drawn);
		const lane = await shownAt(page, 'own', mid(line!.points.slice(0, 2)), drawn, 17);
		const [lon, lat] = area!.points[0]!;
		const beside = await shownAt(page, 'own', [lon - 0.02, lat], paper);
		expect([near(water, PAPER), near(lane, PAPER), near(beside, PAPER)]).toEqual([
			false,
			false,
			true
		]);
		expect(near(water, lane)).toBe(false);
		expect(noise).toEqual([]);
		await close();
	});
});

it('both editors are for everybody’s eyes and fingers, in both languages', async () => {
	const wrong: string[] = [];
	for (const [width, mode, theme, prefix] of [
		[1440, 'normal', 'light', ''],
		[360, 'normal', 'dark', '/en'],
		[768, 'elder', 'light', '']
	] as const)
		for (const source of ['picture', 'drawing']) {
			const editor = await signedIn('editor', { viewport: { width, height: 900 } });
			await editor.context().addCookies([
				{ name: 'mode', value: mode, url: served.origin },
				{ name: 'theme', value: theme, url: served.origin }
			]);
			await visit(editor, `${served.origin}${prefix}/studio/bases/new`);
			await editor.locator('[name="config.source"]').selectOption(source);
			await editor.locator('.tool > .button').click();
			await editor.waitForFunction(
				() => document.querySelector('.easel') && !document.querySelector('.easel .veil')
			);
			const found = [
				...(await axe(editor)),
				...(await sticksOut(editor, width)),
				// An approval number is written in Chinese in every language.
				...(prefix ? await unmarkedChinese(editor) : []).filter(
					(what) => !/审图号|GS\(/.test(what)
				),
				...(mode === 'elder' ? await tooSmall(editor) : [])
			];
			wrong.push(...found.map((what) => `${source} at ${width}, ${mode}: ${what}`));
		}
	expect(wrong).toEqual([]);
	// The refusals of a picture no map can draw are said aloud; nothing else was.
	expect(
		opened.flatMap(({ noise }) => noise).filter((line) => !/status of 422/.test(line))
	).toEqual([]);
});
