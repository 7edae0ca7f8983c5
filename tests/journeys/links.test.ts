import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../serve';
import { crawl, type Met, routes } from './crawl';

// Every public page and every file it leads to, as the server sends it, before any browser looks.

/**
 * Framed by other sites, linked by none of our pages; kinds of pages of which none is planted; pages
 * whose link stands in a mail, on a poster, or is drawn by a script from what a browser keeps.
 */
const UNREACHED =
	/^\/(embed|documents\/\[slug\]|pages\/\[slug\]|verify\/\[code\]|places\/\[slug\]\/visit$|visits\/\[token\]|contests\/\[contest\]\/\[edition\]\/(notice|results|entries|log|order)|events\/\[slug\]\/draw|passport\/(booklet|certificate|quiz|verify)|bookings\/\[token\]|stamp\/\[code\])/;

/** The one script that is an address of ours: its pages are kept on devices, where a nonce means nothing. */
const WALK = /^ defer(="")? src="\/trails\/walk\.js\?v=[^"]+"$/;

let served: Served;
let met: Met[];
let pages: Met[];

beforeAll(async () => {
	served = await serve();
	met = await crawl(served.port, ['/', '/en', '/sitemap.xml', '/robots.txt', '/api']);
	pages = met.filter(({ html, status }) => html && status === 200);
}, 240_000);

afterAll(() => served?.stop());

/** Addresses for which something does not hold. */
const wrong = (answers: Met[], holds: (answer: Met) => unknown) =>
	answers.filter((answer) => !holds(answer)).map(({ status, path }) => `${status} ${path}`);

describe('all links', () => {
	it('lead to something that answers', () => {
		expect(met.length).toBeGreaterThan(100);
		expect(wrong(met, ({ status }) => status === 200 || status === 303 || status === 308)).toEqual(
			[]
		);
	});

	it('lead to every public page, in Chinese and in English', () => {
		for (const locale of ['zh', 'en'] as const) {
			const reached = new Set(
				pages.filter((page) => page.locale === locale).map(({ route }) => route)
			);
			expect(routes.filter((route) => !reached.has(route) && !UNREACHED.test(route))).toEqual([]);
		}
	});
});

describe('every answer', () => {
	it('names the charset of its text', () => {
		const text = met.filter(({ headers }) =>
			/^text\/|[/+](?:json|xml)\b|javascript/.test(headers['content-type'] ?? '')
		);
		expect(
			wrong(text, ({ headers }) => /charset=utf-8(?:;|$)/i.test(headers['content-type']!))
		).toEqual([]);
	});

	it('carries the security headers', () => {
		const needed = {
			'x-content-type-options': /^nosniff$/,
			'referrer-policy': /^strict-origin-when-cross-origin$/,
			'permissions-policy': /geolocation=\(self\)/,
			'cross-origin-opener-policy': /^same-origin$/,
			'cross-origin-resource-policy': /^(?:same|cross)-origin$/,
			'content-security-policy': /default-src '(?:self|none)'.*frame-ancestors ('none'|\*)/,
			'x-request-id': /^[0-9a-f-]{36}$/
		};
		for (const [name, shape] of Object.entries(needed))
			expect(wrong(met, ({ headers }) => shape.test(String(headers[name])))).toEqual([]);
	});

	it('of a page lets only scripts run that this very answer names', () => {
		const scripts = (page: Met) => [...page.text.matchAll(/<script(?![^>]*ld\+json)([^>]*)>/g)];
		expect(
			wrong(pages, (page) => {
				const csp = String(page.headers['content-security-policy']);
				const nonce = /script-src[^;]*'nonce-([^']+)'/.exec(csp)?.[1];
				const unsafe = /script-src[^;]*'unsafe-(?:inline|eval)'/.test(csp);
				return (
					!unsafe &&
					scripts(page).every(
						([, how]) => WALK.test(how!) || (nonce && how!.includes(`nonce="${nonce}"`))
					)
				);
			})
		).toEqual([]);
	});

	it('sets no cookie on one who only looks', () => {
		expect(wrong(met, ({ headers }) => headers['set-cookie'] === undefined)).toEqual([]);
	});
});

describe('every page', () => {
	it('says its language', () => {
		expect(
			wrong(pages, ({ text, locale }) =>
				text.includes(`<html lang="${locale === 'en' ? 'en' : 'zh-CN'}"`)
			)
		).toEqual([]);
	});

	it('has one first heading and one main part', () => {
		const count = (text: string, tag: string) => text.split(new RegExp(`<${tag}[\\s>]`)).length - 1;
		expect(
			wrong(pages, ({ text }) => count(text, 'h1') === 1 && count(text, 'main') === 1)
		).toEqual([]);
	});

	it('has a title of its own, in the words of its language', () => {
		const titles = new Map<string, string[]>();
		for (const { path, text, locale } of pages.filter(({ path }) => !path.includes('?'))) {
			const [, title = ''] = /<title>([^<]*)<\/title>/.exec(text) ?? [];
			const key = `${locale}: ${title}`;
			titles.set(key, [...(titles.get(key) ?? []), path]);
		}
		expect([...titles].filter(([title, paths]) => title.length < 7 || paths.length > 1)).toEqual(
			[]
		);
	});

	it('describes itself, and shows nothing that was not meant to be seen', () => {
		const plain = pages.filter(({ path, route }) => !path.includes('?') && route !== '/embed');
		expect(
			wrong(plain, ({ text }) => /<meta name="description" content="[^"]{10,}/.test(text))
		).toEqual([]);
		expect(
			wrong(
				pages,
				({ text }) => !/\/tmp\/|undefined|NaN|\[object |\{\{|%liantu/.test(visible(text))
			)
		).toEqual([]);
	});
});

/** Text of a page between its tags, without scripts and styles. */
const visible = (html: string) =>
	html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ');
