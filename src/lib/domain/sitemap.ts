import { href, locales, tagOf } from './locale';
import { element, XML_HEAD } from './xml';

/** One page of the site, path without language prefix; when it last changed in ms, if known. */
export interface SitePage {
	path: string;
	updatedAt: number | null;
}

const NS = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const day = (at: number) => new Date(at).toISOString();

/**
 * A sitemap: each page stands once per language and names the others (sitemaps.org 0.9 with
 * `xhtml:link`). At most 50,000 addresses and 50 MB belong in one file.
 */
export function sitemap(pages: readonly SitePage[], origin: string): string {
	const urls = pages.flatMap(({ path, updatedAt }) => {
		const others = [
			...locales.map((locale) => [tagOf(locale), origin + href(locale, path)] as const),
			['x-default', origin + path] as const
		].map(([hreflang, address]) =>
			element('xhtml:link', { rel: 'alternate', hreflang, href: address })
		);
		return locales.map((locale) =>
			element('url', {}, [
				element('loc', {}, origin + href(locale, path)),
				...(updatedAt === null ? [] : [element('lastmod', {}, day(updatedAt))]),
				...others
			])
		);
	});
	return (
		XML_HEAD + element('urlset', { xmlns: NS, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' }, urls)
	);
}

/** The index of several sitemaps. */
export function sitemapIndex(addresses: readonly string[]): string {
	return (
		XML_HEAD +
		element(
			'sitemapindex',
			{ xmlns: NS },
			addresses.map((address) => element('sitemap', {}, [element('loc', {}, address)]))
		)
	);
}
