import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit, watch } from '../browser';
import { freePort, serve } from '../serve';
import type { Served } from '../serve';

const PASSWORD = 'jade-cong-2026-trail';
let served: Served;
let browser: Browser;
let port: number;
let server: SMTPServer | null = null;
/** Letters that came, and those who wait for the next. */
const letters: { to: string; text: string }[] = [];
const readers: (() => void)[] = [];

/** A mail server of the office, on the port the portal was told. */
async function open(): Promise<void> {
	server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData(stream, { envelope }, done) {
			let raw = '';
			stream.on('data', (part: Buffer) => (raw += part));
			stream.on('end', () => {
				const body = raw.slice(raw.indexOf('\r\n\r\n') + 4);
				const text = /^content-transfer-encoding: base64/im.test(raw)
					? Buffer.from(body, 'base64').toString()
					: body.replace(/=\r\n/g, '').replace(/=3D/g, '=');
				letters.push({ to: envelope.rcptTo[0]!.address, text });
				done();
				readers.splice(0).forEach((tell) => tell());
			});
		}
	});
	server.on('error', () => undefined);
	await new Promise<void>((ready) => server!.listen(port, '127.0.0.1', () => ready()));
	expect((server.server.address() as AddressInfo).port).toBe(port);
}
const shut = () => new Promise<void>((closed) => (server ? server.close(closed) : closed()));

/** The letter to somebody, now or when it comes. */
async function letterTo(to: string): Promise<string> {
	for (;;) {
		const found = letters.findLast((letter) => letter.to === to);
		if (found) return found.text;
		await new Promise<void>((tell) => readers.push(tell));
	}
}

beforeAll(async () => {
	port = await freePort();
	await open();
	served = await serve({
		DEMO_PASSWORD: PASSWORD,
		STAFF_SECOND_FACTOR: 'optional',
		SMTP_URL: `smtp://127.0.0.1:${port}`,
		MAIL_FROM: '廉图 <portal@lian.invalid>'
	});
	browser = await launch();
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
	await shut();
});

async function register(email: string): Promise<void> {
	const { page, close } = await watch(browser, served.origin, { javaScriptEnabled: false });
	await visit(page, `${served.origin}/register`);
	await page.fill('#email', email);
	await page.click('main form .primary');
	await page.waitForLoadState();
	await close();
}

describe.each([true, false])('mail, with JavaScript %s', (javaScriptEnabled) => {
	const someone = `zhao-${javaScriptEnabled}@office.example`;

	it('reaches its person, and its link opens the page it is for', async () => {
		await register(someone);
		const text = await letterTo(someone);
		const link = /https?:\S+confirm\S+/.exec(text)![0];
		expect(link.startsWith(`${served.origin}/register/confirm?token=`)).toBe(true);
		const { page, noise, close } = await watch(browser, served.origin, { javaScriptEnabled });
		await visit(page, link);
		expect(await page.locator('input[name=password]').count()).toBe(1);
		expect(noise).toEqual([]);
		await close();
	});

	it('waits while the server is away, says why, and goes at the operator’s word', async () => {
		await shut();
		const late = `late-${someone}`;
		await register(late);
		const { page, noise, close } = await watch(browser, served.origin, { javaScriptEnabled });
		await visit(page, `${served.origin}/login?next=/studio/outbox`);
		await page.fill('#email', 'operator@demo.invalid');
		await page.fill('#password', PASSWORD);
		await Promise.all([page.waitForURL(/outbox/), page.click('main form .primary')]);
		const mine = page.locator('main li', { hasText: late });
		await expect
			.poll(
				async () => {
					await visit(page, `${served.origin}/studio/outbox?state=waiting`);
					return mine.textContent();
				},
				{ timeout: 30_000, interval: 500 }
			)
			.toContain('连不上邮件服务器');

		await mine.locator('button', { hasText: '查看正文' }).click();
		await page.waitForSelector('pre');
		expect(await page.textContent('pre')).toContain('/register/confirm?token=');
		await open();
		await page
			.locator('main li', { hasText: late })
			.locator('button', { hasText: '现在发送' })
			.click();
		expect(await letterTo(late)).toContain('/register/confirm?token=');
		expect(noise).toEqual([]);
		await close();
	});
});

it('no address, token or text stands in the log', () => {
	expect(served.out() + served.err()).not.toMatch(/office\.example|token=|确认您的邮箱/);
});
