import { describe, expect, test } from 'vitest';
import { securityText } from './security-text';
import { sitemap, sitemapIndex } from './sitemap';

describe('a sitemap', () => {
	const text = sitemap(
		[
			{ path: '/', updatedAt: null },
			{ path: '/places/hall', updatedAt: 0 }
		],
		'https://lian.example'
	);

	test('names each page once in each language', () => {
		expect([...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => loc)).toEqual([
			'https://lian.example/',
			'https://lian.example/en',
			'https://lian.example/places/hall',
			'https://lian.example/en/places/hall'
		]);
	});

	test('tells each page of its other languages', () => {
		expect(text.split('<url>')[4]).toBe(
			'<loc>https://lian.example/en/places/hall</loc><lastmod>1970-01-01T00:00:00.000Z</lastmod>' +
				'<xhtml:link rel="alternate" hreflang="zh-CN" href="https://lian.example/places/hall"/>' +
				'<xhtml:link rel="alternate" hreflang="en" href="https://lian.example/en/places/hall"/>' +
				'<xhtml:link rel="alternate" hreflang="x-default" href="https://lian.example/places/hall"/></url></urlset>'
		);
	});

	test('index names its files', () => {
		expect(sitemapIndex(['https://lian.example/sitemap-1.xml'])).toContain(
			'<sitemap><loc>https://lian.example/sitemap-1.xml</loc></sitemap></sitemapindex>'
		);
	});
});

describe('security.txt', () => {
	test('says whom to tell, for half a year from the day it is read', () => {
		const at = Date.parse('2026-11-22T12:34:56+08:00');
		expect(
			securityText({ origin: 'https://lian.example', contact: 'mailto:a@b.invalid', at })
		).toBe(
			'Contact: mailto:a@b.invalid\nExpires: 2027-05-21T00:00:00.000Z\nPreferred-Languages: zh, en\nCanonical: https://lian.example/.well-known/security.txt\n'
		);
	});
});
