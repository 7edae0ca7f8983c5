import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit, watch } from '../browser';
import { freePort, serve } from '../serve';
import type { Served } from '../serve';

const PASSWORD = 'jade-cong-2026-trail';
let served: Served;
let origin: string;
let browser: Browser;
beforeAll(async () => {
	const port = await freePort();
	// A passkey is bound to a domain, and 127.0.0.1 is none.
	origin = `http://localhost:${port}`;
	served = await serve({
		PORT: String(port),
		ORIGIN: origin,
		DEMO_PASSWORD: PASSWORD,
		STAFF_SECOND_FACTOR: 'optional'
	});
	browser = await launch();
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

/** A device with finger or face, as Chromium plays it. */
async function device(page: Page, verified = true): Promise<CDPSession> {
	const session = await page.context().newCDPSession(page);
	await session.send('WebAuthn.enable');
	await session.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: verified,
			automaticPresenceSimulation: true
		}
	});
	return session;
}

async function signIn(page: Page, email: string): Promise<void> {
	await visit(page, `${origin}/login`);
	await page.fill('#email', email);
	await page.fill('#password', PASSWORD);
	await Promise.all([page.waitForURL(`${origin}/account`), page.click('form .primary')]);
}

async function signOut(page: Page): Promise<void> {
	await visit(page, `${origin}/logout`);
	await Promise.all([page.waitForURL(`${origin}/`), page.click('main form .button')]);
}

async function addKey(page: Page, name: string): Promise<void> {
	await visit(page, `${origin}/account/passkeys`);
	await page.fill('#key-name', name);
	await Promise.all([page.waitForURL(/done=add/), page.click('.passkey button')]);
}

describe('a passkey', () => {
	it('is added, signs in by itself, is the second factor after a password, and goes', async () => {
		const { page, noise, close } = await watch(browser, origin);
		await device(page);
		await signIn(page, 'citizen@demo.invalid');
		await addKey(page, '我的手机');
		expect(await page.textContent('.done')).toContain('已经添加');
		await signOut(page);

		await visit(page, `${origin}/login?next=/account/passkeys`);
		await Promise.all([
			page.waitForURL(`${origin}/account/passkeys`),
			page.click('.passkey button')
		]);
		expect(await page.textContent('li h3')).toBe('我的手机');
		await signOut(page);

		await visit(page, `${origin}/login`);
		await page.fill('#email', 'citizen@demo.invalid');
		await page.fill('#password', PASSWORD);
		await Promise.all([page.waitForURL(/\/login\/factor/), page.click('form .primary')]);
		await Promise.all([page.waitForURL(`${origin}/account`), page.click('.passkey button')]);

		await visit(page, `${origin}/account/passkeys`);
		await page.click('summary:has-text("删除")');
		await Promise.all([page.waitForURL(/done=remove/), page.click('form .danger')]);
		expect(await page.textContent('main')).toContain('还没有通行密钥');
		expect(noise).toEqual([]);
		await close();
	});

	it('of a device that did not see its owner opens nothing, and the page says so', async () => {
		const { page, close } = await watch(browser, origin);
		await device(page, false);
		await signIn(page, 'contestant1@demo.invalid');
		await visit(page, `${origin}/account/passkeys`);
		await page.fill('#key-name', '别人的手机');
		await page.click('.passkey button');
		await page.waitForSelector('.passkey .wrong');
		expect(await page.textContent('.passkey .wrong')).toContain('没有完成');
		await visit(page, `${origin}/account/passkeys`);
		expect(await page.textContent('main')).toContain('还没有通行密钥');
		await close();
	});

	it('at another name of this machine is not offered, and the page says where it is', async () => {
		const here = origin.replace('localhost', '127.0.0.1');
		const { page, noise, close } = await watch(browser, here);
		await visit(page, `${here}/login`);
		await page.waitForSelector('.others p.faint');
		expect(await page.textContent('.others')).toContain(origin);
		expect(await page.locator('.passkey button').count()).toBe(0);
		expect(noise).toEqual([]);
		await close();
	});

	it('is renamed without JavaScript, where none can be added', async () => {
		const { page, noise, close } = await watch(browser, origin);
		await device(page);
		await signIn(page, 'contestant2@demo.invalid');
		await addKey(page, '旧名');
		const cookies = await page.context().cookies();
		await close();
		const plain = await watch(browser, origin, { javaScriptEnabled: false });
		await plain.page.context().addCookies(cookies);
		await visit(plain.page, `${origin}/account/passkeys`);
		await plain.page.click('main summary');
		await plain.page.fill('li input[name=name]', '新名');
		await plain.page.click('form[action="?/rename"] button');
		await plain.page.waitForURL(/done=rename/);
		expect(await plain.page.textContent('li h3')).toBe('新名');
		expect([...noise, ...plain.noise]).toEqual([]);
		await plain.close();
	});

	it.each([
		['/login/passkey', 'no JSON'],
		['/login/passkey', '[]'],
		['/login/passkey', '{"response":null}'],
		['/login/passkey', '{"response":{"id":7}}'],
		['/login/passkey', '{"use":"factor"}'],
		['/login/passkey', '{"use":"factor","response":{}}'],
		['/login/passkey', JSON.stringify({ response: 'x'.repeat(100_000), next: '//evil.example' })],
		['/account/passkeys/enrol', '{}'],
		['/account/prove/passkey', '{"response":{}}']
	])('%s answers %.60s from a stranger without a defect and lets nobody in', async (path, body) => {
		const answer = await fetch(origin + path, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin, 'content-type': 'application/json', accept: 'application/json' },
			body
		});
		expect(answer.status).toBeLessThan(500);
		expect(answer.headers.getSetCookie().filter((one) => one.startsWith('liantu='))).toEqual([]);
	});

	it('a question asked from another site is refused', async () => {
		const answer = await fetch(`${origin}/login/passkey`, {
			method: 'POST',
			headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
			body: '{}'
		});
		expect(answer.status).toBe(403);
	});
});
