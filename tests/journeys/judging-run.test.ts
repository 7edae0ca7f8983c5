// Long because one judging is walked from its plan to its prizes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences, tally } from '../../scripts/tally';
import type { TallyFile } from '../../src/lib/domain/judging/result/file';
import { launch } from '../browser';
import { passedFilms } from '../jury-world';
import { daysGoBy } from '../notice-world';
import { picture, press, seatsAt } from '../seats';
import type { Seats } from '../seats';
import { serve } from '../serve';
import type { Served } from '../serve';
import { unpack } from '../unpack';

// A whole judging by forms in a browser without scripts: the office plans, seals and deals, jurors
// score real films, two persons release, a program of its own reckons the same result, the notice
// runs, and certificates and the log can be checked by anybody. A small one each time; nine jurors,
// forty films and three rounds with `FULL_RUN=on`; pictures of every step with `PICTURES=folder`.

const FULL = process.env.FULL_RUN === 'on';
const SIZE = FULL
	? {
			films: 40,
			jurors: 9,
			rounds: [
				{ each: 3, on: 18 },
				{ each: 5, on: 9 },
				{ each: 9, on: 6 }
			],
			prizes: [
				['金奖', 1],
				['银奖', 2],
				['铜奖', 3]
			]
		}
	: {
			films: 4,
			jurors: 3,
			rounds: [
				{ each: 2, on: 2 },
				{ each: 3, on: 1 }
			],
			prizes: [['金奖', 1]]
		};
const WINNERS = SIZE.rounds.at(-1)!.on;
const PASSWORD = 'jade-cong-2026-trail';
const SETTINGS = { DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' };
const folder = mkdtempSync(join(tmpdir(), 'liantu-run-'));
let served: Served;
let browser: Browser;
let seats: Seats;
let edition: string;
let published: string;

const begin = async (port?: number) => {
	served = await serve({ ...SETTINGS, DATA_DIR: folder, ...(port ? { PORT: String(port) } : {}) });
};

beforeAll(async () => {
	// The sample accounts come with the first start.
	await (await serve({ ...SETTINGS, DATA_DIR: folder })).stop();
	const films = { count: SIZE.films, seconds: FULL ? 12 : 2 };
	[edition, published] = await passedFilms(folder, films, (_, { editionId, contestSlug, slug }) =>
		Promise.resolve([editionId, `/contests/${contestSlug}/${slug}`] as const)
	);
	[, browser] = await Promise.all([begin(), launch()]);
	seats = seatsAt(browser, served.origin, PASSWORD);
}, 600_000);
afterAll(async () => {
	await seats?.close();
	await browser?.close();
	await served?.stop();
	rmSync(folder, { recursive: true, force: true });
});

const as: Seats['as'] = (who, path) => seats.as(who, path);
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
	await picture(page, `plan-${n + 1}`);
}

/** Fixes, seals, deals and opens a round. */
async function open(n: number): Promise<void> {
	const page = await as('organizer', at(n));
	await press(page.locator('form[action^="?/fix"] button'));
	await page.locator('form[action^="?/seal"] [name="sure"]').check();
	await press(page.locator('form[action^="?/seal"] button'));
	await page.goto(`${served.origin}${at(n, '/assignment')}`);
	await press(page.locator('button[name="do"][value="draw"]'));
	await picture(page, `assignment-${n + 1}`);
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
	if (juror === 1) await picture(page, `queue-${n + 1}`);
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
		if (juror === 1 && path === desks[0]) await picture(page, `desk-${n + 1}`);
		await press(page.locator('button[formaction="?/lock"], form[action^="?/lock"] button').first());
		if (juror === 1 && path === desks[0]) await picture(page, `locked-${n + 1}`);
	}
	return desks.length;
}

async function decide(n: number): Promise<void> {
	const page = await as('organizer', at(n, '/decision'));
	await press(page.locator('form[action^="?/rule"] button'));
	await press(page.locator('form[action^="?/ask"] button'));
	const second = await as('operator', at(n, '/decision'));
	await picture(second, `confirm-${n + 1}`);
	await second.locator('[name="sure"]').check();
	await press(second.locator('form[action^="?/confirm"] button'));
}

/** Lets the days of the notice go by while the portal rests; everybody stays signed in. */
async function daysLater(): Promise<void> {
	const { port } = served;
	await served.stop();
	await daysGoBy(folder);
	await begin(port);
}

const taken = async (path: string, who: string | null): Promise<Buffer> => {
	const page = await as(who, who === null ? '/verify' : own());
	const answer = await page.request.get(`${served.origin}${path}`);
	expect([path, answer.status()]).toEqual([path, 200]);
	return answer.body();
};

/** What the verifier says of a log on a disk without a network. */
async function verdict(log: string): Promise<string | null> {
	const context = await browser.newContext({ offline: true });
	const page = await context.newPage();
	await page.goto(pathToFileURL(join(folder, 'verify.html')).href);
	await page.setInputFiles('#file', {
		...{ name: 'log.jsonl', mimeType: 'text/plain', buffer: Buffer.from(log) }
	});
	await page.locator('button[type=submit]').click();
	const said = page.locator('[data-verdict]');
	await said.waitFor();
	const is = await said.getAttribute('data-verdict');
	await picture(page, `log-${is}`);
	await context.close();
	return is;
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
		for (const [at, [name, most]] of SIZE.prizes.entries()) {
			await press(page.locator('button[name="do"][value="add"]'));
			await page.locator(`[name="${at}.zh"]`).fill(String(name));
			await page.locator(`[name="${at}.most"]`).fill(String(most));
		}
		await press(page.locator('button[name="do"][value="save"]').last());
		await page.getByText('奖项已保存。').waitFor();
		await picture(page, 'prizes');
		await picture(await as('organizer', `${own()}/panel`), 'panel');
	}, 300_000);

	for (const [n] of SIZE.rounds.entries())
		it(`has round ${n + 1} sealed, dealt, scored, closed and released`, async () => {
			await open(n);
			let sheets = 0;
			for (let juror = 1; juror <= SIZE.jurors; juror++) sheets += await judge(n, juror);
			const field = n === 0 ? SIZE.films : SIZE.rounds[n - 1]!.on;
			expect(sheets).toBe(field * SIZE.rounds[n]!.each);
			await picture(await as('organizer', at(n, '/progress')), `progress-${n + 1}`);
			const page = await as('organizer', at(n));
			const close = page.locator('form[action^="?/close"]');
			if (await close.locator('[name="sure"]').count())
				await close.locator('[name="sure"]').check();
			await press(close.locator('button'));
			await decide(n);
			const told = await as('organizer', at(n, '/decision'));
			await told.getByText(/已于 .* 发布/).waitFor();
			await picture(told, `decision-${n + 1}`);
			await picture(await as('organizer', at(n, '/analysis')), `analysis-${n + 1}`);
		}, 1_800_000);

	it('comes to the same result in the hands of a program of its own', async () => {
		for (const n of SIZE.rounds.keys()) {
			const told = JSON.parse(
				(await taken(at(n, '/scores.json'), 'organizer')).toString()
			) as TallyFile;
			expect(told.scores.length).toBeGreaterThan(0);
			const again = tally(told);
			expect(differences(told, again)).toEqual([]);
			// The digits people see are the digits it prints.
			const page = await as('organizer', at(n, '/results'));
			const seen = await page
				.locator('main tbody tr')
				.evaluateAll((rows) =>
					rows.map((row) => [
						row.querySelector('.code')!.textContent!.trim(),
						[...row.querySelectorAll('td.number')].at(-1)!.textContent!.match(/\d+\.\d{4}/)![0]
					])
				);
			expect(Object.fromEntries(seen)).toEqual(
				Object.fromEntries(again.lines.map(({ entry, figure }) => [entry, figure]))
			);
			await picture(page, `results-${n + 1}`);
			const file = join(folder, `scores-${n}.json`);
			writeFileSync(file, JSON.stringify(told));
			const printed = execFileSync(process.execPath, ['build/bin/tally.js', file], {
				encoding: 'utf8'
			});
			expect(printed.trim().split('\n').at(-1)).toBe('same as the portal');
		}
	});

	it('stands on the notice until its days are over, and then becomes final by two people', async () => {
		const page = await as('organizer', `${own()}/notice`);
		await page.locator('[name="kind"][value="days"]').check();
		await page.locator('[name="days"]').fill('7');
		await page.locator('[name="contactZh"]').fill('组委会办公室 0571-00000000');
		await press(page.locator('button[name="do"][value="publish"]'));
		await page.getByText('还有 7 天').waitFor();
		await picture(page, 'notice-office');
		const citizen = await as(null, `${published}/notice`);
		for (const [name] of SIZE.prizes) await citizen.getByText(String(name)).first().waitFor();
		await picture(citizen, 'notice');
		// Nobody can make it final before its time.
		expect(await page.locator('form[action^="?/ask"]').count()).toBe(0);
		await daysLater();
		await as('organizer', `${own()}/notice`);
		await press(page.locator('form[action^="?/ask"] button'));
		const second = await as('operator', `${own()}/notice`);
		await second.locator('[name="sure"]').check();
		await press(second.locator('form[action^="?/confirm"] button'));
		await picture(second, 'final');
		await as(null, `${published}/results`);
		expect(await citizen.locator('[data-total]').getAttribute('data-total')).toBe(String(WINNERS));
		await picture(citizen, 'results');
	});

	it('gives certificates that anybody can check', async () => {
		const page = await as('organizer', `${own()}/certificates/design`);
		await page.locator('[data-fold=issuer] summary').click();
		await page.locator('[name="issuer.text"]').fill('余杭区某某办公室');
		await press(page.getByRole('button', { name: '保存为新版本' }));
		await picture(page, 'design');
		await as('organizer', `${own()}/certificates`);
		expect(await page.locator('[data-due]').getAttribute('data-due')).toBe(String(WINNERS));
		await press(page.locator('form[action^="?/issue"] button'));
		await page.getByText(`已颁发 ${WINNERS} 张证书。`).waitFor();
		await picture(page, 'certificates');
		const files = unpack(await taken(`${own()}/certificates/all.zip`, 'organizer'));
		const papers = [...files].filter(([name]) => name.endsWith('.pdf'));
		expect(papers.map(([, pdf]) => pdf.subarray(0, 5).toString())).toEqual(
			Array.from({ length: WINNERS }, () => '%PDF-')
		);
		if (process.env.PICTURES)
			writeFileSync(join(process.env.PICTURES, 'certificate.pdf'), papers[0]![1]);
		await as('organizer', `${own()}/certificates`);
		const code = (await page.locator('tbody .code').first().innerText()).trim();
		const citizen = await as(null, `/verify/${code}`);
		await citizen.locator('[data-state=holds]').waitFor();
		await picture(citizen, 'verify');
	});

	it('has a log that anybody can check, in which one changed mark is found', async () => {
		writeFileSync(join(folder, 'verify.html'), await taken('/verify/log?download', null));
		await picture(await as(null, `${published}/log`), 'log');
		const log = (await taken(`${published}/log/file`, null)).toString();
		expect(await verdict(log)).toBe('holds');
		const changed = log.replace(/("theme\\?":\s*)(\d)(\d)/, (_, before, a, b) => before + b + a);
		expect(changed).not.toBe(log);
		expect(await verdict(changed)).toBe('broken');
		expect(seats.noises()).toEqual([]);
	});
});
