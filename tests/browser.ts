import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { chromiumPath, FLAGS } from '../scripts/bench/chromium';

/** A page whose every disturbance is written down. */
export type Watched = {
	page: Page;
	/**
	 * What went wrong so far, one line each: requests to other hosts, failed requests, words on the
	 * console, uncaught errors, breaches of the content-security-policy. A clean page has none.
	 */
	noise: string[];
	close: () => Promise<void>;
};

/** Chromium's own remarks about software rendering say nothing about a page. */
const DRIVER = /GL Driver Message|Automatic fallback to software WebGL|GroupMarkerNotSet/;

/**
 * Starts the system's Chromium without a window; WebGL runs in software.
 * @param env environment variables on top, e.g. for other fonts
 */
export function launch(env: Record<string, string> = {}): Promise<Browser> {
	return chromium.launch({
		executablePath: chromiumPath(),
		args: FLAGS,
		env: { ...process.env, ...env }
	});
}

/**
 * Opens an empty page, in a context of its own, that notes every disturbance.
 * @param origin the only place it may ask, e.g. `http://127.0.0.1:4100`
 */
export async function watch(
	browser: Browser,
	origin: string,
	options: BrowserContextOptions = {}
): Promise<Watched> {
	const context = await browser.newContext(options);
	const noise: string[] = [];
	context.on('request', (request) => {
		const url = request.url();
		if (!url.startsWith(`${origin}/`) && !/^(?:data|blob|about):/.test(url))
			noise.push(`foreign request: ${url}`);
	});
	context.on('requestfailed', (request) => {
		const why = request.failure()?.errorText ?? '';
		// Chromium without JavaScript refuses the scripts a page offers to load ahead.
		if (
			options.javaScriptEnabled === false &&
			why === 'csp' &&
			new URL(request.url()).pathname.startsWith('/_app/')
		)
			return;
		// A page that is left stops what it was still loading.
		if (why !== 'net::ERR_ABORTED') noise.push(`failed request: ${request.url()} ${why}`);
	});
	context.on('console', (message) => {
		const said = `${message.type()}: ${message.text()}`;
		if (['error', 'warning', 'assert'].includes(message.type()) && !DRIVER.test(said))
			noise.push(said);
	});
	context.on('weberror', (error) => noise.push(`uncaught: ${error.error().message}`));
	await context.exposeBinding('noteBreach', (_, breach: string) => noise.push(breach));
	await context.addInitScript(() => {
		const { noteBreach } = window as unknown as { noteBreach: (said: string) => void };
		document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
			noteBreach(`policy breach: ${violatedDirective} ${blockedURI}`)
		);
	});
	const page = await context.newPage();
	return { page, noise, close: () => context.close() };
}

/**
 * Goes to a page and waits until it is loaded, its own script runs (where JavaScript is on) and its
 * fonts are there.
 */
export async function visit(page: Page, url: string): Promise<number> {
	const answer = await page.goto(url, { waitUntil: 'load' });
	await page.evaluate(() => document.fonts.ready.then(() => undefined)).catch(() => undefined);
	return answer?.status() ?? 0;
}
