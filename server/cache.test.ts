import { describe, expect, it } from 'vitest';
import { AnswerCache, cacheKey, type Kept, preferences } from './cache';

const noon = Date.parse('2026-03-02T12:00:00+08:00');
const kept = (text: string, version = 1, now = noon): Kept => ({
	headers: [],
	body: { bytes: Buffer.from(text), holes: [], length: 0 },
	csp: undefined,
	hash: text.slice(0, 8),
	compressible: false,
	version,
	minute: Math.floor(now / 60_000)
});

describe('the memory of anonymous answers', () => {
	it('returns an answer within its minute and its content version', () => {
		const cache = new AnswerCache();
		const answer = kept('a');
		cache.set('k', answer);
		expect(cache.get('k', 1, noon + 59_999)).toBe(answer);
	});

	it('forgets it when the minute ends, because “open now” may have changed', () => {
		const cache = new AnswerCache();
		cache.set('k', kept('a'));
		expect(cache.get('k', 1, noon + 60_000)).toBe(undefined);
		expect(cache.bytes).toBe(0);
	});

	it('forgets it when the content changed', () => {
		const cache = new AnswerCache();
		cache.set('k', kept('a'));
		expect(cache.get('k', 2, noon)).toBe(undefined);
	});

	it('never holds more bytes than allowed and drops the least recently used first', () => {
		const cache = new AnswerCache(10_000, 10_000);
		for (const key of ['a', 'b', 'c']) cache.set(key, kept('x'.repeat(1000)));
		cache.get('a', 1, noon);
		cache.set('d', kept('x'.repeat(1000)));
		expect(cache.bytes).toBeLessThanOrEqual(10_000);
		expect(['a', 'b', 'c', 'd'].filter((key) => cache.get(key, 1, noon))).toEqual(['a', 'c', 'd']);
	});

	it('does not let one huge answer push out everything else', () => {
		const cache = new AnswerCache(100_000, 10_000);
		cache.set('small', kept('x'));
		cache.set('huge', kept('x'.repeat(20_000)));
		expect(cache.get('small', 1, noon)?.body.bytes.toString()).toBe('x');
		expect(cache.get('huge', 1, noon)).toBe(undefined);
	});

	it('counts an answer once however often it is replaced', () => {
		const cache = new AnswerCache();
		cache.set('k', kept('a'));
		const once = cache.bytes;
		cache.set('k', kept('b'));
		expect(cache.bytes).toBe(once);
	});
});

describe('who shares an answer', () => {
	it('visitors with the same preferences, in whatever order they are sent', () => {
		expect(preferences('theme=dark; mode=elder')).toBe('elder.dark');
		expect(preferences('mode=elder;theme=dark')).toBe('elder.dark');
		expect(preferences(undefined)).toBe('normal.auto');
		expect(preferences('mode=normal')).toBe('normal.auto');
	});

	it('a visitor whose device signed in once and one whose did not', () => {
		expect(preferences('mode=elder; __Host-liantu-device=abc.def')).toBe('elder.auto');
		expect(preferences('liantu-device=abc.def')).toBe('normal.auto');
		expect(preferences('__Host-liantu=abc; __Host-liantu-device=abc.def')).toBe(null);
	});

	it.each([
		'session=1',
		'mode=elder; session=1',
		'mode=%65lder',
		'mode="elder"',
		'mode=elder; mode=normal',
		'mode=root',
		'mode',
		'Mode=elder',
		'mode=elder; ',
		'=x'
	])('nobody with the cookies “%s”', (cookie) => {
		expect(preferences(cookie)).toBe(null);
	});

	it('never requests that change something, carry credentials or ask for a part', () => {
		expect(cacheKey('POST', '/', {})).toBe(null);
		expect(cacheKey('GET', '/', { authorization: 'Basic x' })).toBe(null);
		expect(cacheKey('GET', '/', { range: 'bytes=0-1' })).toBe(null);
		expect(cacheKey('GET', '/', { cookie: 'session=1' })).toBe(null);
	});

	it('HEAD and GET together, pages and machines apart', () => {
		const page = cacheKey('GET', '/x', { accept: 'text/html,*/*' });
		expect(cacheKey('HEAD', '/x', { accept: 'text/html' })).toBe(page);
		expect(cacheKey('GET', '/x', { accept: 'application/json' })).not.toBe(page);
		expect(cacheKey('GET', '/x?y', { accept: 'text/html' })).not.toBe(page);
	});
});
