import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { visit, watch } from './browser';
import type { Watched } from './browser';

/** With `PICTURES=folder`, every step a journey shows is kept there as a picture. */
const PICTURES = process.env.PICTURES ? resolve(process.env.PICTURES) : null;
let taken = 0;

/** Keeps a page as it stands, at the widths of a phone and of a desk, where pictures are wished. */
export async function picture(page: Page, name: string): Promise<void> {
	if (!PICTURES) return;
	mkdirSync(PICTURES, { recursive: true });
	const number = String(++taken).padStart(2, '0');
	const before = page.viewportSize();
	for (const width of [360, 1440]) {
		// As high as the page is: what sticks to a window's edge stands at an edge.
		await page.setViewportSize({ width, height: 800 });
		const height = await page.evaluate(() => document.documentElement.scrollHeight);
		await page.setViewportSize({ width, height: Math.min(height, 8000) });
		await page.screenshot({ path: join(PICTURES, `${number}-${name}-${width}.png`) });
	}
	if (before) await page.setViewportSize(before);
}

/** Sends the form of a button, and expects the server to take it. */
export async function press(button: Locator): Promise<void> {
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

export interface Seats {
	/** Somebody at a page of theirs; signed in once. Nobody is a citizen. */
	as: (who: string | null, path: string) => Promise<Page>;
	noises: () => string[];
	close: () => Promise<void>;
}

/** Browsers without scripts of sample accounts, one each. */
export function seatsAt(browser: Browser, origin: string, password: string): Seats {
	const seats = new Map<string | null, Page>();
	const opened: Watched[] = [];
	async function sit(who: string | null): Promise<Page> {
		const watched = await watch(browser, origin, { javaScriptEnabled: false });
		opened.push(watched);
		const { page } = watched;
		if (who === null) return page;
		await visit(page, `${origin}/login`);
		await page.getByLabel('邮箱').fill(`${who}@demo.invalid`);
		await page.getByLabel('密码', { exact: true }).fill(password);
		await page.locator('main').getByRole('button', { name: '登录', exact: true }).click();
		await page.waitForURL((url) => !url.pathname.endsWith('/login'));
		return page;
	}
	return {
		async as(who, path) {
			const page = seats.get(who) ?? (await sit(who));
			seats.set(who, page);
			const status = (await page.goto(`${origin}${path}`))!.status();
			if (status !== 200) throw new Error(`${path} answers ${status}`);
			return page;
		},
		noises: () => opened.flatMap(({ noise }) => noise),
		close: async () => {
			for (const { close } of opened) await close();
		}
	};
}
