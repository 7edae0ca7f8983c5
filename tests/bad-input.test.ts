// Long because every kind of bad input is tried against one running portal.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ask } from './asking';
import { type Served, serve } from './serve';

// What strangers type into addresses: a clear refusal in the language of the page, never a defect.

let served: Served;

beforeAll(async () => {
	served = await serve();
});

afterAll(() => served?.stop());

const SCRIPT = `'"><script>alert(1)</script>`;
const typed = encodeURIComponent(SCRIPT);

/** Queries no place filter can mean. */
const REFUSED: Record<string, string> = {
	'SQL in the order': 'sort=name;DROP%20TABLE%20places--',
	'a script as kind': `kind=${typed}`,
	'an unknown category': 'category=nope',
	'an unknown town': 'town=atlantis',
	'an unknown level': 'level=galactic',
	'an unknown trail': 'trail=nope',
	'an unknown hour': 'open=maybe',
	'a box outside the world': 'bbox=-200,0,10,10',
	'an inverted box': 'bbox=120,31,119,30',
	'a box of three numbers': 'bbox=1,2,3',
	'a box of words': `bbox=${typed}`,
	'a position outside the world': 'near=999,999',
	'an order by distance from nowhere': 'sort=near',
	'a search of 300 letters': `q=${'a'.repeat(300)}`
};
/** Page numbers no list has. */
const PAGES: Record<string, string> = {
	'page 0': 'page=0',
	'page −1': 'page=-1',
	'page 1e9': 'page=1e9',
	'page 1000000000': 'page=1000000000',
	'a page with a script': `page=${typed}`
};
/** Queries refused before anybody asks what they mean. */
const UNREADABLE: [name: string, query: string, status: number][] = [
	['broken UTF-8', 'q=%ff', 400],
	['a cut-off escape', 'q=%e5%bb', 400],
	['NUL', 'q=%00', 400],
	['10 KB', `q=${'a'.repeat(10_240)}`, 414]
];
/** Odd, but they mean something or nothing at all; a page answers as if it were not there. */
const HARMLESS: Record<string, string> = {
	'a script to search for': `q=${typed}`,
	'full-text syntax': 'q=%22%20NEAR%20(%20*%20AND',
	'an emoji': 'q=%F0%9F%98%80',
	'a parameter nobody knows': 'foo=bar',
	'a prototype': '__proto__=1&constructor=x',
	'lists in brackets': 'kind[]=site&kind[0]=unit',
	'one thing twice': 'level=town&level=town',
	'the last page but far too far': 'page=9999'
};

const page = (path: string) => ask(served.port, path, { headers: { accept: 'text/html' } });
const machine = (path: string) =>
	ask(served.port, path, { headers: { accept: 'application/json' } });

/** No word of the visitor may come back as markup. */
const reflects = ({ text }: Answer) => /<script>alert|"><script/.test(text);

/** A page that helps: its language, what is wrong, a way home and a way to search. */
function expectHelp(answer: Answer, path: string, status: number): void {
	const english = path.startsWith('/en');
	const home = english ? '/en' : '/';
	expect({
		path,
		status: answer.status,
		type: answer.headers['content-type'],
		language: /<html lang="([^"]+)"/.exec(answer.text)?.[1],
		home: answer.text.includes(`href="${home}"`),
		search: answer.text.includes('role="search"'),
		heading: /<h1[^>]*>[^<]{3,}/.test(answer.text),
		reflects: reflects(answer),
		kept: answer.headers['cache-control']
	}).toEqual({
		path,
		status,
		type: 'text/html; charset=utf-8',
		language: english ? 'en' : 'zh-CN',
		home: true,
		search: true,
		heading: true,
		reflects: false,
		kept: 'no-store'
	});
}

/** Problem details (RFC 9457) with the status of the answer. */
function expectProblem(answer: Answer, path: string, status: number): void {
	expect([path, answer.status, answer.headers['content-type']]).toEqual([
		path,
		status,
		'application/problem+json; charset=utf-8'
	]);
	const problem = JSON.parse(answer.text) as Record<string, unknown>;
	expect([problem.status, typeof problem.title, typeof problem.detail]).toEqual([
		status,
		'string',
		'string'
	]);
}

describe('a step out of a folder, however it is written', () => {
	it.each(['/places/..%2f..%2fetc', '/files/..%2f..%2fetc%2fpasswd', '/files/%2e%2e/liantu.db'])(
		'%s is refused at the door',
		async (path) => {
			expectProblem(await machine(path), path, 400);
			const { status, text } = await page(path);
			expect([status, text.includes('href="/"')]).toEqual([400, true]);
		}
	);
});

describe('a page of places', () => {
	const filtered = ['/places', '/units', '/map', '/en/places', '/en/map'];

	it.each(Object.entries({ ...REFUSED, ...PAGES }))('refuses %s and helps', async (_, query) => {
		for (const path of filtered) {
			const answer = await page(`${path}?${query}`);
			expectHelp(answer, path, 400);
			expect(answer.text).toMatch(/<li>[\s\S]*<strong>/);
		}
	});

	it.each(Object.entries(HARMLESS))('stands %s', async (_, query) => {
		for (const path of [...filtered, '/search', '/trails', '/articles', '/documents']) {
			const answer = await page(`${path}?${query}`);
			expect([path, answer.status, reflects(answer)]).toEqual([path, 200, false]);
		}
	});
});

describe('other lists', () => {
	it.each(Object.entries(PAGES))('refuse %s and help', async (_, query) => {
		for (const path of ['/search', '/articles', '/documents', '/en/search', '/en/articles'])
			expectHelp(await page(`${path}?${query}`), path, 400);
	});

	it.each(['kind=zz', 'kind=__proto__'])('refuse articles of %s', async (query) => {
		expectHelp(await page(`/articles?${query}`), '/articles', 400);
	});

	it.each(['year=x', 'year=20244', 'year=2024%27--'])('refuse documents of %s', async (query) => {
		expectHelp(await page(`/documents?${query}`), '/documents', 400);
	});

	it('refuse a search of 300 letters', async () => {
		for (const path of ['/search', '/en/search', '/documents'])
			expectHelp(await page(`${path}?q=${'a'.repeat(300)}`), path, 400);
	});
});

describe('every address', () => {
	const paths = ['/', '/places', '/units', '/map', '/search', '/trails', '/articles', '/en/about'];
	const machines = [
		'/api/collections/places/items',
		'/tiles/places/10/853/420.mvt',
		'/feeds/news.atom',
		'/og/place/x.png',
		'/files/x'
	];

	it.each(UNREADABLE)('refuses %s in its language', async (_, query, status) => {
		for (const path of paths) {
			const answer = await page(`${path}?${query}`);
			expect([
				answer.status,
				answer.text.includes(path.startsWith('/en') ? 'lang="en"' : 'lang="zh-CN"'),
				answer.text.includes(`href="${path.startsWith('/en') ? '/en' : '/'}"`)
			]).toEqual([status, true, true]);
		}
		for (const path of machines) expectProblem(await machine(`${path}?${query}`), path, status);
	});

	it.each([
		['broken UTF-8', '/places/%ff', 400],
		['NUL', '/files/%00', 400],
		['a backslash', '/places/%5c%5cevil.example', 400],
		['another host', '//evil.example/places', 400],
		['10 KB', `/places/${'a'.repeat(10_240)}`, 414],
		['four thousand steps', `/${'a/'.repeat(4000)}`, 414]
	])('refuses %s in the path', async (_, path, status) => {
		expect((await page(path)).status).toBe(status);
		expectProblem(await machine(path), path, status);
	});
});

describe('a page that does not exist', () => {
	it.each([
		'/nope',
		'/en/nope',
		'/places/nope',
		'/en/places/nope',
		'/places/nope/correct',
		'/places/nope/visit',
		'/places/gangnan-village/visit',
		'/visits/nope',
		`/visits/${'0'.repeat(40)}`,
		'/places/__proto__',
		'/places/constructor',
		`/places/${'a'.repeat(3000)}`,
		`/places/${encodeURIComponent(`'"><script>alert(1)`)}`,
		'/trails/nope',
		'/trails/nope/leaflet',
		'/en/trails/nope',
		'/articles/nope',
		'/en/articles/nope',
		'/documents/nope',
		'/en/documents/nope'
	])('%s says so and helps', async (path) => {
		expectHelp(await page(path), path, 404);
	});
});

describe('machines', () => {
	it.each(
		Object.entries({
			...REFUSED,
			'an unknown parameter': 'foo=bar',
			'a prototype': '__proto__=1',
			'one thing twice': 'sort=name&sort=name',
			'limit −1': 'limit=-1',
			'limit 0': 'limit=0',
			'limit 1e9': 'limit=1e9',
			'limit 1000000000': 'limit=1000000000',
			'offset −1': 'offset=-1',
			'an unknown moment': 'datetime=yesterday',
			'an unknown reference system': 'bbox=1,2,3,4&bbox-crs=EPSG:4490',
			'an unknown property': 'properties=password'
		})
	)('are told that %s is refused', async (_, query) => {
		const path = '/api/collections/places/items';
		expectProblem(await machine(`${path}?${query}`), path, 400);
	});

	it.each(Object.entries(REFUSED).filter(([, query]) => !/bbox|near/.test(query)))(
		'asking for tiles, points and downloads too: %s',
		async (_, query) => {
			for (const path of [
				'/tiles/places/10/853/420.mvt',
				'/map/points.json',
				'/places/download.csv',
				'/places/download.geojson'
			])
				expectProblem(await machine(`${path}?${query}`), path, 400);
		}
	);

	it.each([
		'/tiles/places/99/0/0.mvt',
		'/tiles/places/10/99999/0.mvt',
		'/tiles/places/-1/0/0.mvt',
		'/tiles/places/1e1/0/0.mvt',
		'/tiles/places/a/b/c.mvt',
		'/tiles/places/1/0/0.png',
		'/tiles/places/clusters/999999',
		'/tiles/places/clusters/-1',
		'/tiles/nope',
		'/api/nope',
		'/api/collections/nope',
		'/api/collections/nope/items',
		'/api/collections/places/items/nope',
		'/api/collections/places/items/__proto__',
		`/api/collections/places/items/${typed}`,
		'/feeds/nope.atom',
		'/og/place/nope.png',
		'/og/nope/x.png',
		'/files/nope',
		'/sitemap-9999.xml'
	])('are told that %s does not exist', async (path) => {
		const answer = await machine(path);
		expectProblem(answer, path, 404);
		expect(reflects(answer)).toBe(false);
	});

	it('are told in their language', async () => {
		const path = '/api/collections/places/items?limit=-1';
		const [zh, en] = await Promise.all([machine(path), machine(`${path}&lang=en`)]);
		expect([/\p{Script=Han}/u.test(zh.text), /\p{Script=Han}/u.test(en.text)]).toEqual([
			true,
			false
		]);
	});
});

describe('after all that', () => {
	it('the same server answers, and wrote no defect down', async () => {
		expect((await ask(served.port, '/readyz')).status).toBe(200);
		expect(served.child.exitCode).toBe(null);
		const lines = served.out().trim().split('\n');
		const grave = lines.filter((line) => (JSON.parse(line) as { level: number }).level >= 50);
		expect([grave, served.err().includes('defect')]).toEqual([[], false]);
	});
});
