import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '@libsql/client';
import { openKeys, unseal } from '$lib/server/keys';
import { sealedFor } from '$lib/server/mail';
import { launch, visit, watch } from '../browser';
import { serve } from '../serve';
import type { Served } from '../serve';
import { axe, sticksOut } from './look';

const PASSWORD = 'seven herons over the Tiao';
let served: Served;
let browser: Browser;

beforeAll(async () => {
	[served, browser] = await Promise.all([
		serve({ DEMO_PASSWORD: 'jade-cong-2026-trail' }),
		launch()
	]);
	openKeys(served.dataDir);
});

afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

/** The link of the newest mail to somebody, as the operator's outbox holds it. */
async function linkTo(email: string): Promise<string> {
	const client = createClient({ url: `file:${served.dataDir}/liantu.db` });
	try {
		const { rows } = await client.execute({
			sql: 'SELECT id, body FROM outbox WHERE "to" = ? ORDER BY rowid DESC LIMIT 1',
			args: [email]
		});
		const text = unseal(String(rows[0]!.body), sealedFor(String(rows[0]!.id))) ?? '';
		return /http:\/\/\S+/.exec(text)![0];
	} finally {
		client.close();
	}
}

const send = async (page: Page, name: string) => {
	await page.locator('main').getByRole('button', { name, exact: true }).click();
	await page.waitForLoadState();
};

describe.each([
	['with JavaScript', true],
	['without JavaScript', false]
])('somebody %s', (title, javaScriptEnabled) => {
	const email = `li-${javaScriptEnabled ? 'js' : 'plain'}@example.cn`;
	const open = async (path: string) => {
		const watched = await watch(browser, served.origin, {
			javaScriptEnabled,
			viewport: { width: 360, height: 800 },
			acceptDownloads: true
		});
		await visit(watched.page, served.origin + path);
		return watched;
	};
	const look = async (page: Page) =>
		javaScriptEnabled ? [...(await axe(page)), ...(await sticksOut(page, 360))] : [];

	it('registers, confirms, turns two steps on, and signs in with them', async () => {
		const { page, noise, close } = await open('/');
		await page.getByRole('link', { name: '登录' }).first().click();
		await page.waitForURL('**/login');
		await page.locator('main').getByRole('link', { name: '注册' }).click();
		await page.waitForURL('**/register');
		const seen = await look(page);
		await page.getByLabel('邮箱').fill(email);
		await send(page, '发送确认信');
		expect(await page.locator('h1').innerText()).toBe('请查收邮件');

		await visit(page, await linkTo(email));
		seen.push(...(await look(page)));
		await page.getByLabel('称呼').fill('李（测试）');
		await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
		await send(page, '完成注册');
		await page.waitForURL('**/account');
		seen.push(...(await look(page)));
		expect(await page.locator('main').innerText()).toContain(email);

		await page.locator('main').getByRole('link', { name: '两步验证', exact: true }).click();
		await page.waitForURL('**/account/factor');
		await send(page, '开始设置');
		const shown = await page.locator('.scan code').innerText();
		const app = new TOTP({ secret: Secret.fromBase32(shown.replaceAll('-', '')) });
		seen.push(...(await look(page)));
		await page.getByLabel('验证码').fill(app.generate());
		await send(page, '开启两步验证');
		const codes = await page.locator('ol[data-total="10"] code').allInnerTexts();
		seen.push(...(await look(page)));
		expect(codes.length).toBe(10);
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('link', { name: '下载为文本文件' }).click()
		]);
		expect(download.suggestedFilename()).toBe('廉图备用码.txt');

		await page.locator('main').getByRole('button', { name: '退出登录' }).click();
		await page.waitForURL(`${served.origin}/`);
		await visit(page, `${served.origin}/account`);
		expect(new URL(page.url()).pathname).toBe('/login');

		const enter = async (code: string) => {
			await page.getByLabel('邮箱').fill(email);
			await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
			await send(page, '登录');
			await page.waitForURL('**/login/factor**');
			seen.push(...(await look(page)));
			await page.getByLabel('验证码').fill(code);
			await send(page, '完成登录');
		};
		// The code that turned two steps on is used up; the next one is half a minute ahead at most.
		await enter(app.generate({ timestamp: Date.now() + 30_000 }));
		await page.waitForURL('**/account');
		await page.locator('main').getByRole('button', { name: '退出登录' }).click();
		await page.waitForURL(`${served.origin}/`);
		await visit(page, `${served.origin}/login`);
		await enter(codes[0]!);
		await page.waitForURL('**/account');
		await visit(page, `${served.origin}/account/factor`);
		expect(await page.locator('main').innerText()).toContain('还有 9 个没有用过');
		expect([seen, noise]).toEqual([[], []]);
		await close();
	});

	it('sees the own devices, ends the others, and changes the password', async () => {
		const other = await open('/login');
		const here = await open('/login');
		for (const { page } of [other, here]) {
			await page.getByLabel('邮箱').fill('citizen@demo.invalid');
			await page
				.getByLabel('密码', { exact: true })
				.fill(javaScriptEnabled ? 'jade-cong-2026-trail' : PASSWORD);
			await send(page, '登录');
			await page.waitForURL('**/account');
		}
		const { page, noise } = here;
		await visit(page, `${served.origin}/account/sessions`);
		expect(await page.locator('ul[data-total]').last().getAttribute('data-total')).toBe('2');
		const seen = await look(page);
		await send(page, '结束其他所有设备的登录');
		await visit(other.page, `${served.origin}/account`);
		expect(new URL(other.page.url()).pathname).toBe('/login');
		await visit(page, `${served.origin}/account/password`);
		await page.getByLabel('现在的密码').fill(javaScriptEnabled ? 'jade-cong-2026-trail' : PASSWORD);
		await page.getByLabel('新密码').fill(javaScriptEnabled ? PASSWORD : 'jade-cong-2026-trail');
		seen.push(...(await look(page)));
		await send(page, '保存新密码');
		expect(await page.locator('main').innerText()).toContain('密码已经修改');
		await page.locator('main').getByRole('button', { name: '退出登录' }).click();
		await page.waitForURL(`${served.origin}/`);
		expect([seen, noise, other.noise]).toEqual([[], [], []]);
		await here.close();
		await other.close();
	});

	it('who forgot the password sets a new one by mail', async () => {
		const { page, noise, close } = await open('/reset');
		await page.getByLabel('邮箱').fill('contestant1@demo.invalid');
		await send(page, '发送链接');
		expect(await page.locator('h1').innerText()).toBe('请查收邮件');
		const link = await linkTo('contestant1@demo.invalid');
		await visit(page, link);
		await page.getByLabel('新密码').fill(`${PASSWORD}, again`);
		await send(page, '保存新密码');
		await page.waitForURL('**/login?reset');
		expect(await page.locator('main').innerText()).toContain('新密码已经生效');
		await visit(page, link);
		expect(await page.locator('h1').innerText()).toBe('链接已经失效');
		expect(noise).toEqual([]);
		await close();
	});
});
