import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomFrom } from '$lib/domain/judging/statistics/random';
import { close, open } from '$lib/server/db/open';
import { launch, visit, watch } from '../browser';
import type { Watched } from '../browser';
import { anEdition, anEntry, content } from '../contests';
import { aRound, scored, someTasks } from '../judging';
import type { ARound } from '../judging';
import { serve } from '../serve';
import type { Served } from '../serve';
import { axe, sticksOut, unmarkedChinese } from './look';

// The office looks at who is strict, who disagrees and how sure the cut is; it takes the figures along;
// and it lets a made-up contest be judged in several ways.

const PASSWORD = 'jade-cong-2026-trail';
const SETTINGS = { DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' };
const folder = mkdtempSync(join(tmpdir(), 'liantu-analysis-'));
let served: Served;
let browser: Browser;
/** Sixty entries, each seen by three of six; and twelve seen in two halves of the jury. */
let round: ARound;
let halves: ARound;

beforeAll(async () => {
	// The sample accounts come with the first start.
	await (await serve({ ...SETTINGS, DATA_DIR: folder })).stop();
	await arrange();
	[served, browser] = await Promise.all([serve({ ...SETTINGS, DATA_DIR: folder }), launch()]);
}, 240_000);
afterAll(async () => {
	await browser?.close();
	await served?.stop();
	rmSync(folder, { recursive: true, force: true });
});

async function arrange(): Promise<void> {
	const db = await open(`file:${join(folder, 'liantu.db')}`, { migrations: 'drizzle' });
	const edition = await anEdition(db);
	const field: string[] = [];
	for (let at = 1; at <= 60; at++) {
		const own = content({ title: `清风第${at}集`, crew: [], contact: null });
		field.push((await anEntry(db, edition, { state: 'passed', content: own })).id);
	}
	const selection = { within: 'all', count: 12, quotas: {}, least: null } as const;
	const random = randomFrom('journey');
	const quality = field.map(() => 7 * random.normal());
	round = await aRound(db, { edition, field, jurors: 6, plan: { perEntry: 3, selection } });
	await someTasks(db, round);
	// The sixth is nine points stricter than the others; the first gives everything a hundred.
	await scored(db, round, (entry, juror) =>
		juror === 0
			? 100
			: Math.round(70 + quality[entry]! - (juror === 5 ? 9 : 0) + 2 * random.normal())
	);
	halves = await aRound(db, {
		...{ edition, ordinal: 2, field: field.slice(0, 12), of: round.jurors },
		plan: { perEntry: 3, selection: { ...selection, count: 3 } }
	});
	await someTasks(db, halves, {
		pairs: halves.entries.flatMap((_, entry) =>
			[0, 1, 2].map((k) => [entry, 3 * (entry % 2) + k] as const)
		)
	});
	await scored(db, halves, (entry, juror) => 60 + entry + juror);
	close(db);
}

const analysis = (of: ARound) => `/studio/judging/${of.editionId}/${of.roundId}/analysis`;

describe.each([
	['with JavaScript', true],
	['without JavaScript', false]
])('%s', (_, javaScriptEnabled) => {
	const opened: Watched[] = [];
	afterAll(async () => {
		for (const { close } of opened) await close();
	});

	async function signedIn(who: string, next: string): Promise<Watched> {
		const watched = await watch(browser, served.origin, {
			javaScriptEnabled,
			viewport: { width: 1440, height: 900 },
			acceptDownloads: true
		});
		opened.push(watched);
		const { page } = watched;
		await visit(page, `${served.origin}/login?next=${encodeURIComponent(next)}`);
		await page.getByLabel('邮箱').fill(`${who}@demo.invalid`);
		await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
		await page.locator('main').getByRole('button', { name: '登录', exact: true }).click();
		await page.waitForURL(`${served.origin}${next}`);
		return watched;
	}
	const rows = (page: Page) =>
		page.locator('tr[data-entry]').evaluateAll((found) => found.map((row) => row.textContent!));

	it('the office sees who is strict, who gives everything the same, and how sure the order is', async () => {
		const { page, noise } = await signedIn('organizer', analysis(round));
		await page.getByText('60 件作品，180 个评分，6 位评委。').waitFor();
		expect(await page.locator('.told').textContent()).toContain('评委 01 给所有作品打了同样的分');
		const jury = page.locator('section[aria-labelledby=jury]');
		expect((await jury.locator('ol li').last().textContent())!.trim()).toMatch(/^评委 06/);
		await jury.locator('summary').click();
		expect(await jury.locator('tbody tr').count()).toBe(6);
		expect((await rows(page)).length).toBe(50);

		await page.locator('select[name=sort]').selectOption('calibrated');
		await page.locator('#table form button').click();
		await page.waitForURL(/sort=calibrated/);
		expect((await rows(page))[0]).toMatch(/第 1\b/);
		await page.getByRole('link', { name: '下一页' }).click();
		await page.waitForURL(/page=2/);
		expect((await rows(page)).length).toBe(10);
		expect(noise).toEqual([]);
	});

	it('the figures go along as a workbook with entries, jurors, pairs and far scores', async () => {
		const { page } = await signedIn('organizer', analysis(round));
		const [file] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('link', { name: '下载表格（XLSX）' }).click()
		]);
		const book = await readXlsx(await readFile(await file.path()));
		expect(book.sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
			['三种算法', 61],
			['评委', 7],
			['评委两两', 9],
			['离得远的评分', expect.any(Number)]
		]);
	});

	it('a jury in two halves is not calibrated, with the halves', async () => {
		const { page } = await signedIn('organizer', analysis(halves));
		const why = page.locator('[data-why=not-connected]');
		expect(await why.textContent()).toContain('〔评委 01、评委 02、评委 03；6 件〕');
		expect((await rows(page)).length).toBe(12);
	});

	it('a made-up contest is judged in eight ways, and closed panels are refused', async () => {
		const { page, noise } = await signedIn('organizer', '/studio/judging/simulation');
		await page.locator('select[name=variant]').selectOption('small');
		await page.getByRole('button', { name: '评一遍' }).click();
		await page.waitForURL(/variant=small/);
		await page.locator('tr[data-plan="adaptive-3"] .caught').waitFor();
		expect(await page.locator('tr[data-plan]').count()).toBe(8);
		await page.locator('select[name=variant]').selectOption('panels');
		await page.getByRole('button', { name: '评一遍' }).click();
		await page.locator('tr[data-plan="adaptive-3"] .refused').waitFor();
		expect(await page.locator('.why').textContent()).toContain('各 4 人');
		expect(noise).toEqual([]);
	});
});

it('nobody but the office is let in', async () => {
	const watched = await watch(browser, served.origin);
	const { page } = watched;
	for (const path of [analysis(round), `${analysis(round)}/table.xlsx`]) {
		await visit(page, `${served.origin}${path}`);
		expect(await page.content()).not.toContain('清风第1集');
	}
	await watched.close();
});

it.each([
	['zh', ''],
	['en', '/en']
])('plots and tables fit a phone, and a screen reader finds its way (%s)', async (_, prefix) => {
	const watched = await watch(browser, served.origin);
	const { page, noise } = watched;
	await visit(page, `${served.origin}/login`);
	await page.getByLabel('邮箱').fill('organizer@demo.invalid');
	await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
	await page.locator('main').getByRole('button', { name: '登录', exact: true }).click();
	await page.waitForURL((url) => !url.pathname.endsWith('/login'));
	for (const path of [
		analysis(round),
		analysis(halves),
		'/studio/judging/simulation?variant=small&seed=1'
	]) {
		await visit(page, `${served.origin}${prefix}${path}`);
		await page.locator('tbody tr').first().waitFor({ state: 'attached' });
		expect([path, await axe(page)]).toEqual([path, []]);
		for (const width of [360, 768, 1440])
			expect([path, await sticksOut(page, width)]).toEqual([path, []]);
		if (prefix) expect([path, await unmarkedChinese(page)]).toEqual([path, []]);
	}
	expect(noise).toEqual([]);
	await watched.close();
});
