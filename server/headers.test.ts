import { describe, expect, it } from 'vitest';
import { ALWAYS, dress, fallbackCsp, withCharset } from './headers';

function answer(
	status: number,
	given: Record<string, string>,
	asked: { path?: string; personal?: boolean; secure?: boolean } = {}
) {
	const headers = new Map(
		Object.entries(given).map(([name, value]) => [name.toLowerCase(), value])
	);
	dress(
		{
			getHeader: (name) => headers.get(name.toLowerCase()),
			setHeader: (name, value) => headers.set(name.toLowerCase(), value),
			removeHeader: (name) => void headers.delete(name.toLowerCase())
		},
		status,
		{ id: 'id', path: '/', personal: false, secure: true, ...asked },
		[]
	);
	return Object.fromEntries(headers);
}

const html = { 'content-type': 'text/html' };

describe('the headers of every answer', () => {
	it.each([200, 204, 206, 301, 303, 304, 400, 403, 404, 405, 416, 421, 500, 503])(
		'%i has them all',
		(status) => {
			const given = answer(status, {});
			for (const [name, value] of Object.entries(ALWAYS))
				expect(given[name.toLowerCase()]).toBe(value);
			expect(given['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
			expect(given['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
			expect(given['x-frame-options']).toBe('DENY');
			expect(given['x-request-id']).toBe('id');
		}
	);

	it.each(['no-referrer', 'same-origin'])('one with a secret address may be %s', (policy) => {
		expect(answer(200, { 'referrer-policy': policy })['referrer-policy']).toBe(policy);
	});

	it('none may tell other sites more of its address', () => {
		expect(answer(200, { 'referrer-policy': 'unsafe-url' })['referrer-policy']).toBe(
			'strict-origin-when-cross-origin'
		);
	});

	it('no HSTS without TLS, where it could not be honoured', () => {
		expect(answer(200, {}, { secure: false })['strict-transport-security']).toBe(undefined);
	});

	it('nothing about how the site is made', () => {
		const given = answer(200, { 'x-sveltekit-page': 'true', 'x-liantu-cacheable': '7' });
		expect(
			Object.keys(given).filter((name) => /sveltekit|liantu|powered|server/.test(name))
		).toEqual([]);
	});
});

describe('framing', () => {
	const policy = {
		...html,
		'content-security-policy': "default-src 'self'; frame-ancestors 'none'"
	};

	it.each(['/embed', '/embed/map', '/en/embed', '/en/embed/map'])(
		'%s may be framed by anybody',
		(path) => {
			const given = answer(200, policy, { path });
			expect(given['content-security-policy']).toBe("default-src 'self'; frame-ancestors *");
			expect(given['x-frame-options']).toBe(undefined);
		}
	);

	it.each(['/studio/places/01k80/preview', '/en/studio/trails/new/preview'])(
		'%s may be framed by the form beside it',
		(path) => {
			const given = answer(200, policy, { path });
			expect(given['content-security-policy']).toBe("default-src 'self'; frame-ancestors 'self'");
			expect(given['x-frame-options']).toBe('SAMEORIGIN');
			expect(answer(404, policy, { path })['x-frame-options']).toBe('DENY');
		}
	);

	it.each([
		'/',
		'/map',
		'/embedded',
		'/studio/embed',
		'/en/studio',
		'/studio/places/01k80',
		'/studio/places/01k80/preview/x',
		'/studio/preview'
	])('%s may not', (path) => {
		const given = answer(200, policy, { path });
		expect(given['content-security-policy']).toBe("default-src 'self'; frame-ancestors 'none'");
		expect(given['x-frame-options']).toBe('DENY');
	});

	it('a policy that forgot framing gets the rule', () => {
		const given = answer(200, { ...html, 'content-security-policy': "default-src 'self'" });
		expect(given['content-security-policy']).toBe("default-src 'self'; frame-ancestors 'none'");
	});
});

describe('sharing between origins', () => {
	it.each(['/api', '/api/collections', '/tiles/places/1/2/3.mvt', '/feeds/news.atom', '/en/api'])(
		'%s is open, without credentials',
		(path) => {
			const given = answer(200, { 'access-control-allow-credentials': 'true' }, { path });
			expect(given['access-control-allow-origin']).toBe('*');
			expect(given['access-control-allow-credentials']).toBe(undefined);
			expect(given['cross-origin-resource-policy']).toBe('cross-origin');
		}
	);

	it.each(['/', '/apis', '/studio/api', '/login'])(
		'%s is not, even when a route says so',
		(path) => {
			const given = answer(
				200,
				{ 'access-control-allow-origin': 'https://evil.example' },
				{ path }
			);
			expect(given['access-control-allow-origin']).toBe(undefined);
			expect(given['cross-origin-resource-policy']).toBe('same-origin');
		}
	);
});

describe('caching', () => {
	const cached = (status: number, given: Record<string, string>, asked = {}) =>
		answer(status, given, asked)['cache-control'];

	it('pages belong to one visitor and are asked for again', () => {
		expect(cached(200, html)).toBe('private, no-cache');
		expect(answer(200, html).vary).toBe('Cookie, Accept-Encoding');
	});

	it('a page under a file name is still a page', () => {
		expect(cached(200, html, { path: '/me/x.css' })).toBe('private, no-cache');
		expect(cached(200, html, { path: '/api/x' })).toBe('private, no-cache');
	});

	it('open data may be kept by anybody but is asked for again', () => {
		expect(cached(200, { 'content-type': 'application/json' }, { path: '/api/collections' })).toBe(
			'public, no-cache'
		);
		expect(cached(200, { 'content-type': 'text/calendar' }, { path: '/events.ics' })).toBe(
			'public, no-cache'
		);
	});

	it('nothing made for somebody who is known is public', () => {
		const data = { 'content-type': 'application/json' };
		expect(cached(200, data, { path: '/api/x', personal: true })).toBe('private, no-cache');
		expect(
			cached(
				200,
				{ ...data, 'cache-control': 'public, max-age=60' },
				{ path: '/api/x', personal: true }
			)
		).toBe('private, no-cache');
	});

	it('errors and answers that set a cookie are kept by nobody', () => {
		expect(cached(404, { ...html, 'cache-control': 'public, max-age=60' })).toBe('no-store');
		expect(cached(500, html)).toBe('no-store');
		expect(cached(200, { 'set-cookie': 'a=b', 'cache-control': 'public, max-age=60' })).toBe(
			'private, no-store'
		);
	});

	it('a route that knows better is left alone', () => {
		expect(
			cached(200, { 'cache-control': 'public, max-age=31536000, immutable' }, { path: '/tiles/1' })
		).toBe('public, max-age=31536000, immutable');
	});
});

describe('types', () => {
	it.each([
		'text/html',
		'text/javascript',
		'text/css',
		'application/json',
		'application/geo+json',
		'application/problem+json',
		'image/svg+xml',
		'application/xml',
		'application/atom+xml',
		'application/manifest+json',
		'text/csv',
		'text/calendar'
	])('%s says utf-8', (type) => {
		expect(withCharset(type)).toBe(`${type}; charset=utf-8`);
		expect(withCharset(`${type};charset=utf-8`)).toBe(`${type};charset=utf-8`);
	});

	it.each([
		'image/png',
		'font/woff2',
		'application/pdf',
		'application/octet-stream',
		'application/vnd.mapbox-vector-tile'
	])('%s has no charset', (type) => {
		expect(withCharset(type)).toBe(type);
	});

	it('a drawing opened by itself runs no script, a worker may fetch from here', () => {
		expect(fallbackCsp('image/svg+xml')).toBe(
			"default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox"
		);
		expect(fallbackCsp('text/javascript', ['https://tiles.example'])).toBe(
			"default-src 'self'; connect-src 'self' data: blob: https://tiles.example; object-src 'none'; frame-ancestors 'none'"
		);
	});
});
