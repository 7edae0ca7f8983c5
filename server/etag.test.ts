import { describe, expect, it } from 'vitest';
import { bodyHash, etagOf, matchEtag } from './etag';
import { cut, fill, nonceIn } from './nonce';

const nonce = 'AAAAAAAAAAAAAAAAAAAAAA==';
const other = 'b+/BBBBBBBBBBBBBBBBBBB==';
const page = (n: string) =>
	Buffer.from(`<script nonce="${n}">1</script>中文<style nonce="${n}"></style>`);

describe('validators of pages with a nonce', () => {
	it('two renderings that differ only in the nonce have the same hash', () => {
		expect(bodyHash(cut(page(nonce), nonce).bytes)).toBe(bodyHash(cut(page(other), other).bytes));
	});

	it('two renderings that differ in a letter do not', () => {
		expect(bodyHash(Buffer.from('a'))).not.toBe(bodyHash(Buffer.from('b')));
	});

	it('a body can be filled again with any nonce, and never contains the old one', () => {
		const template = cut(page(nonce), nonce);
		expect(template.holes.length).toBe(2);
		expect(template.bytes.includes(nonce)).toBe(false);
		expect(fill(template, other).equals(page(other))).toBe(true);
		expect(fill(template, nonce).equals(page(nonce))).toBe(true);
	});

	it('the nonce is read from a policy and from nowhere else', () => {
		expect(nonceIn(`default-src 'self'; script-src 'self' 'nonce-${nonce}'`)).toBe(nonce);
		expect(nonceIn("script-src 'nonce-short'")).toBe(undefined);
		expect(nonceIn("default-src 'self'")).toBe(undefined);
		expect(nonceIn(undefined)).toBe(undefined);
	});
});

describe('If-None-Match', () => {
	const hash = bodyHash(Buffer.from('x'));

	it('finds its own tag, weak or strong, alone or in a list, and gives back its nonce', () => {
		expect(matchEtag(etagOf(hash, nonce), hash, true)).toEqual({ nonce });
		expect(matchEtag(`"z", ${etagOf(hash, other)}`, hash, true)).toEqual({ nonce: other });
		expect(matchEtag(etagOf(hash), hash, false)).toEqual({ nonce: undefined });
		expect(matchEtag(`"${hash}"`, hash, false)).toEqual({ nonce: undefined });
		expect(matchEtag('*', hash, false)).toEqual({ nonce: undefined });
	});

	it.each([
		['nothing', undefined],
		['another hash', etagOf(bodyHash(Buffer.from('y')), nonce)],
		['a hash without its nonce', etagOf(hash)],
		['a star, which names no nonce', '*'],
		['a nonce that would end the policy', `W/"${hash}.x; script-src *"`],
		['a nonce with a quote', `W/"${hash}.AAAAAAAAAAAAAAAAAAAAA'"`],
		['a nonce that is too short', `W/"${hash}.AAAA"`],
		['a nonce that is too long', `W/"${hash}.${'A'.repeat(70)}"`],
		['an unfinished tag', `W/"${hash}.${nonce}`]
	])('a page does not match %s', (_case, header) => {
		expect(matchEtag(header, hash, true)).toBe(null);
	});
});
