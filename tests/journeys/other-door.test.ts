import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit } from '../browser';
import { openIdProvider } from '../provider';
import { freePort, serve } from '../serve';
import type { Served } from '../serve';

let served: Served;
let origin: string;
let provider: Awaited<ReturnType<typeof openIdProvider>>;
let browser: Browser;
beforeAll(async () => {
	const port = await freePort();
	origin = `http://127.0.0.1:${port}`;
	provider = await openIdProvider({ redirectUri: `${origin}/login/oidc/callback` });
	served = await serve({
		PORT: String(port),
		DEMO_PASSWORD: 'jade-cong-2026-trail',
		STAFF_SECOND_FACTOR: 'optional',
		OIDC_ISSUER: provider.issuer,
		OIDC_CLIENT_ID: provider.door.clientId,
		OIDC_CLIENT_SECRET: provider.door.clientSecret,
		OIDC_NAME: '区统一认证'
	});
	browser = await launch();
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
	await provider?.stop();
});

describe.each([true, false])('the other door, with JavaScript %s', (javaScriptEnabled) => {
	const enter = async () => {
		const context = await browser.newContext({ javaScriptEnabled });
		const page = await context.newPage();
		await visit(page, `${origin}/login?next=/account/passkeys`);
		return { context, page };
	};
	const sub = `office-${javaScriptEnabled}`;

	it('leads there, back, and in', async () => {
		provider.state.account = {
			sub,
			email: `${sub}@office.example`,
			verified: true,
			name: '赵一'
		};
		const { context, page } = await enter();
		await page.click('button:has-text("区统一认证")');
		await page.waitForURL(`${origin}/account/passkeys`);
		expect(await page.textContent('main')).toContain('区统一认证');
		await context.close();
	});

	it('says so when somebody turns back', async () => {
		provider.state.account = null;
		const { context, page } = await enter();
		await page.click('button:has-text("区统一认证")');
		await page.waitForURL(`${origin}/login/oidc?why=denied`);
		expect(await page.textContent('main')).toContain('取消了登录');
		expect(await page.locator('script:has-text("alert")').count()).toBe(0);
		await context.close();
	});

	it('asks the owner of an account before it opens it', async () => {
		const who = javaScriptEnabled ? 'contestant1' : 'contestant2';
		provider.state.account = { sub: `own-${sub}`, email: `${who}@demo.invalid`, verified: true };
		const { context, page } = await enter();
		await page.click('button:has-text("区统一认证")');
		await page.waitForURL(`${origin}/login/oidc/confirm`);
		await page.click('main a.primary');
		await page.fill('#email', `${who}@demo.invalid`);
		await page.fill('#password', 'jade-cong-2026-trail');
		await page.click('form .primary');
		await page.waitForURL(`${origin}/login/oidc/confirm`);
		await page.click('main form .primary');
		await page.waitForURL(`${origin}/account/passkeys`);
		expect(await page.textContent('main')).toContain('区统一认证');
		await context.close();
	});
});

it('nothing of what the provider said stands in the log', () => {
	const log = served.out() + served.err();
	expect(log).toContain('/login/oidc/callback');
	expect(log).not.toMatch(/code=|state=|iss=|office\.example|office-true|赵一|alert/);
});
