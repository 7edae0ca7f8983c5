import { describe, expect, it } from 'vitest';
import { siteOf } from './hosts';
import { cameFromHere, isUnsafe } from './origin';

const site = siteOf(new URL('https://lian.example'));
const ours = 'https://lian.example';

describe('an unsafe request came from here', () => {
	it.each([
		['our origin', ours, undefined],
		['our origin, confirmed by the browser', ours, 'same-origin'],
		['no origin, but the browser vouches', undefined, 'same-origin']
	])('with %s', (_case, origin, fetchSite) => {
		expect(cameFromHere(site, origin, fetchSite)).toBe(true);
	});

	it.each([
		['a foreign origin', 'https://evil.example', undefined],
		['a foreign origin that lies about the rest', 'https://evil.example', 'same-origin'],
		['our origin under http', 'http://lian.example', undefined],
		['our origin on another port', 'https://lian.example:8443', undefined],
		['our origin as a prefix', 'https://lian.example.evil.example', undefined],
		['the null origin', 'null', undefined],
		['the null origin and a vouching browser', 'null', 'same-origin'],
		['neither header', undefined, undefined],
		['our origin from a sibling site', ours, 'same-site'],
		['our origin from another site', ours, 'cross-site'],
		['our origin typed by hand', ours, 'none'],
		['the header twice', ours, ['same-origin', 'same-origin']]
	])('never with %s', (_case, origin, fetchSite) => {
		expect(cameFromHere(site, origin, fetchSite)).toBe(false);
	});
});

describe('methods', () => {
	it('only GET, HEAD and OPTIONS change nothing', () => {
		const methods = [
			'GET',
			'HEAD',
			'OPTIONS',
			'POST',
			'PUT',
			'PATCH',
			'DELETE',
			'TRACE',
			'BREW',
			'get'
		];
		expect(methods.filter((method) => !isUnsafe(method))).toEqual(['GET', 'HEAD', 'OPTIONS']);
	});
});
