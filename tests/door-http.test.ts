// Long because one server with a clock of its own stands for all laws of the outer door.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import zlib from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { trustOf } from '../server/address';
import { AnswerCache } from '../server/cache';
import type { Application } from '../server/forward';
import { ALWAYS } from '../server/headers';
import { siteOf } from '../server/hosts';
import { makeServer } from '../server/listen';
import { readAssets } from '../server/statics';
import { ask, say } from './asking';
import { freePort } from './serve';

// The door with a stand-in for the application behind it: what the door alone must guarantee.

const folder = mkdtempSync(join(tmpdir(), 'liantu-door-'));
const film = randomBytes(200_000);
const words = '瓶窑镇澄清正名展示馆，开放时间九点到五点。'.repeat(100);
const log: { level: string; line: Record<string, unknown>; message: string }[] = [];
const shared = {
	contentVersion: 7,
	checks: new Map<string, () => Promise<void>>(),
	connectSources: [],
	uploads: null
};
let stopping = false;
let rendered: string[] = [];
let now = Date.parse('2026-03-02T12:00:00+08:00');
let port = 0;
let server: Server;

const page = (res: Parameters<Application>[1], extra: Record<string, string> = {}) => {
	const nonce = randomBytes(16).toString('base64');
	for (const [name, value] of Object.entries(extra)) res.setHeader(name, value);
	res.setHeader('content-type', 'text/html');
	res.setHeader('etag', '"kit"');
	res.setHeader('x-sveltekit-page', 'true');
	res.setHeader(
		'content-security-policy',
		`default-src 'self'; script-src 'self' 'nonce-${nonce}'; frame-ancestors 'none'`
	);
	res.writeHead(200);
	res.write(`<!doctype html><script nonce="${nonce}">1</script>`);
	res.write(words);
	res.end(`<script nonce="${nonce}">2</script>`);
};

const application: Application = async (req, res, next) => {
	const { pathname } = new URL(req.url ?? '/', 'http://own.invalid');
	rendered.push(`${req.method} ${req.url} ${req.headers.origin ?? ''}`.trim());
	if (pathname === '/') return page(res, { 'x-liantu-cacheable': String(shared.contentVersion) });
	if (pathname === '/mine') return page(res);
	if (pathname === '/embed') return page(res);
	if (pathname === '/slow') {
		await new Promise((done) => setTimeout(done, 30));
		return page(res, { 'x-liantu-cacheable': '7' });
	}
	if (pathname === '/stale') return page(res, { 'x-liantu-cacheable': '6' });
	if (pathname === '/cookie')
		return page(res, { 'x-liantu-cacheable': '7', 'set-cookie': 'mode=elder' });
	if (pathname === '/api/items') {
		res.writeHead(200, { 'content-type': 'application/geo+json', 'x-liantu-cacheable': '7' });
		return res.end(JSON.stringify({ words }));
	}
	if (pathname === '/tiles/1.mvt') {
		res.writeHead(200, {
			'content-type': 'application/vnd.mapbox-vector-tile',
			etag: '"v7"',
			'cache-control': 'public, max-age=31536000, immutable'
		});
		return res.end(film.subarray(0, 5000));
	}
	if (pathname === '/long.csv') {
		res.writeHead(200, { 'content-type': 'text/csv' });
		for (let i = 0; i < 30; i++) res.write(Buffer.from(words.repeat(20)));
		return res.end('the end');
	}
	if (pathname === '/empty') return res.writeHead(204).end();
	if (pathname === '/away') return res.writeHead(303, { location: '/' }).end();
	if (pathname === '/client') return res.end(String(req.headers['x-liantu-client']));
	if (pathname === '/range') return res.end(String(req.headers.range));
	if (pathname === '/boom') throw new Error('the secret reason');
	if (pathname === '/halfway') {
		res.writeHead(200, { 'content-type': 'text/html', etag: '"x"' });
		res.write('half a page');
		throw new Error('the secret reason');
	}
	if (pathname === '/write')
		return res.writeHead(200, { 'content-type': 'text/plain' }).end('written');
	next();
};

const at = (level: string) => (line: unknown, message?: string) => {
	log.push({ level, line: line as Record<string, unknown>, message: message ?? '' });
};

beforeAll(async () => {
	const client = join(folder, 'client');
	mkdirSync(join(client, '_app/immutable'), { recursive: true });
	mkdirSync(join(client, '.git'), { recursive: true });
	mkdirSync(join(folder, 'prerendered'), { recursive: true });
	writeFileSync(join(client, '_app/immutable/start.abc.js'), `/*${'x'.repeat(3000)}*/`);
	for (const [kind, pack] of [
		['br', zlib.brotliCompressSync],
		['gz', zlib.gzipSync]
	] as const)
		writeFileSync(
			join(client, `_app/immutable/start.abc.js.${kind}`),
			pack(`/*${'x'.repeat(3000)}*/`)
		);
	writeFileSync(join(client, '_app/immutable/start.abc.js.map'), '{}');
	writeFileSync(join(client, '.git/config'), 'secret');
	writeFileSync(join(client, 'seal.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
	writeFileSync(join(client, 'film.mp4'), film);
	writeFileSync(join(folder, 'prerendered/about.html'), '<!doctype html>about');
	const free = await freePort();
	server = makeServer({
		site: siteOf(new URL(`http://127.0.0.1:${free}`)),
		trust: trustOf([]),
		application,
		assets: readAssets(folder),
		shared,
		cache: new AnswerCache(),
		log: { info: at('info'), warn: at('warn'), error: at('error') },
		record: () => {},
		now: () => now,
		bodyLimit: 10_000,
		stopping: () => stopping
	});
	port = await new Promise<number>((done) =>
		server.listen(free, '127.0.0.1', () => done((server.address() as AddressInfo).port))
	);
});

afterAll(async () => {
	server.closeAllConnections();
	await new Promise((done) => server.close(done));
	rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
	// A new minute: nothing kept from the test before.
	now += 60_000;
	rendered = [];
	log.length = 0;
	stopping = false;
	shared.contentVersion = 7;
	shared.checks.clear();
});

const own = () => ({ origin: `http://127.0.0.1:${port}`, 'content-length': '0' });
const isDressed = (headers: Record<string, unknown>) => {
	for (const [name, value] of Object.entries(ALWAYS))
		expect(headers[name.toLowerCase()]).toBe(value);
	expect(headers['content-security-policy']).toMatch(/frame-ancestors ('none'|\*)/);
	expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
	expect(headers['cross-origin-resource-policy']).toMatch(/^(same|cross)-origin$/);
	const type = String(headers['content-type'] ?? '');
	if (/text|json|xml|javascript/.test(type)) expect(type).toMatch(/; charset=utf-8$/);
	expect(headers['x-sveltekit-page']).toBe(undefined);
	expect(headers['x-liantu-cacheable']).toBe(undefined);
};

describe('every answer is dressed', () => {
	const cases: [string, number, string, Parameters<typeof ask>[2]?][] = [
		['a page', 200, '/'],
		['a page for one person', 200, '/mine', { headers: { cookie: 'session=1' } }],
		['open data', 200, '/api/items'],
		['an empty answer', 204, '/empty'],
		['a redirect', 303, '/away'],
		['a file', 200, '/seal.svg'],
		['a built file', 200, '/_app/immutable/start.abc.js'],
		['a prerendered page', 200, '/about'],
		['a part of a file', 206, '/film.mp4', { headers: { range: 'bytes=5-9' } }],
		['a part that does not exist', 416, '/film.mp4', { headers: { range: 'bytes=999999-' } }],
		['a long table', 200, '/long.csv'],
		['a broken address', 400, '/%ff'],
		['a foreign submission', 403, '/write', { method: 'POST', headers: { 'content-length': '0' } }],
		['an unknown address', 404, '/nowhere'],
		['a method nobody knows', 405, '/', { method: 'TRACE' }],
		['writing to a file', 405, '/seal.svg', { method: 'PUT' }],
		['too much', 413, '/write', { method: 'POST' }],
		['an endless address', 414, `/?q=${'a'.repeat(9000)}`],
		['a foreign host', 421, '/', { headers: { host: 'evil.example' } }],
		['a defect', 500, '/boom'],
		['a preflight', 204, '/api/items', { method: 'OPTIONS' }],
		['life', 200, '/livez'],
		['readiness', 200, '/readyz']
	];
	it.each(cases)('%s: %i', async (name, status, path, options = {}) => {
		if (name === 'too much')
			options = {
				...options,
				headers: { ...own(), 'content-length': '20000' },
				body: 'x'.repeat(20_000)
			};
		if (name === 'writing to a file') options = { ...options, headers: own() };
		const answer = await ask(port, path, options);
		expect(answer.status).toBe(status);
		isDressed(answer.headers);
		if (status >= 400) expect(answer.headers['cache-control']).toBe('no-store');
	});

	it('not modified', async () => {
		for (const path of ['/', '/api/items', '/seal.svg', '/tiles/1.mvt']) {
			const first = await ask(port, path);
			const again = await ask(port, path, { headers: { 'if-none-match': first.headers.etag } });
			expect([again.status, again.body.length]).toEqual([304, 0]);
			isDressed(again.headers);
		}
	});

	it.each([
		['no HTTP at all', 'hello\r\n\r\n', 400],
		['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
		[
			'two hosts',
			'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
			400
		],
		[
			'two lengths',
			'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
			400
		],
		[
			'length and chunks',
			'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
			400
		],
		['endless headers', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
		[
			'a demand nobody can meet',
			'GET / HTTP/1.1\r\nHost: x\r\nExpect: 200-ok\r\nConnection: close\r\n\r\n',
			417
		],
		[
			'a raw control character',
			'GET /a\u0001 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
			400
		],
		[
			'another server’s address',
			'GET http://evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
			400
		]
	])('even to %s', async (_case, bytes, status) => {
		const [head = ''] = (await say(port, bytes)).split('\r\n\r\n');
		expect(head.split(' ')[1]).toBe(String(status));
		const lines = head
			.split('\r\n')
			.slice(1)
			.map((line) => line.split(': ') as [string, string]);
		isDressed(Object.fromEntries(lines.map(([name, value]) => [name.toLowerCase(), value])));
	});
});

describe('refusals help', () => {
	it('people get a page in the language of the address', async () => {
		const zh = await ask(port, '/%ff', { headers: { accept: 'text/html' } });
		expect(zh.headers['content-type']).toBe('text/html; charset=utf-8');
		expect(zh.text).toContain('<html lang="zh-CN">');
		const en = await ask(port, '/en/%ff', { headers: { accept: 'text/html' } });
		expect(en.text).toContain('<html lang="en">');
		expect(en.text).toContain('The address is not valid');
	});

	it('machines get problem details', async () => {
		const answer = await ask(port, '/en/api/%ff');
		expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
		const problem = JSON.parse(answer.text) as Record<string, unknown>;
		expect([problem.status, problem.title]).toEqual([400, 'The address is not valid']);
		expect(problem.requestId).toBe(answer.headers['x-request-id']);
	});

	it('nothing sent comes back, and no reason leaves', async () => {
		const probe = await ask(port, '/nowhere?q="><script>alert(1)</script>', {
			headers: { accept: 'text/html' }
		});
		expect(probe.text).not.toContain('alert');
		for (const path of ['/boom', '/halfway']) {
			const broken = await ask(port, path);
			expect(broken.status).toBe(500);
			expect(broken.text).not.toMatch(/secret|\.ts|at /);
		}
		expect(log.filter(({ message }) => message === 'request failed').length).toBe(2);
	});

	it('a request id from outside is not believed', async () => {
		const answer = await ask(port, '/', { headers: { 'x-request-id': 'forged' } });
		expect(answer.headers['x-request-id']).not.toBe('forged');
	});
});

describe('who may submit', () => {
	const types = [
		'application/x-www-form-urlencoded',
		'multipart/form-data; boundary=x',
		'text/plain',
		'application/json',
		'application/octet-stream',
		''
	];
	const senders: [string, Record<string, string>][] = [
		['a foreign origin', { origin: 'https://evil.example' }],
		['the null origin', { origin: 'null' }],
		['no origin', {}],
		['our origin from another site', { origin: 'OURS', 'sec-fetch-site': 'cross-site' }],
		['our origin from a sibling', { origin: 'OURS', 'sec-fetch-site': 'same-site' }]
	];
	for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
		for (const [who, headers] of senders)
			it(`not ${who} by ${method}, with any content type`, async () => {
				for (const type of types) {
					const sent: Record<string, string> = { ...headers, 'content-length': '2' };
					if (type) sent['content-type'] = type;
					if (sent.origin === 'OURS') sent.origin = `http://127.0.0.1:${port}`;
					expect((await ask(port, '/write', { method, headers: sent, body: '{}' })).status).toBe(
						403
					);
				}
				expect(rendered).toEqual([]);
			});

	it('our own pages, under any loopback name, which the application sees as the configured one', async () => {
		const ours = `http://127.0.0.1:${port}`;
		for (const headers of [
			{ origin: ours },
			{
				origin: `http://localhost:${port}`,
				host: `localhost:${port}`,
				'sec-fetch-site': 'same-origin'
			},
			{ 'sec-fetch-site': 'same-origin' }
		]) {
			const answer = await ask(port, '/write', {
				method: 'POST',
				headers: { ...headers, 'content-length': '0' }
			});
			expect([answer.status, answer.text]).toEqual([200, 'written']);
		}
		expect(rendered).toEqual(Array(3).fill(`POST /write ${ours}`));
	});

	it('a forged host reaches nobody', async () => {
		for (const host of [
			'evil.example',
			`evil.example:${port}`,
			`127.0.0.1:${port}.evil.example`,
			`localhost`
		])
			expect((await ask(port, '/', { headers: { host } })).status).toBe(421);
		expect(rendered).toEqual([]);
	});

	it('a forged X-Forwarded-For or internal header changes no address', async () => {
		const headers = { 'x-forwarded-for': '1.2.3.4', 'x-liantu-client': '5.6.7.8' };
		expect((await ask(port, '/client', { headers })).text).toBe('127.0.0.1');
	});
});

describe('answers kept for everybody', () => {
	const renderings = (path: string) =>
		rendered.filter((line) => line.startsWith(`GET ${path}`)).length;

	it('are rendered once, and each visitor gets a nonce of his own that fits his policy', async () => {
		const answers = [await ask(port, '/'), await ask(port, '/'), await ask(port, '/')];
		expect(renderings('/')).toBe(1);
		const nonces = answers.map(({ headers, text }) => {
			const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? '';
			expect(text.split(`nonce="${nonce}"`).length).toBe(3);
			return nonce;
		});
		expect(new Set(nonces).size).toBe(3);
	});

	it('a revalidated page keeps the nonce it was stored with', async () => {
		const first = await ask(port, '/');
		const nonce =
			/'nonce-([^']+)'/.exec(String(first.headers['content-security-policy']))?.[1] ?? 'none';
		const again = await ask(port, '/', { headers: { 'if-none-match': first.headers.etag } });
		expect(again.status).toBe(304);
		expect(again.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
		expect(again.headers.etag).toBe(first.headers.etag);
		const forged = await ask(port, '/', { headers: { 'if-none-match': `W/"x.${nonce}"` } });
		expect(forged.status).toBe(200);
	});

	it('many who ask at once wait for one rendering', async () => {
		const answers = await Promise.all(Array.from({ length: 20 }, () => ask(port, '/slow')));
		expect(renderings('/slow')).toBe(1);
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
	});

	it('HEAD is the same without a body', async () => {
		const get = await ask(port, '/api/items');
		const head = await ask(port, '/api/items', { method: 'HEAD' });
		expect(renderings('/api/items')).toBe(1);
		expect([head.status, head.body.length]).toEqual([200, 0]);
		for (const name of ['etag', 'content-length', 'content-type', 'cache-control'])
			expect(head.headers[name]).toBe(get.headers[name]);
	});

	it('are forgotten with the content version and with the minute', async () => {
		await ask(port, '/');
		shared.contentVersion = 8;
		await ask(port, '/');
		expect(renderings('/')).toBe(2);
		now += 60_000;
		await ask(port, '/');
		expect(renderings('/')).toBe(3);
	});

	it('never what was not offered, is out of date, or sets a cookie', async () => {
		for (const path of ['/mine', '/stale', '/cookie']) {
			await ask(port, path);
			await ask(port, path);
			expect(renderings(path)).toBe(2);
		}
	});

	it('are neither given to nor taken from a visitor who is known', async () => {
		await ask(port, '/');
		await ask(port, '/', { headers: { cookie: 'session=a' } });
		await ask(port, '/', { headers: { authorization: 'Bearer x' } });
		expect(renderings('/')).toBe(3);
		await ask(port, '/api/items', { headers: { cookie: 'session=a' } });
		await ask(port, '/api/items');
		expect(renderings('/api/items')).toBe(2);
	});

	it('each preference has its own', async () => {
		for (const cookie of [
			'mode=elder',
			'theme=dark',
			'theme=dark; mode=elder',
			'mode=elder; theme=dark'
		])
			await ask(port, '/', { headers: { cookie } });
		expect(renderings('/')).toBe(3);
	});
});

describe('compression', () => {
	const unpack = { br: zlib.brotliDecompressSync, gzip: zlib.gunzipSync };

	it.each(['/', '/mine', '/api/items', '/long.csv', '/_app/immutable/start.abc.js'])(
		'%s in brotli, gzip or as it is',
		async (path) => {
			const plain = await ask(port, path);
			const shape = (body: Buffer) => body.toString().replace(/nonce="[^"]+"/g, '');
			for (const coding of ['br', 'gzip'] as const) {
				const packed = await ask(port, path, { headers: { 'accept-encoding': coding } });
				expect(packed.headers['content-encoding']).toBe(coding);
				expect(packed.headers.vary).toMatch(/Accept-Encoding/);
				expect(packed.body.length).toBeLessThan(plain.body.length / 2);
				expect(shape(unpack[coding](packed.body))).toBe(shape(plain.body));
			}
			const refused = await ask(port, path, { headers: { 'accept-encoding': 'br;q=0, gzip;q=0' } });
			expect(refused.headers['content-encoding']).toBe(undefined);
		}
	);

	it('never films, parts or short answers', async () => {
		const headers = { 'accept-encoding': 'br' };
		for (const path of ['/film.mp4', '/write', '/livez'])
			expect((await ask(port, path, { headers })).headers['content-encoding']).toBe(undefined);
		const part = await ask(port, '/film.mp4', { headers: { ...headers, range: 'bytes=0-9' } });
		expect([
			part.status,
			part.headers['content-encoding'],
			part.body.equals(film.subarray(0, 10))
		]).toEqual([206, undefined, true]);
	});
});

describe('files', () => {
	it('hashed ones are kept for a year, others for an hour', async () => {
		expect((await ask(port, '/_app/immutable/start.abc.js')).headers['cache-control']).toBe(
			'public, max-age=31536000, immutable'
		);
		expect((await ask(port, '/seal.svg')).headers['cache-control']).toBe('public, max-age=3600');
		expect((await ask(port, '/about')).headers['cache-control']).toBe('public, no-cache');
	});

	it.each(['bytes=5-2', 'bytes=-', 'bytes=a-b', 'lines=1-2', 'bytes=0-1,3-4'])(
		'“%s” is ignored',
		async (range) => {
			const answer = await ask(port, '/film.mp4', { headers: { range } });
			expect([answer.status, answer.body.equals(film)]).toEqual([200, true]);
			expect((await ask(port, '/range', { headers: { range } })).text).toBe('undefined');
		}
	);

	it('parts are exact, from the front, the middle and the end', async () => {
		for (const [range, from, to] of [
			['bytes=0-0', 0, 1],
			['bytes=100-199', 100, 200],
			['bytes=-7', 199_993, 200_000],
			['bytes=199990-', 199_990, 200_000]
		] as const) {
			const answer = await ask(port, '/film.mp4', { headers: { range } });
			expect([answer.status, answer.headers['content-range']]).toEqual([
				206,
				`bytes ${from}-${to - 1}/200000`
			]);
			expect(answer.body.equals(film.subarray(from, to))).toBe(true);
		}
	});

	it.each([
		'/.git/config',
		'/_app/immutable/start.abc.js.map',
		'/_app/immutable/start.abc.js.br',
		'/film.mp4/'
	])('%s is not there', async (path) => {
		expect((await ask(port, path)).status).toBe(404);
	});

	it.each(['/../package.json', '/%2e%2e/package.json', '/embed/../places', '/en//evil.example'])(
		'%s is no address of ours',
		async (path) => {
			const answer = await ask(port, path);
			expect(answer.status).toBe(400);
			expect(answer.headers['x-frame-options']).toBe('DENY');
		}
	);
});

describe('health', () => {
	it('is answered under any host name, so that a platform can probe an address', async () => {
		expect((await ask(port, '/livez', { headers: { host: '10.0.0.5:3000' } })).status).toBe(200);
	});

	it('readiness fails by name and without a reason when a part fails or the server stops', async () => {
		shared.checks.set('database', async () => {});
		expect(JSON.parse((await ask(port, '/readyz')).text)).toEqual({
			status: 'ready',
			checks: { database: 'ok' }
		});
		shared.checks.set('files', async () => {
			throw new Error('ENOSPC at /secret/place');
		});
		const failing = await ask(port, '/readyz');
		expect([failing.status, JSON.parse(failing.text)]).toEqual([
			503,
			{ status: 'not ready', checks: { database: 'ok', files: 'failed' } }
		]);
		shared.checks.delete('files');
		stopping = true;
		expect((await ask(port, '/readyz')).status).toBe(503);
	});
});

describe('the log', () => {
	it('has one line a request, without query, person or token', async () => {
		await ask(port, '/verify/q7x2m4k9w3z8p5t6r1y0?phone=13800138000&t=abc', {
			headers: { cookie: 'session=secret' }
		});
		const lines = await vi.waitFor(() => {
			const found = log.filter(({ message }) => message === 'answered');
			expect(found.length).toBe(1);
			return found;
		});
		expect(lines[0]?.line).toMatchObject({
			method: 'GET',
			path: '/verify/[token]',
			status: 404,
			client: '127.0.0.1'
		});
		expect(JSON.stringify(log)).not.toMatch(/secret|13800138000|abc|q7x2/);
	});
});
