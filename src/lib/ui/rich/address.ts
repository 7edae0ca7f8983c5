import { href, localeOf } from '../../domain/locale';
import type { Locale } from '../../domain/locale';

/** Addresses without a language of their own. */
const MACHINES = /^\/(?:files|api|feeds|tiles|og|uploads|sitemap|robots|\.well-known|_app)\b/;

/** A link of a text as the reader follows it: our own pages in the reader's language. */
export function inLanguage(address: string, locale: Locale): string {
	if (!address.startsWith('/') || localeOf(address) === 'en' || MACHINES.test(address))
		return address;
	return href(locale, address);
}
