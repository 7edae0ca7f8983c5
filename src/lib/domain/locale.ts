/** The two languages of the portal: Chinese at `/…`, English at `/en/…`. */
export const locales = ['zh', 'en'] as const;
export type Locale = (typeof locales)[number];

/** BCP 47 tag of a locale, for `lang`, `hreflang` and `Intl`. */
export const tagOf = (locale: Locale): 'zh-CN' | 'en' => (locale === 'en' ? 'en' : 'zh-CN');

/** The locale of an address: English below `/en`, else Chinese. */
export function localeOf(pathname: string): Locale {
	return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'zh';
}

/** The address without its language prefix (`/en/map` → `/map`, `/en` → `/`). */
export function bare(pathname: string): string {
	return localeOf(pathname) === 'en' ? pathname.slice(3) || '/' : pathname;
}

/** The address of a page in a language: `href('en', '/map?q=x')` → `/en/map?q=x`. */
export function href(locale: Locale, path: string): string {
	if (locale === 'zh') return path;
	return path === '/'
		? '/en'
		: path.startsWith('/?') || path.startsWith('/#')
			? `/en${path.slice(1)}`
			: `/en${path}`;
}
