import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close, open } from '$lib/server/db/open';
import { places, series } from '$lib/server/db/schema';
import { plant } from '$lib/server/seed';
import { launch, visit, watch } from '../browser';
import { plantEvent } from '../events';
import { serve } from '../serve';
import type { Served } from '../serve';
import { axe, sticksOut, tooSmall, unmarkedChinese } from './look';

// How an event is found: in the list, the month, the week, on the map and in a calendar, with and
// without scripts. Pages without a question in their address are looked at with all others.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MINE = 'type=suggestion';
let served: Served;
let browser: Browser;
let dataDir: string;

beforeAll(async () => {
	dataDir = mkdtempSync(join(tmpdir(), 'liantu-events-'));
	const db = await open(`file:${join(dataDir, 'liantu.db')}`, { migrations: 'drizzle' });
	const now = Date.now();
	await plant(db, now);
	const [venue] = await db.select().from(places).where(eq(places.slug, 'gangnan-village'));
	const [week] = await db.select().from(series).where(eq(series.slug, 'demonstration-series'));
	const midnight = now + 8 * HOUR - ((now + 8 * HOUR) % DAY) - 8 * HOUR;
	// On two days, so that one is today even when midnight passes meanwhile.
	for (const day of [0, 1])
		await plantEvent(db, {
			now: now + day,
			startsAt: midnight + day * DAY + 23 * HOUR + HOUR / 2,
			over: {
				...{ slug: `night-watch-${day}`, type: 'suggestion', titleZh: `监督日${day}` },
				...{ titleEn: `Watch ${day}`, placeId: venue!.id, townSlug: venue!.townSlug },
				...{ seriesId: week!.id, chapterSlug: 'listen' }
			}
		});
	close(db);
	[served, browser] = await Promise.all([serve({ DATA_DIR: dataDir }), launch()]);
}, 120_000);

afterAll(async () => {
	await browser?.close();
	await served?.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

const main = (page: Page) => page.locator('main');
const total = async (page: Page) =>
	Number(await page.locator('[data-total]').first().getAttribute('data-total'));
const linked = (page: Page, name: string | RegExp) =>
	main(page).getByRole('link', { name, exact: true }).first();
const there = (path: string) => (url: URL) => url.pathname + url.search === path;

describe.each([true, false])('with scripts: %s', (javaScriptEnabled) => {
	const walk = async (act: (page: Page) => Promise<void>) => {
		const one = await watch(browser, served.origin, { javaScriptEnabled });
		try {
			await act(one.page);
			expect(one.noise.filter((line) => javaScriptEnabled || !line.endsWith(' csp'))).toEqual([]);
		} finally {
			await one.close();
		}
	};

	it('an event is found in list, month and week, and leads to its series', () =>
		walk(async (page) => {
			await visit(page, `${served.origin}/events`);
			await page.getByLabel('类型').selectOption('suggestion');
			await page.getByLabel('只看还有名额的').check();
			await page.getByRole('button', { name: '查找' }).click();
			await page.waitForURL(/type=suggestion.*free=1/);
			expect(await total(page)).toBe(2);
			for (const view of ['月历', '周历'] as const) {
				await linked(page, view).click();
				await page.waitForURL(view === '月历' ? /view=month/ : /view=week/);
				await main(page)
					.getByRole('link', { name: /监督日/ })
					.first()
					.waitFor();
			}
			await main(page)
				.getByRole('link', { name: /监督日/ })
				.first()
				.click();
			await page.waitForURL(/\/events\/night-watch-/);
			await linked(page, '演示：活动与报名').click();
			await page.waitForURL(there('/series/demonstration-series'));
			await linked(page, '监督日0').waitFor();
		}));

	it('the map shows where something takes place today and this week, and leads on and back', () =>
		walk(async (page) => {
			await visit(page, `${served.origin}/events?${MINE}`);
			await linked(page, '地图').click();
			await page.waitForURL(there(`/map?events=week&${MINE}`));
			const section = page.locator('[data-events-total]');
			const week = Number(await section.getAttribute('data-events-total'));
			expect(await section.getByRole('link', { name: /监督日/ }).count()).toBe(week);
			await section.getByRole('link', { name: '港南村' }).first().click();
			await page.waitForURL(/place=gangnan-village/);
			await page.locator('[data-card="gangnan-village"]').getByText('本周在这里').waitFor();
			await visit(page, `${served.origin}/map?events=today&${MINE}`);
			expect(await section.getAttribute('data-events-total')).toBe('1');
			await section.getByRole('link', { name: '全部活动' }).click();
			await page.waitForURL(there(`/events?${MINE}&view=week`));
			expect(await total(page)).toBe(week);
		}));
});

it('a condition nobody knows is refused with a sentence, and the others stay', async () => {
	const { page, close } = await watch(browser, served.origin, { javaScriptEnabled: false });
	expect(await visit(page, `${served.origin}/events?${MINE}&town=atlantis&for=nobody`)).toBe(400);
	await main(page).getByText('没有“nobody”这个选项').waitFor();
	expect(await visit(page, `${served.origin}/events?${MINE}&town=atlantis`)).toBe(400);
	await main(page).getByText('没有“atlantis”这个选项').waitFor();
	await linked(page, /^去掉这些条件/).click();
	await page.waitForURL(there(`/events?${MINE}`));
	expect(await total(page)).toBe(2);
	await close();
});

it('the calendar of a question says what its page says', async () => {
	const { page, close } = await watch(browser, served.origin, { javaScriptEnabled: false });
	await visit(page, `${served.origin}/events?${MINE}`);
	const told = await main(page)
		.locator('ol[data-total] > li')
		.evaluateAll((rows) =>
			rows.map((row) => [
				row.querySelector('time')!.dateTime,
				row.querySelector('h2')!.textContent!.trim(),
				row.querySelector('a[href^="/places/"]')!.textContent!.trim()
			])
		);
	const file = await main(page).getByRole('link', { name: /日历/ }).first().getAttribute('href');
	const text = await (await fetch(served.origin + file!)).text();
	const events = new ICAL.Component(ICAL.parse(text))
		.getAllSubcomponents('vevent')
		.map((one) => new ICAL.Event(one));
	expect(
		events.map(({ startDate, summary, location }) => [
			new Date(startDate.toJSDate().getTime() + 8 * HOUR).toISOString().slice(0, 16) + '+08:00',
			...[summary, location]
		])
	).toEqual(told.map(([at, ...rest]) => [at!.slice(0, 16) + '+08:00', ...rest]));
	expect(events.map(({ startDate }) => startDate.zone.tzid)).toEqual(['UTC', 'UTC']);
	await close();
});

it.each([
	['normal', 'dark', '/en'],
	['elder', 'light', '']
] as const)('answers to questions are for everyone: %s, %s%s', async (mode, theme, at) => {
	const { page, noise, close } = await watch(browser, served.origin, { reducedMotion: 'reduce' });
	const cookies = Object.entries({ mode, theme });
	await page
		.context()
		.addCookies(cookies.map(([name, value]) => ({ name, value, url: served.origin })));
	const found: Record<string, string[]> = {};
	for (const path of [
		'/events?view=month',
		`/events?view=week&series=demonstration-series`,
		`/map?events=week&${MINE}&place=gangnan-village`
	]) {
		await page.setViewportSize({ width: 1280, height: 800 });
		await visit(page, served.origin + at + path);
		const seen = await axe(page);
		if (at) seen.push(...(await unmarkedChinese(page)));
		if (mode === 'elder') seen.push(...(await tooSmall(page)));
		seen.push(...(await sticksOut(page, 320)), ...noise.splice(0));
		if (seen.length) found[path] = seen;
	}
	expect(found).toEqual({});
	await close();
});
