import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from './asking';
import { serve } from './serve';
import type { Served } from './serve';

let served: Served;

beforeAll(async () => {
	served = await serve();
	mkdirSync(join(served.dataDir, 'files', 'ab'), { recursive: true });
	writeFileSync(join(served.dataDir, 'files', 'ab', 'cd.pdf'), '0123456789');
});
afterAll(async () => {
	await served?.stop();
});

const get = (path: string, headers: Record<string, string> = {}) =>
	ask(served.port, path, { headers: { host: `127.0.0.1:${served.port}`, ...headers } });
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- documents of many shapes
const json = async (path: string): Promise<any> => JSON.parse((await get(path)).text);

describe('bad questions to machines', () => {
	const items = '/api/collections/places/items';
	test.each([
		[`${items}?bbox=119,30,181,31`, 400],
		[`${items}?bbox=120,31,119,30`, 400],
		[`${items}?bbox=1,2,3`, 400],
		[`${items}?limit=-1`, 400],
		[`${items}?limit=1e9`, 400],
		[`${items}?limit=1000000000`, 400],
		[`${items}?offset=-5`, 400],
		[`${items}?q=${'a'.repeat(7000)}`, 400],
		[`${items}?q=${'a'.repeat(10_000)}`, 414],
		[`${items}?q=%ff%fe`, 400],
		[`${items}?q=%00`, 400],
		[`${items}?sort=name;DROP%20TABLE%20places`, 400],
		[`${items}?kind=palace`, 400],
		[`${items}?town=nowhere`, 400],
		[`${items}?%3Cscript%3E=1`, 400],
		[`${items}?datetime=yesterday`, 400],
		[`${items}/%27%22%3E%3Cscript%3E`, 404],
		[`${items}/nobody`, 404],
		['/api/collections/people', 404],
		['/api/collections/people/items', 404],
		['/api/nothing', 404],
		['/api?x=1', 400],
		['/tiles/places/99/0/0.mvt', 404],
		['/tiles/places/1/2/0.mvt', 404],
		['/tiles/places/a/b/c.mvt', 404],
		['/tiles/places/9/426/211.mvt?kind=palace', 400],
		['/tiles/places/9/426/211.mvt?v=x', 400],
		['/tiles/nothing', 404],
		['/tiles/places/clusters/12345', 404],
		['/feeds/nothing.atom', 404],
		['/feeds/news.atom?x=1', 400],
		['/sitemap-0.xml', 404],
		['/sitemap-99.xml', 404],
		['/og/place/nobody.png', 404],
		['/og/palace/x.png', 404],
		['/og/place/%27%22%3E.png', 404],
		['/files/ab/none.pdf', 404],
		['/files/ab/cd.svg', 404],
		['/files/..%2fliantu.db', 400],
		['/.well-known/nothing', 404]
	])('%s is answered with problem details', async (path, status) => {
		const { headers, text, ...answer } = await get(path);
		expect([answer.status, headers['content-type']]).toEqual([
			status,
			'application/problem+json; charset=utf-8'
		]);
		expect(JSON.parse(text)).toMatchObject({ status, title: expect.stringMatching(/./) });
		expect(headers['cache-control']).toBe('no-store');
	});

	test('a method that is not for reading is refused with the methods that are', async () => {
		const answer = await ask(served.port, '/api', {
			method: 'POST',
			headers: { host: `127.0.0.1:${served.port}`, origin: served.origin }
		});
		expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
		expect(JSON.parse(answer.text)).toMatchObject({ status: 405 });
	});
});

describe('open data', () => {
	test('leads from its landing page to every feature, page by page, each once', async () => {
		const landing = await json('/api');
		const to = (links: { rel: string; href: string; type: string }[], rel: string) =>
			links.find((link) => link.rel === rel && !link.type.includes('html'))?.href;
		const path = (href: string) => href.slice(served.origin.length);
		const data = await json(path(to(landing.links, 'data')!));
		for (const collection of data.collections) {
			const ids: string[] = [];
			let next = to(collection.links, 'items');
			let matched = -1;
			for (next += '?limit=2'; next;) {
				const page = await json(path(next));
				matched = page.numberMatched;
				expect(page.features).toHaveLength(page.numberReturned);
				ids.push(...page.features.map(({ id }: { id: string }) => id));
				next = to(page.links, 'next');
			}
			expect(ids).toHaveLength(matched);
			expect(new Set(ids).size).toBe(ids.length);
			for (const id of ids) {
				const { headers } = await get(`/api/collections/${collection.id}/items/${id}`);
				expect(headers['content-type']).toBe('application/geo+json; charset=utf-8');
			}
		}
	});

	test('declares the standards it keeps and defines itself', async () => {
		const { conformsTo } = await json('/api/conformance');
		expect(conformsTo.map((uri: string) => uri.split('/').at(-1))).toEqual([
			'core',
			'geojson',
			'oas30'
		]);
		const { headers, text } = await get('/api/openapi.json');
		expect(headers['content-type']).toMatch(/^application\/vnd\.oai\.openapi\+json;version=3\.0/);
		expect(JSON.parse(text).servers).toEqual([{ url: `${served.origin}/api` }]);
	});

	test('may be read by every site and is told apart from its page', async () => {
		const data = await get('/api', { origin: 'https://elsewhere.example' });
		expect(data.headers['access-control-allow-origin']).toBe('*');
		const page = await get('/api', { accept: 'text/html' });
		expect([data.headers['content-type'], page.headers['content-type']]).toEqual([
			'application/json; charset=utf-8',
			'text/html; charset=utf-8'
		]);
		expect(page.headers.vary).toContain('Accept');
	});

	test('is not sent again to who has it', async () => {
		const path = '/api/collections/places/items?limit=3';
		const { etag } = (await get(path)).headers;
		expect((await get(path, { 'if-none-match': etag! })).status).toBe(304);
	});

	test.skipIf(spawnSync('ogrinfo', ['--version']).status !== 0)(
		'is read by GDAL with every place and every box, where GDAL is installed',
		async () => {
			const gdal = (...args: string[]) =>
				execFileSync('ogrinfo', ['-ro', '-so', ...args], { encoding: 'utf8', timeout: 60_000 });
			const count = (text: string) => Number(/Feature Count: (\d+)/.exec(text)?.[1]);
			const source = `OAPIF:${served.origin}/api`;
			const all = await json('/api/collections/places/items');
			expect(count(gdal(source, 'places'))).toBe(all.numberMatched);
			const box = await json('/api/collections/places/items?bbox=119.8,30.3,120,30.45');
			expect(box.numberMatched).toBeGreaterThan(0);
			expect(count(gdal('-spat', '119.8', '30.3', '120', '30.45', source, 'places'))).toBe(
				box.numberMatched
			);
			expect(count(gdal(source, 'trails'))).toBe(
				(await json('/api/collections/trails/items')).numberMatched
			);
		}
	);
});

describe('tiles, feeds and files', () => {
	test('a tile may be kept for ever under the version it shows and not under another', async () => {
		const cache = async (v: string) =>
			(await get(`/tiles/places/0/0/0.mvt${v}`)).headers['cache-control'];
		const answers = await Promise.all([1, 2, 3, 4, 5].map((v) => cache(`?v=${v}`)));
		expect(answers.filter((value) => value === 'public, max-age=31536000, immutable')).toHaveLength(
			1
		);
		expect(await cache('')).toBe('public, no-cache');
		expect(await cache('?v=999999')).toBe('public, no-cache');
	});

	test('every address of the sitemap is there, in both languages', async () => {
		const { text } = await get('/sitemap.xml');
		const paths = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) =>
			loc!.slice(served.origin.length)
		);
		expect(paths.length).toBeGreaterThan(30);
		const lost: string[] = [];
		for (const path of paths) {
			const { status } = await get(path || '/', { accept: 'text/html' });
			if (status !== 200) lost.push(`${status} ${path}`);
		}
		expect(lost).toEqual([]);
	});

	test('robots find the sitemap, researchers whom to tell, readers the news', async () => {
		expect((await get('/robots.txt')).text).toContain(`\nSitemap: ${served.origin}/sitemap.xml\n`);
		expect((await get('/.well-known/security.txt')).text).toMatch(
			/^Contact: .+\nExpires: \d{4}-.+Z\nPreferred-Languages: zh, en\nCanonical: .+\n$/
		);
		const feed = await get('/feeds/news.atom');
		expect(feed.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
		expect(feed.text).toContain('<entry');
	});

	test('a shared page has a picture of its own', async () => {
		const { status, headers, body } = await get('/og/home/portal.png');
		expect([status, headers['content-type']]).toEqual([200, 'image/png']);
		const { width, height } = await sharp(body).metadata();
		expect([width, height]).toEqual([1200, 630]);
	});

	test('a file comes whole or in part, can do nothing, and stays the same for ever', async () => {
		const whole = await get('/files/ab/cd.pdf');
		expect([whole.status, whole.text]).toEqual([200, '0123456789']);
		expect(whole.headers).toMatchObject({
			'content-type': 'application/pdf',
			'content-disposition': `attachment; filename="cd.pdf"; filename*=UTF-8''cd.pdf`,
			'cache-control': 'public, max-age=31536000, immutable',
			'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
			'x-content-type-options': 'nosniff',
			'accept-ranges': 'bytes'
		});
		const part = await get('/files/ab/cd.pdf', { range: 'bytes=2-4' });
		expect([part.status, part.text, part.headers['content-range']]).toEqual([
			206,
			'234',
			'bytes 2-4/10'
		]);
		expect((await get('/files/ab/cd.pdf', { range: 'bytes=10-' })).status).toBe(416);
		expect((await get('/files/ab/cd.pdf', { range: 'bytes=5-2' })).text).toBe('0123456789');
		expect((await get('/files/ab/cd.pdf', { 'if-none-match': whole.headers.etag! })).status).toBe(
			304
		);
		const old = await get('/files/ab/cd.pdf', { range: 'bytes=2-4', 'if-range': '"other"' });
		expect([old.status, old.text]).toEqual([200, '0123456789']);
	});
});
