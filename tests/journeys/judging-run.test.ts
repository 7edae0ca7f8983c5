import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences, tally } from '../../scripts/tally';
import type { TallyFile } from '../../src/lib/domain/judging/result/file';
import { launch, visit, watch } from '../browser';
import type { Watched } from '../browser';
import { passedFilms } from '../jury-world';
import { serve } from '../serve';
import type { Served } from '../serve';

// A whole judging by forms in a browser without scripts: the office plans, seals and deals, jurors
// score real films, two persons release, and a program of its own reckons the same result. A small
// one each time; nine jurors, forty films and three rounds with `FULL_RUN=on`.

const FULL = process.env.FULL_RUN === 'on';
const SIZE = FULL
	? {
			films: 40,
			jurors: 9,
			rounds: [
				{ each: 3, on: 18 },
				{ each: 5, on: 9 },
				{ each: 9, on: 3 }
			]
		}
	: {
			films: 4,
			jurors: 3,
			rounds: [
				{ each: 2, on: 2 },
				{ each: 3, on: 1 }
			]
		};
const PASSWORD = 'jade-cong-2026-trail';
const SETTINGS = { DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' };
const folder = mkdtempSync(join(tmpdir(), 'liantu-run-'));
let served: Served;
let browser: Browser;
let edition: string;
const opened: Watched[] = [];
const noises = () => opened.flatMap(({ noise }) => noise);

beforeAll(async () => {
	// The sample accounts come with the first start.
	await (await serve({ ...SETTINGS, DATA_DIR: folder })).stop();
	edition = await passedFilms(folder, { count: SIZE.films, seconds: 2 }, (_, held) =>
		Promise.resolve(held.editionId)
	);
	[served, browser] = await Promise.all([serve({ ...SETTINGS, DATA_DIR: folder }), launch()]);
}, 600_000);
afterAll(async () => {
	for (const { close } of opened) await close();
	await browser?.close();
	await served?.stop();
	rmSync(folder, { recursive: true, force: true });
});

const seats = new Map<string, Page>();
/** Somebody at a page of theirs; signed in once. */
async function as(who: string, path: string): Promise<Page> {
	let page = seats.get(who);
	if (!page) {
		const watched = await watch(browser, served.origin, { javaScriptEnabled: false });
		opened.push(watched);
		page = watched.page;
		await visit(page, `${served.origin}/login`);
		await page.getByLabel('邮箱').fill(`${who}@demo.invalid`);
		await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
		await page.locator('main').getByRole('button', { name: '登录', exact: true }).click();
		await page.waitForURL((url) => !url.pathname.endsWith('/login'));
		seats.set(who, page);
	}
	const url = `${served.origin}${path}`;
	expect([path, (await page.goto(url))!.status()]).toEqual([path, 200]);
	return page;
}
/** Sends the form of a button, and expects the server to take it. */
async function press(button: Locator): Promise<void> {
	const page = button.page();
	// What is folded away is unfolded by a click on its summary.
	for (const fold of await button.locator('xpath=ancestor::details[not(@open)]').all())
		await fold.locator('summary').first().click();
	const [answer] = await Promise.all([
		page.waitForResponse((one) => one.request().method() === 'POST'),
		button.click()
	]);
	if (answer.status() >= 400)
		throw new Error(`${answer.status()} ${(await page.locator('main').innerText()).slice(0, 800)}`);
	await page.waitForLoadState('load');
}
const own = () => `/studio/judging/${edition}`;
const rounds: string[] = [];
const at = (n: number, part = '') => `${own()}/${rounds[n]}${part}`;
const tomorrow = () => new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10);

async function plan(n: number): Promise<void> {
	const page = await as('organizer', own());
	await press(page.locator('form[action^="?/add"]:has(input[value="round"]) button').last());
	rounds[n] = new URL(page.url()).pathname.split('/').at(-2)!;
	const { each, on } = SIZE.rounds[n]!;
	await page.locator('[name="about.title.zh"]').fill(`第${n + 1}轮`);
	await page.locator('[name="reckon.perEntry"]').fill(String(each));
	await page.locator('[name="choose.selection.count"]').fill(String(on));
	await page.locator('[name="dates.opensAt.day"]').fill('');
	await page.locator('[name="dates.opensAt.time"]').fill('');
	await page.locator('[name="dates.closesAt.day"]').fill(tomorrow());
	await page.locator('[name="dates.closesAt.time"]').fill('24:00');
	await press(page.locator('button[name="do"][value="save"]').last());
}

/** Fixes, seals, deals and opens a round. */
async function open(n: number): Promise<void> {
	const page = await as('organizer', at(n));
	await press(page.locator('form[action^="?/fix"] button'));
	await page.locator('form[action^="?/seal"] [name="sure"]').check();
	await press(page.locator('form[action^="?/seal"] button'));
	await page.goto(`${served.origin}${at(n, '/assignment')}`);
	await press(page.locator('button[name="do"][value="draw"]'));
	await page.goto(`${served.origin}${at(n)}`);
	await press(page.locator('form[action^="?/open"] button'));
}

/** What a juror thinks of an entry: nothing but its code, so that everybody can be wrong together. */
const marksOf = (code: string, juror: number, criterion: number): number => {
	const taste = [...code].reduce((sum, sign) => sum + sign.charCodeAt(0), 0);
	return 60 + ((taste * 7 + juror * 3 + criterion * 5) % 37);
};

/** A juror scores and locks all that lies before them. */
async function judge(n: number, juror: number): Promise<number> {
	const page = await as(`juror${juror}`, `/jury/${rounds[n]}`);
	const links = await page
		.locator(`main a[href*="/jury/${rounds[n]}/"]`)
		.evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).pathname));
	const desks = [...new Set(links)].filter(
		(path) => /\/[^/]{3,12}$/.test(path) && !/\/(sheet|ties)$/.test(path)
	);
	for (const path of desks) {
		await page.goto(`${served.origin}${path}`);
		const code = path.split('/').at(-1)!;
		for (const [k, id] of ['theme', 'story', 'craft', 'reach'].entries())
			await page.locator(`input[name="marks.${id}"]`).fill(String(marksOf(code, juror, k)));
		await press(page.locator('button[formaction="?/lock"], form[action^="?/lock"] button').first());
	}
	return desks.length;
}

async function decide(n: number): Promise<void> {
	const page = await as('organizer', at(n, '/decision'));
	await press(page.locator('form[action^="?/rule"] button'));
	await press(page.locator('form[action^="?/ask"] button'));
	const second = await as('operator', at(n, '/decision'));
	await second.locator('[name="sure"]').check();
	await press(second.locator('form[action^="?/confirm"] button'));
}

describe('a judging from its plan to its prizes', () => {
	it('is planned by the office: rounds, jurors, prizes', async () => {
		for (const n of SIZE.rounds.keys()) await plan(n);
		for (let juror = 1; juror <= SIZE.jurors; juror++) {
			const page = await as('organizer', `${own()}/panel`);
			await page
				.locator('form[action^="?/invite"] [name="email"]')
				.fill(`juror${juror}@demo.invalid`);
			await press(page.locator('form[action^="?/invite"] button:not([type="button"])').last());
		}
		const page = await as('organizer', `${own()}/prizes`);
		await press(page.locator('button[name="do"][value="add"]'));
		await page.locator('[name="0.zh"]').fill('金奖');
		await page.locator('[name="0.most"]').fill('1');
		await press(page.locator('button[name="do"][value="save"]').last());
		await page.getByText('奖项已保存。').waitFor();
	}, 300_000);

	for (const [n] of SIZE.rounds.entries())
		it(`has round ${n + 1} sealed, dealt, scored, closed and released`, async () => {
			await open(n);
			let sheets = 0;
			for (let juror = 1; juror <= SIZE.jurors; juror++) sheets += await judge(n, juror);
			const field = n === 0 ? SIZE.films : SIZE.rounds[n - 1]!.on;
			expect(sheets).toBe(field * SIZE.rounds[n]!.each);
			const page = await as('organizer', at(n));
			const close = page.locator('form[action^="?/close"]');
			if (await close.locator('[name="sure"]').count())
				await close.locator('[name="sure"]').check();
			await press(close.locator('button'));
			await decide(n);
			const told = await as('organizer', at(n, '/decision'));
			await told.getByText(/已于 .* 发布/).waitFor();
		}, 1_800_000);

	it('comes to the same result in the hands of a program of its own', async () => {
		for (const n of SIZE.rounds.keys()) {
			const page = await as('organizer', at(n, '/results'));
			const file = await page.request.get(`${served.origin}${at(n, '/scores.json')}`);
			expect(file.status()).toBe(200);
			const told = (await file.json()) as TallyFile;
			expect(told.scores.length).toBeGreaterThan(0);
			expect(differences(told, tally(told))).toEqual([]);
		}
		expect(noises()).toEqual([]);
	});
});
