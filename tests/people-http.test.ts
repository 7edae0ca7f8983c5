// Long because one running portal, of which a thousand guesses ask enough.
import type http from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './asking';
import type { Answer } from './asking';
import { serve } from './serve';
import type { Served } from './serve';

// Signing in over the wire, as a site served over TLS behind no proxy: cookies, caches, guesses.

const PASSWORD = 'jade-cong-2026-trail';
const HOST = 'lian.example.cn';
let served: Served;

beforeAll(async () => {
	served = await serve({ DEMO_PASSWORD: PASSWORD, ORIGIN: `https://${HOST}` });
});
afterAll(() => served?.stop());

const get = (path: string, headers: http.OutgoingHttpHeaders = {}) =>
	ask(served.port, path, { headers: { host: HOST, accept: 'text/html', ...headers } });

const post = (
	path: string,
	fields: Record<string, string>,
	headers: http.OutgoingHttpHeaders = {}
): Promise<Answer> =>
	ask(served.port, path, {
		method: 'POST',
		headers: {
			host: HOST,
			origin: `https://${HOST}`,
			accept: 'text/html',
			'content-type': 'application/x-www-form-urlencoded',
			...headers
		},
		body: new URLSearchParams(fields).toString()
	});

const cookies = (answer: Answer) =>
	Object.fromEntries(
		(answer.headers['set-cookie'] ?? []).map((line) => {
			const [pair = ''] = line.split(';');
			const at = pair.indexOf('=');
			return [pair.slice(0, at), pair.slice(at + 1)];
		})
	);
const jar = (held: Record<string, string>) => ({
	cookie: Object.entries(held)
		.map(([name, value]) => `${name}=${value}`)
		.join('; ')
});

const login = (user: string, headers: http.OutgoingHttpHeaders = {}, password = PASSWORD) =>
	post('/login', { email: `${user}@demo.invalid`, password }, headers);

const SESSION = '__Host-liantu';

describe('a cookie', () => {
	it('of any kind is bound to this host, to TLS, and kept from scripts and other sites', async () => {
		const first = await login('citizen');
		const lines = first.headers['set-cookie'] ?? [];
		expect(lines.length).toBe(2);
		for (const line of lines) {
			const [pair, ...rest] = line.split('; ');
			expect(pair).toMatch(/^__Host-liantu(-device)?=/);
			const attributes = rest.filter((one) => !one.startsWith('Max-Age=')).sort();
			expect(attributes).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
		}
	});

	it('brought along is never the session one signs in to, and the one held before is dead', async () => {
		const fixed = 'a'.repeat(40);
		const first = cookies(await login('citizen', jar({ [SESSION]: fixed })));
		const second = cookies(await login('citizen', jar(first)));
		expect(new Set([fixed, first[SESSION], second[SESSION]]).size).toBe(3);
		const replayed = await get('/account', jar({ [SESSION]: first[SESSION]! }));
		expect([replayed.status, replayed.headers.location]).toEqual([303, '/login?next=%2Faccount']);
		expect((await get('/account', jar(second))).status).toBe(200);
	});

	it('that is broken is no session, and never an error', async () => {
		for (const cookie of [
			`${SESSION}=%E0%A4%A`,
			`${SESSION}=`,
			`${SESSION}="a`,
			`${SESSION}=${'a'.repeat(4000)}`,
			`${SESSION}`,
			`;;=;${SESSION}=;`,
			`${SESSION}-step=x; ${SESSION}-device=%00.${'x'.repeat(22)}`
		]) {
			const answers = [await get('/', { cookie }), await get('/login/factor', { cookie })];
			expect(answers.map(({ status }) => status)).toEqual([200, 303]);
		}
	});
});

describe('an answer to somebody signed in', () => {
	it('is kept by nobody, and nobody else ever gets it', async () => {
		const held = jar(cookies(await login('citizen')));
		for (const path of [
			'/',
			'/places',
			'/account',
			'/account/sessions',
			'/__data.json',
			'/account/__data.json'
		]) {
			const mine = await get(path, held);
			expect([path, mine.status, mine.headers['cache-control']]).toEqual([
				path,
				200,
				'private, no-store'
			]);
			const theirs = await get(path);
			expect([path, theirs.text.includes('市民（演示）')]).toEqual([path, false]);
		}
		const home = await get('/', held);
		expect(home.text).toContain('市民（演示）');
		expect((await get('/')).headers['cache-control']).toBe('private, no-cache');
	});

	it('is not found under an address that looks like a file', async () => {
		const held = jar(cookies(await login('citizen')));
		for (const path of ['/account/x.css', '/account/sessions/a.js', '/account%2fx.css']) {
			const answer = await get(path, held);
			expect([path, answer.status, answer.headers['cache-control']]).toEqual([
				path,
				404,
				'no-store'
			]);
		}
	});
});

describe('signing out', () => {
	it('ends the session, clears what pages kept, and only by a form', async () => {
		const held = cookies(await login('citizen'));
		expect((await get('/logout', jar(held))).status).toBe(200);
		expect((await get('/account', jar(held))).status).toBe(200);
		const out = await post('/logout', {}, jar(held));
		expect([out.status, out.headers['clear-site-data']]).toEqual([303, '"cache", "storage"']);
		expect(cookies(out)[SESSION]).toBe('');
		expect((await get('/account', jar(held))).status).toBe(303);
	});
});

describe('staff without a second factor', () => {
	it('get no further than their account', async () => {
		const held = jar(cookies(await login('editor')));
		expect((await get('/account', held)).status).toBe(200);
		const page = await get('/account/factor', held);
		expect(page.text).toContain('您的工作岗位需要两步验证');
	});
});

describe('the door to sign in', () => {
	it('says the same about a known and an unknown address', async () => {
		const texts = [];
		for (const user of ['organizer', 'nobodyatall']) {
			const answer = await login(user, {}, 'not this password');
			texts.push(
				answer.text
					.replaceAll(`${user}@demo.invalid`, '')
					.replace(/nonce="[^"]+"|nonce-[\w+/=]+/g, '')
			);
			expect(answer.status).toBe(401);
		}
		expect(texts[0]).toBe(texts[1]);
	});

	it('leads to our own pages only', async () => {
		for (const next of [
			'//evil.example',
			'https://evil.example',
			'/\\evil.example',
			'/%2f/evil',
			'\t//evil.example',
			'/places'
		]) {
			const answer = await post('/login', {
				email: 'citizen@demo.invalid',
				password: PASSWORD,
				next
			});
			const to = new URL(answer.headers.location!, `https://${HOST}`);
			expect([next, answer.status, to.host]).toEqual([next, 303, HOST]);
		}
	});

	it('takes no form from another site, none without an origin, and nothing by an address', async () => {
		const foreign = await login('citizen', { origin: 'https://evil.example' });
		const absent = await ask(served.port, '/login', {
			method: 'POST',
			headers: { host: HOST, 'content-type': 'application/x-www-form-urlencoded' },
			body: `email=citizen%40demo.invalid&password=${PASSWORD}`
		});
		const query = await get(`/login?email=citizen@demo.invalid&password=${PASSWORD}`);
		expect([foreign.status, absent.status, query.status]).toEqual([403, 403, 200]);
		expect(query.headers['set-cookie']).toBe(undefined);
	});

	it('bears doubled, missing and monstrous fields', async () => {
		const big = 'x'.repeat(200_000);
		const bodies = [
			'email=a%40b.cn&email=citizen%40demo.invalid&password=x',
			'email[]=a&password[x]=b',
			'__proto__=1&constructor=2',
			`email=${big}&password=${big}`,
			'',
			'email=%00&password=%00'
		];
		for (const body of bodies) {
			const answer = await ask(served.port, '/login', {
				method: 'POST',
				headers: {
					host: HOST,
					origin: `https://${HOST}`,
					accept: 'text/html',
					'content-type': 'application/x-www-form-urlencoded'
				},
				body
			});
			expect([body.slice(0, 30), answer.status >= 400 && answer.status < 500]).toEqual([
				body.slice(0, 30),
				true
			]);
		}
	});
});

// Last: it spends what this address may guess.
describe('a thousand guesses', () => {
	it('with forged forwarding headers count as one address, and the owner still gets in', async () => {
		const owner = cookies(await login('juror1'));
		const answers: number[] = [];
		const queue = Array.from({ length: 1000 }, (_, i) => i);
		const worker = async () => {
			for (let i = queue.shift(); i !== undefined; i = queue.shift())
				answers.push(
					(
						await login(
							'juror1',
							{
								'x-forwarded-for': `10.1.${i >> 8}.${i & 255}`,
								forwarded: `for=10.2.0.${i & 255}`
							},
							`guess number ${i}`
						)
					).status
				);
		};
		await Promise.all(Array.from({ length: 50 }, worker));
		const tried = answers.filter((status) => status === 401).length;
		expect([answers.length, tried > 0, tried <= 25]).toEqual([1000, true, true]);
		expect(answers.every((status) => status === 401 || status === 429)).toBe(true);
		const device = { [`${SESSION}-device`]: owner[`${SESSION}-device`]! };
		expect((await login('juror1', jar(device))).status).toBe(303);
	});
});
