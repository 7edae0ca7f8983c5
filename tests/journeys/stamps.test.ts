// Long because one journey of a household from the poster to the booklet, with and without scripts.
import type { Browser, BrowserContextOptions, Download, Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit, watch } from '../browser';
import type { Watched } from '../browser';
import { draws, seen } from '../paper';
import { serve } from '../serve';
import type { Served } from '../serve';
import { axe, sticksOut, tooSmall, unmarkedChinese } from './look';

// From the poster on a wall to the booklet over the counter: an office prints, a household stamps, a
// passport is carried to another browser, a quiz is passed, a certificate printed and checked, a
// booklet reserved and handed out; with the keyboard alone, and what is there without JavaScript.

const PASSWORD = 'jade-cong-2026-trail';
const BOOK = 'liangzhu-luniao';
let served: Served;
let browser: Browser;
const opened: Watched[] = [];
/** The addresses on the posters, read off the studio. */
let posters: string[] = [];

beforeAll(async () => {
	[served, browser] = await Promise.all([
		serve({ DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' }),
		launch()
	]);
}, 240_000);
afterAll(async () => {
	for (const { close } of opened) await close();
	await browser?.close();
	await served?.stop();
});

interface Visitor extends Watched {
	at: (path: string) => Promise<number>;
}

async function visitor(options: BrowserContextOptions = {}): Promise<Visitor> {
	const watched = await watch(browser, served.origin, { acceptDownloads: true, ...options });
	opened.push(watched);
	return { ...watched, at: (path) => visit(watched.page, `${served.origin}${path}`) };
}

async function staff(): Promise<Visitor> {
	const watched = await visitor();
	const { page, at } = watched;
	await at('/login');
	await page.getByLabel('邮箱').fill('operator@demo.invalid');
	await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
	await page.locator('main').getByRole('button', { name: '登录', exact: true }).click();
	await page.waitForURL((url) => !url.pathname.endsWith('/login'));
	return watched;
}

const main = (page: Page) => page.locator('main');
const press = (page: Page, name: string | RegExp) =>
	main(page)
		.getByRole('button', { name, exact: typeof name === 'string' })
		.click();
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const alive = (page: Page) => page.locator('[data-alive]').waitFor();

async function bytesOf(download: Download): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

/** Stamps at a poster and waits until the stamp lies in the passport. */
async function stamp({ page, at }: Visitor, address: string): Promise<void> {
	expect(await at(new URL(address).pathname)).toBe(200);
	await press(page, '盖章');
	await says(page, '已收进这台设备上的印章册。');
}

const have = (page: Page) =>
	page.locator(`[data-book=${BOOK}] [data-have]`).getAttribute('data-have');

describe('posters', () => {
	it('are made in a batch and printed; the code a telephone reads leads to the page that stamps', async () => {
		const { page, at, noise } = await staff();
		await at('/studio/stamps?list=without');
		const before = Number(await page.locator('table[data-total]').getAttribute('data-total'));
		await page.locator('tbody input[type=checkbox]').nth(0).check();
		await page.locator('tbody input[type=checkbox]').nth(1).check();
		await press(page, '制作海报');
		await says(page, '制作了 2 张海报，可以打印了。');
		await at('/studio/stamps?list=without');
		expect(Number(await page.locator('table[data-total]').getAttribute('data-total'))).toBe(
			before - 2
		);

		await at('/studio/stamps?list=with');
		const places = await page
			.locator('tbody th a')
			.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
		expect(places.length).toBe(7);
		for (const place of places) {
			await at(place);
			posters.push((await page.locator('dd a').first().getAttribute('href'))!);
		}
		for (const [paper, ratio] of [
			['A4', 297 / 210],
			['A5', 210 / 148]
		] as const) {
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				main(page)
					.getByRole('link', { name: `打印 ${paper}` })
					.click()
			]);
			const pdf = await bytesOf(download);
			expect([...pdf.toString('latin1').matchAll(/\/Type \/Page\b/g)].length).toBe(1);
			if (!draws) continue;
			const picture = await seen(pdf);
			expect(picture.height / picture.width).toBeCloseTo(ratio, 1);
			expect(decodeQR(picture)).toBe(posters.at(-1));
		}
		expect(noise).toEqual([]);
	});

	it('stop giving stamps once they are renewed, and say so', async () => {
		const { page, at } = await staff();
		const old = posters.at(-1)!;
		await at('/studio/stamps?list=with');
		await page.locator('tbody th a').last().click();
		await page.getByLabel('更换原因').fill('海报被翻拍');
		await press(page, '更换海报');
		await says(page, '已换成第 2 版');
		const citizen = await visitor();
		await citizen.at(new URL(old).pathname);
		await says(citizen.page, '这张海报已经换新');
		expect(
			await main(citizen.page).getByRole('button', { name: '盖章', exact: true }).count()
		).toBe(0);
		const changed = old.slice(0, -1) + (old.endsWith('0') ? '1' : '0');
		await citizen.at(new URL(changed).pathname);
		await says(citizen.page, '这不是本站的海报');
		// The two posters made here belong to no book.
		posters = [];
		await at(`/studio/stamps?list=with`);
		for (const slug of await stopsOfTheBook(citizen)) {
			await at(`/studio/stamps?q=${encodeURIComponent(slug)}`);
			await page.locator('tbody th a').first().click();
			posters.push((await page.locator('dd a').first().getAttribute('href'))!);
		}
		expect(new Set(posters).size).toBe(5);
	});
});

/** Names of the places of the demonstration book, as its passport page lists them. */
async function stopsOfTheBook({ page, at }: Visitor): Promise<string[]> {
	await at('/passport');
	return page.locator(`[data-book=${BOOK}] .cells a`).allInnerTexts();
}

describe('a household', () => {
	let mine: Visitor;

	it('stamps place by place, without an account and without a position', async () => {
		mine = await visitor();
		const asked: string[] = [];
		mine.page.on('request', (request) =>
			asked.push(`${request.url()} ${request.postData() ?? ''}`)
		);
		for (const poster of posters) await stamp(mine, poster);
		await mine.at('/passport');
		await alive(mine.page);
		expect(await have(mine.page)).toBe('5');
		expect(asked.filter((one) => /lat|lon|coord/i.test(one))).toEqual([]);
		expect(mine.noise).toEqual([]);
	});

	it('keeps a second book under a nickname that never leaves, and stamps for both at once', async () => {
		const sent: string[] = [];
		mine.page.on('request', (request) => sent.push(decodeURIComponent(request.postData() ?? '')));
		await press(mine.page, '添加家人');
		await mine.page.getByLabel('昵称').fill('小宝');
		await mine.page.keyboard.press('Enter');
		await main(mine.page).getByRole('button', { name: /^小宝/ }).waitFor();
		expect(await have(mine.page)).toBe('0');
		await mine.at(new URL(posters[0]!).pathname);
		await mine.page.getByLabel('我的').check();
		await press(mine.page, '盖章');
		await says(mine.page, '已收进这台设备上的印章册。');
		await mine.at('/passport');
		await alive(mine.page);
		expect(await have(mine.page)).toBe('1');
		await main(mine.page).getByRole('button', { name: /^我的/ }).click();
		expect(await have(mine.page)).toBe('5');
		expect(sent.filter((one) => one.includes('小宝'))).toEqual([]);
	});

	it('carries a book to another browser, once', async () => {
		await press(mine.page, '生成转存码');
		const code = (await mine.page.locator('[data-carry]').getAttribute('data-carry'))!;
		const other = await visitor();
		await other.at('/passport');
		await alive(other.page);
		await other.page.getByLabel('输入转存码').fill(code.toLowerCase());
		await press(other.page, '取回');
		await says(other.page, '取回 5 枚印章。');
		expect(await have(other.page)).toBe('5');
		await other.page.getByLabel('输入转存码').fill(code);
		await press(other.page, '取回');
		await says(other.page, /没有这个转存码/);
		// Refused by the server with a sentence: the browser notes the 422 as well.
		expect(other.noise.filter((line) => !line.includes('422'))).toEqual([]);
		await other.page.reload();
		await alive(other.page);
		expect(await have(other.page)).toBe('5');
	});

	it('saves a book as a file and takes it back', async () => {
		const [download] = await Promise.all([
			mine.page.waitForEvent('download'),
			press(mine.page, '保存为文件')
		]);
		const file = await bytesOf(download);
		const other = await visitor();
		await other.at('/passport');
		await alive(other.page);
		await other.page
			.getByLabel('从文件取回')
			.setInputFiles({ name: 'book.json', mimeType: 'application/json', buffer: file });
		await says(other.page, '取回 5 枚印章。');
		const forged = file
			.toString()
			.replace(/("stamp":"\w+)(\w)"/g, (_, body, last) => `${body}${last === '0' ? 1 : 0}"`);
		for (const [text, sentence] of [
			['?', '这不是印章册文件。'],
			[forged, '里面没有本站发出的印章。']
		] as const) {
			await other.page.getByLabel('从文件取回').setInputFiles({
				...{ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) }
			});
			await says(other.page, new RegExp(sentence));
		}
		expect(await have(other.page)).toBe('5');
	});

	it('answers the quiz with the keyboard alone', async () => {
		const { page } = mine;
		await mine.at(`/passport/quiz/${BOOK}`);
		const unlock = main(page).getByRole('button', { name: '用印章打开题目' });
		await unlock.and(page.locator(':enabled')).waitFor();
		await unlock.focus();
		await page.keyboard.press('Enter');
		await page.getByRole('button', { name: '交卷' }).and(page.locator(':enabled')).waitFor();
		for (const [i, down] of [1, 1, 0].entries()) {
			await page.locator(`input[name=answer-${i}]`).first().focus();
			await page.keyboard.press('Space');
			if (down) await page.keyboard.press('ArrowDown');
			expect(await page.locator(`input[name=answer-${i}]`).nth(down).isChecked()).toBe(true);
		}
		await page.getByRole('button', { name: '交卷' }).focus();
		await page.keyboard.press('Enter');
		await says(page, '通过了：3 题答对 3 题。');
		await says(page, '通过的凭证已收进印章册。');
		expect(await page.content()).not.toMatch(/"right":\s*\d/);
	});

	it('gets a certificate whose code says the stamps and nobody’s name', async () => {
		const { page } = mine;
		await mine.at(`/passport/certificate/${BOOK}`);
		await page.getByRole('button', { name: '生成证书' }).and(page.locator(':enabled')).waitFor();
		await page.getByLabel('姓名').fill('王小明');
		await press(page, '生成证书');
		const link = main(page).getByRole('link', { name: '下载证书（PDF）' });
		await link.waitFor();
		const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
		const pdf = await bytesOf(download);
		expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
		const code = await main(page).locator('.made .code').innerText();
		if (draws) {
			const said = decodeQR(await seen(pdf, 200));
			expect(said).toContain(`/passport/verify?code=${code.replaceAll('-', '')}`);
		}
		const anybody = await visitor();
		await anybody.at(`/passport/verify?code=${code}`);
		await says(anybody.page, '核验通过');
		await says(anybody.page, /的 5 枚印章/);
		expect(await anybody.page.content()).not.toContain('王小明');
		const changed = (code.startsWith('0') ? '1' : '0') + code.slice(1);
		await anybody.at(`/passport/verify?code=${changed}`);
		await says(anybody.page, '核验不通过');
	});

	it('reserves one booklet, which staff hand out once', async () => {
		const { page } = mine;
		const make = () =>
			page.getByRole('button', { name: '预约一本' }).and(page.locator(':enabled')).waitFor();
		await mine.at(`/passport/booklet/${BOOK}`);
		await make();
		await press(page, '预约一本');
		const code = (await page.locator('[data-code]').getAttribute('data-code'))!;
		await says(page, '领取码已收进印章册。');
		await mine.at(`/passport/booklet/${BOOK}`);
		await says(page, '您已经预约过这本手册。');
		await make();
		await press(page, '预约一本');
		await says(page, /一套印章只能预约一次/);

		const office = await staff();
		await office.at('/studio/stamps/redeem');
		await office.page.getByLabel('领取码').fill(code.toLowerCase());
		await office.page.keyboard.press('Enter');
		await says(office.page, /的手册一本/);
		await press(office.page, '发放');
		await says(office.page, '已发放。');
		await office.at(`/studio/stamps/redeem?code=${code}`);
		await says(office.page, '这个领取码已经用过，手册发过了。');
		await office.at('/studio/stamps/books/1');
		expect(await office.page.locator('.numbers dd').allInnerTexts()).toEqual(['0', '1', '0', '49']);
	});
});

describe('without JavaScript', () => {
	it('a stamp has a number to be written down, and the passport says what to do', async () => {
		const plain = await visitor({ javaScriptEnabled: false });
		await plain.at(new URL(posters[1]!).pathname);
		await press(plain.page, '盖章');
		await says(plain.page, '盖好了');
		const number = (await plain.page.locator('.code').innerText()).trim();
		expect(number).toMatch(/^([0-9A-Z]{4}-){9}[0-9A-Z]{4}$/);
		await plain.at('/passport');
		await says(plain.page, /这个浏览器没有打开 JavaScript/);
		await plain.page.getByRole('link', { name: '打印纸质盖章页' }).click();
		await says(plain.page, '打印出来随身带。');
		expect(plain.noise).toEqual([]);

		const later = await visitor();
		await later.at('/passport');
		await alive(later.page);
		await later.page.getByLabel('补录印章').fill(number);
		await press(later.page, '收进印章册');
		await says(later.page, '取回 1 枚印章。');
		expect(await have(later.page)).toBe('1');
	});

	it('a number is typed from a poster that cannot be scanned', async () => {
		const { page, at } = await visitor({ javaScriptEnabled: false });
		await at('/stamp');
		const code = posters[0]!.split('/').pop()!;
		await page.getByLabel('海报上的编号').fill(code.toLowerCase().replace(/(.{4})(?=.)/g, '$1-'));
		await page.keyboard.press('Enter');
		await main(page).getByRole('button', { name: '盖章', exact: true }).waitFor();
	});
});

describe('signing out of an account', () => {
	const OWN = 'jury somebody round A1';
	/** Signs in where a stamp and what a door saw lie, and lays somebody's own draft beside them. */
	async function shared(): Promise<Visitor> {
		const watched = await staff();
		await stamp(watched, posters[0]!);
		await watched.page.evaluate((name) => {
			localStorage.setItem(name, '{"draft":1}');
			sessionStorage.setItem(name, '1');
			localStorage.setItem('gate 0a1b deed x', '{}');
		}, OWN);
		return watched;
	}
	const left = (page: Page) =>
		page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort());
	const out = (page: Page) => page.waitForURL((url) => url.pathname === '/');

	it.each([
		['/account', '.account form[action$="/logout"] button'],
		['/logout', 'main form button'],
		['/studio', '.panel form[action$="/logout"] button']
	])(
		'on %s keeps the stamp book of the device, and nothing of the account',
		async (path, button) => {
			const watched = await shared();
			await watched.at(path);
			await watched.page.locator('form[data-clears]').first().waitFor({ state: 'attached' });
			if (path === '/studio')
				await watched.page.locator('summary:has(+ .panel form[action$="/logout"])').click();
			await watched.page.locator(button).click();
			await out(watched.page);
			expect((await left(watched.page)).filter((name) => !name.startsWith('sveltekit:'))).toEqual([
				'gate 0a1b deed x',
				'liantu-passport'
			]);
			await watched.at('/passport');
			await alive(watched.page);
			expect(await have(watched.page)).toBe('1');
			await watched.at('/account');
			expect(new URL(watched.page.url()).pathname).toBe('/login');
		}
	);

	it('clears everything when no page says what it cleared, as without JavaScript', async () => {
		const { page, at } = await shared();
		await at('/logout');
		await page.evaluate(() =>
			HTMLFormElement.prototype.submit.call(document.querySelector('main form')!)
		);
		await out(page);
		expect((await left(page)).filter((name) => !name.startsWith('sveltekit:'))).toEqual([]);
	});
});

describe('every page of stamps', () => {
	const paths = () => [
		'/passport',
		'/passport/sheet',
		'/passport/verify',
		`/passport/quiz/${BOOK}`,
		`/passport/certificate/${BOOK}`,
		`/passport/booklet/${BOOK}`,
		'/stamp',
		new URL(posters[0]!).pathname
	];

	it.each(['', '/en'])('is sound in “%s”, at every width, for elders too', async (language) => {
		const { page, at, noise } = await visitor();
		for (const path of paths()) {
			expect([path, await at(language + path)]).toEqual([path, 200]);
			if (path === '/passport') await alive(page);
			expect([path, await axe(page)]).toEqual([path, []]);
			if (language) expect([path, await unmarkedChinese(page)]).toEqual([path, []]);
			for (const width of [360, 768, 1440])
				expect([path, await sticksOut(page, width)]).toEqual([path, []]);
		}
		await page.context().addCookies([{ name: 'mode', value: 'elder', url: served.origin }]);
		for (const path of paths()) {
			await at(language + path);
			if (path === '/passport') await alive(page);
			expect([path, await tooSmall(page)]).toEqual([path, []]);
			expect([path, await sticksOut(page, 360)]).toEqual([path, []]);
		}
		expect(noise).toEqual([]);
	});

	it('of the studio is sound', async () => {
		const { page, at, noise } = await staff();
		await at('/studio/stamps?list=with');
		const place = await page.locator('tbody th a').first().getAttribute('href');
		for (const path of [
			...['/studio/stamps', place!, '/studio/stamps/books', '/studio/stamps/books/1'],
			...['/studio/stamps/books/new', '/studio/stamps/redeem']
		]) {
			expect([path, await at(path)]).toEqual([path, 200]);
			expect([path, await axe(page)]).toEqual([path, []]);
			for (const width of [360, 768, 1440])
				expect([path, await sticksOut(page, width)]).toEqual([path, []]);
		}
		expect(noise).toEqual([]);
	});
});
