// Long because one journey from the last round to a final result, with and without scripts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit, watch } from '../browser';
import type { Watched } from '../browser';
import { daysGoBy, endedRounds, judgedAgain } from '../notice-world';
import type { Ended } from '../notice-world';
import { serve } from '../serve';
import type { Served } from '../serve';
import { axe, sticksOut, tooSmall, unmarkedChinese } from './look';

// From the last round to the result: prizes, decisions, two people, the notice, an objection judged
// again by fresh jurors, a second notice, the final result, a film that everybody may watch; with and
// without JavaScript. Days go by while the portal rests.

const PASSWORD = 'jade-cong-2026-trail';
const SETTINGS = { DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' };
const folder = mkdtempSync(join(tmpdir(), 'liantu-notice-'));
let served: Served;
let browser: Browser;
let editions: Ended[];
let opened: Watched[] = [];

const begin = async () => {
	served = await serve({ ...SETTINGS, DATA_DIR: folder });
};
/** Lets something happen in the data of the portal while it is not running. */
async function meanwhile(work: () => Promise<void>): Promise<void> {
	for (const { close } of opened) await close();
	opened = [];
	await served.stop();
	await work();
	await begin();
}

beforeAll(async () => {
	// The sample accounts come with the first start.
	await (await serve({ ...SETTINGS, DATA_DIR: folder })).stop();
	editions = await endedRounds(folder, 2);
	[, browser] = await Promise.all([begin(), launch()]);
}, 240_000);
afterAll(async () => {
	for (const { close } of opened) await close();
	await browser?.close();
	await served?.stop();
	rmSync(folder, { recursive: true, force: true });
});

interface Visitor extends Watched {
	at: (path: string) => Promise<number>;
}

/** Somebody’s browser; signed in where a sample account is named. */
async function visitor(who: string | null, javaScriptEnabled: boolean): Promise<Visitor> {
	const watched = await watch(browser, served.origin, { javaScriptEnabled });
	opened.push(watched);
	const { page } = watched;
	const at = (path: string) => visit(page, `${served.origin}${path}`);
	if (who) {
		await at('/login');
		await page.getByLabel('邮箱').fill(`${who}@demo.invalid`);
		await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
		await page.locator('main').getByRole('button', { name: '登录', exact: true }).click();
		await page.waitForURL((url) => !url.pathname.endsWith('/login'));
	}
	return { ...watched, at };
}

const press = (page: Page, name: string | RegExp) =>
	page.locator('main').getByRole('button', { name }).click();
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const ways = [
	['with JavaScript', true, 0],
	['without JavaScript', false, 1]
] as const;
const receipts: string[] = [];

describe.each(ways)('decisions and the notice, %s', (_, javaScript, n) => {
	it('are made by the rule, asked for by one and confirmed by another', async () => {
		const { round, office } = editions[n]!;
		const organizer = await visitor('organizer', javaScript);
		const { page, at, noise } = organizer;
		await at(`${office}/prizes`);
		await press(page, '添加奖项');
		await page.getByLabel('名称（中文）').fill('金奖');
		await page.getByLabel('名额', { exact: true }).fill('2');
		await press(page, '保存奖项');
		await says(page, '奖项已保存。');

		const decision = `${office}/${round.roundId}/decision`;
		await at(decision);
		await press(page, '按规则决定全部作品');
		await says(page, '已写下 4 件的决定。');
		await press(page, '提出发布');
		await says(page, '发布已由您提出，要由另一位负责人确认。');

		const second = await visitor('operator', javaScript);
		await second.at(decision);
		await second.page.getByLabel('我已核对上面的人数、奖项和空缺').check();
		await press(second.page, '确认发布');
		await says(second.page, /^已于 .* 发布/);

		await at(`${office}/notice`);
		await page.getByLabel('自然日').check();
		await page.getByLabel('天数').fill('7');
		await press(page, '算一算到哪天');
		await says(page, /现在发布的话，公示到/);
		await page.getByLabel('受理单位和联系方式（中文）').fill('组委会办公室 0571-00000000');
		await press(page, '发布公示');
		await says(page, '公示已经发布。');
		await says(page, '还有 7 天');
		expect(noise).toEqual([]);
	});

	it('shows winners to everybody without a person, a score or an address of theirs', async () => {
		const { round, at: edition } = editions[n]!;
		const { page, at } = await visitor(null, javaScript);
		await at(`${edition}/notice`);
		await says(page, round.entries[0]!.number);
		const text = await page.locator('main').innerText();
		for (const secret of ['李青', '13800000000', '90.0000', round.entries[2]!.number])
			expect(text).not.toContain(secret);
		// Nothing is final yet: no results, no page of the entry.
		await at(`${edition}/results`);
		await says(page, '结果还没有最终确定。');
		expect(await at(`${edition}/entries/${round.entries[0]!.number}`)).toBe(404);
	});

	it('takes an objection with a real name, gives a receipt, and follows it', async () => {
		const { round, at: edition } = editions[n]!;
		const { page, at } = await visitor(null, javaScript);
		await at(`${edition}/notice`);
		await page.getByLabel('作品编号').fill(round.entries[0]!.number);
		await page.getByLabel('不是原创，或用了别人的作品').check();
		await page.getByLabel('具体内容').fill('我要举报某人收受红包，请查处。');
		await page.getByLabel('真实姓名或单位名称').fill('王小明');
		await page.getByLabel('电话', { exact: true }).fill('13900000000');
		await page.getByLabel('邮箱').fill('wang@example.cn');
		await press(page, '提交异议');
		await says(page, /这里不受理反映违纪违法的内容。请拨打 12388/);
		// What was typed is still there.
		expect(await page.getByLabel('真实姓名或单位名称').inputValue()).toBe('王小明');
		await page.getByLabel('具体内容').fill('这部影片的画面与另一部作品相同，请核对。');
		await press(page, '提交异议');
		await says(page, '异议已经提交');
		const receipt = (await page.locator('.receipt strong').innerText()).trim();
		receipts[n] = receipt;
		await at(`${edition}/notice`);
		await page.locator('#receipt').fill(receipt.toLowerCase());
		await press(page, '查看');
		await says(page, `关于 ${round.entries[0]!.number}`);
		await says(page, '待处理');
	});

	it('takes a unit’s letter, which only the office can download, and gives it all back', async () => {
		const { round, at: edition, office } = editions[n]!;
		const { number } = round.entries[1]!;
		const { page, at } = await visitor(null, javaScript);
		await at(`${edition}/notice`);
		await page.getByLabel('作品编号').fill(number);
		await page.getByLabel('单位', { exact: true }).check();
		await page.getByLabel('评审没有按规则').check();
		await page.getByLabel('具体内容').fill('请核对这件作品的评分是否按照规则计算。');
		await page.getByLabel('真实姓名或单位名称').fill('某村村民委员会');
		await page.getByLabel('联系人（单位填写）').fill('李主任');
		await page.getByLabel('电话', { exact: true }).fill('0571-88888888');
		await page.getByLabel('邮箱').fill('cun@example.cn');
		const name = '盖章.pdf';
		const mimeType = 'application/pdf';
		const letter = page.getByLabel('盖章材料（单位必交）');
		await letter.setInputFiles({ name, mimeType, buffer: Buffer.from('<svg/>') });
		await press(page, '提交异议');
		await says(page, '请上传 PDF、JPEG 或 PNG 文件。');
		const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(900_000, 32)]);
		await letter.setInputFiles({ name, mimeType, buffer: pdf });
		await press(page, '提交异议');
		await says(page, '异议已经提交');
		const receipt = (await page.locator('.receipt strong').innerText()).trim();

		const organizer = await visitor('organizer', javaScript);
		await organizer.at(`${office}/notice`);
		await organizer.page.getByRole('link', { name: `处理对 ${number} 的异议` }).click();
		await says(organizer.page, '李主任');
		const download = organizer.page.getByRole('link', { name: '下载盖章材料' });
		const to = `${served.origin}${(await download.getAttribute('href'))!}`;
		const answer = await organizer.page.request.get(to);
		const headers = answer.headers();
		expect((await answer.body()).equals(pdf)).toBe(true);
		expect([
			headers['content-type'],
			headers['content-disposition']!.split(';')[0],
			headers['x-content-type-options']
		]).toEqual(['application/pdf', 'attachment', 'nosniff']);
		expect(headers['content-security-policy']).toMatch(/sandbox/);
		expect((await page.request.get(to)).status()).toBe(401);
		const juror = await visitor('juror1', javaScript);
		expect((await juror.page.request.get(to)).status()).toBe(403);

		await page.locator('#receipt').fill(receipt);
		await press(page, '查看');
		await press(page, '撤回这件异议');
		await says(page, '异议已经撤回。');
	});

	it('is given to fresh jurors by the office', async () => {
		const { round, office } = editions[n]!;
		const { page, at } = await visitor('organizer', javaScript);
		await at(`${office}/notice`);
		await says(page, '待处理 1 件');
		await page.getByRole('link', { name: `处理对 ${round.entries[0]!.number} 的异议` }).click();
		await says(page, '这部影片的画面与另一部作品相同，请核对。');
		await says(page, '可以抽取的评委有 3 位。');
		await page.getByLabel('抽取几位').fill('3');
		await press(page, '抽取并开始复核');
		await says(page, '已抽取评委，复核开始了。');
		await says(page, '复核进行中：0／3 位评委已经打分。');
	});
});

describe.each(ways)('the result, %s', (_, javaScript, n) => {
	it('changes where the objection is upheld, and is noticed once more', async () => {
		if (n === 0) await meanwhile(() => judgedAgain(folder, 60));
		const { round, at: edition, office } = editions[n]!;
		const { page, at } = await visitor('organizer', javaScript);
		await at(`${office}/notice`);
		await page.getByRole('link', { name: `处理对 ${round.entries[0]!.number} 的异议` }).click();
		await says(page, '60.0000');
		await page.getByLabel('异议成立', { exact: true }).check();
		await page.getByLabel('公开的答复（中文）').fill('经复核，异议成立，取消拟授奖项。');
		await page.getByLabel('异议成立时，这件作品怎样改').selectOption({ label: '取消奖项' });
		await page.getByLabel('我已核对，答复发出后不能修改').check();
		await press(page, '公开答复');
		await says(page, '答复已经公开，也发给了提出人。');

		await at(`${office}/notice`);
		await says(page, '有异议成立，结果变了：要重新公示一次。');
		await press(page, '发布公示');
		await says(page, '公示已经发布。');
		await says(page, '第 2 次公示');

		const citizen = await visitor(null, javaScript);
		await citizen.at(`${edition}/notice`);
		await says(citizen.page, '这是第 2 次公示：有异议成立，结果有变化。');
		await says(citizen.page, '原得分 90.0000，复核得分 60.0000');
		await citizen.page.locator('#receipt').fill(receipts[n]!);
		await press(citizen.page, '查看');
		await says(citizen.page, '经复核，异议成立，取消拟授奖项。');
	});
});

describe.each(ways)('the end, %s', (_, javaScript, n) => {
	it('becomes final by two people once its days are over, and everybody may read it', async () => {
		if (n === 0) await meanwhile(() => daysGoBy(folder));
		const { at: edition, office } = editions[n]!;
		const organizer = await visitor('organizer', javaScript);
		await organizer.at(`${office}/notice`);
		await says(organizer.page, '公示期满');
		await press(organizer.page, '提出确认');
		await says(organizer.page, '已由您提出，要由另一位负责人确认。');
		const second = await visitor('operator', javaScript);
		await second.at(`${office}/notice`);
		await second.page.getByLabel('我已核对公示的作品，没有未处理的异议').check();
		await press(second.page, '确认为最终结果');
		await says(second.page, '已确认为最终结果，结果页已经公开。');

		const citizen = await visitor(null, javaScript);
		await citizen.at(edition);
		await citizen.page.getByRole('link', { name: '查看获奖结果' }).first().click();
		await citizen.page.waitForURL(/\/results$/);
		await says(citizen.page, '金奖');
		await says(citizen.page, '空缺 1 个');
		await citizen.page.getByRole('link', { name: '清风徐来 2' }).first().click();
		await says(citizen.page, '影片不公开播放。');
	});
});

it('everybody may watch a film of a winner that the office let go, labelled as its makers said', async () => {
	const { round, at: edition, office } = editions[0]!;
	const winner = `${edition}/entries/${round.entries[1]!.number}`;
	const { page, at } = await visitor('organizer', true);
	await at(`${office}/notice`);
	await press(page, '放行公开展示《清风徐来 2》');
	await says(page, '已经公开展示。');
	for (const [, javaScript] of ways) {
		const citizen = await visitor(null, javaScript);
		await citizen.at(winner);
		await says(citizen.page, '本作品含人工智能生成合成内容');
		const film = (await citizen.page.locator('video, video source').first().getAttribute('src'))!;
		const answer = await citizen.page.request.get(`${served.origin}${film}`);
		expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'video/mp4']);
		expect(await citizen.page.locator('main').innerText()).not.toContain('李青');
		// Who lost the prize has no page, and what was not let go does not play.
		expect(await citizen.at(`${edition}/entries/${round.entries[0]!.number}`)).toBe(404);
	}
	await press(page, '停止展示《清风徐来 2》');
	await says(page, '已经停止展示。');
	const citizen = await visitor(null, false);
	await citizen.at(winner);
	await says(citizen.page, '影片不公开播放。');
});

describe('the pages of decisions, notices and results', () => {
	it('hold what axe asks, fit a narrow screen, and are large for elders, in both languages', async () => {
		const { office, at: edition, round } = editions[0]!;
		const { page, at } = await visitor('organizer', true);
		const found: string[] = [];
		await at(`${office}/notice`);
		const objection = await page
			.getByRole('link', { name: /的异议$/ })
			.first()
			.getAttribute('href');
		const paths = [
			`${office}/prizes`,
			`${office}/${round.roundId}/decision`,
			`${office}/notice`,
			objection!,
			`${edition}/notice`,
			`${edition}/results`,
			`${edition}/entries/${round.entries[1]!.number}`
		];
		for (const path of paths) {
			await at(path);
			for (const one of [...(await axe(page)), ...(await sticksOut(page, 360))])
				found.push(`${path}: ${one}`);
			await at(`/en${path}`);
			for (const one of await unmarkedChinese(page)) found.push(`/en${path}: ${one}`);
		}
		await page.context().addCookies([{ name: 'mode', value: 'elder', url: served.origin }]);
		for (const path of paths) {
			await at(path);
			for (const one of [...(await tooSmall(page)), ...(await sticksOut(page, 360))])
				found.push(`elder ${path}: ${one}`);
		}
		expect(found).toEqual([]);
	});
});
