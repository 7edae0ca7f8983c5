/** Longest address a link may have, in UTF-16 units. */
const LONGEST = 2000;
/** Nothing that hides, parts or ends an address: controls, spaces, quotes, brackets, backslashes. */
const UNFIT =
	/[\u0000-\u0020\u007f-\u00a0"<>\\^`{|}\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\u3000\ufeff]/;

/**
 * The address if a link in a text may lead there, else null: `https:`, `http:`, `mailto:`, `tel:` and
 * paths of this portal. Never scripts, data, other hosts by `//`, or addresses that carry a name
 * before an `@` and so look like another host.
 */
export function hrefOf(value: unknown): string | null {
	if (typeof value !== 'string') return null;
	const href = value.trim();
	if (!href || href.length > LONGEST || UNFIT.test(href)) return null;
	if (href.startsWith('/')) return href.startsWith('//') ? null : href;
	if (/^mailto:[^@/?]+@[^@/?]+\.[^@/?]+(\?subject=[^&]*)?$/i.test(href)) return href;
	if (/^tel:\+?[\d-]{3,20}$/i.test(href)) return href;
	if (!/^https?:\/\/[^/]/i.test(href) || !URL.canParse(href)) return null;
	const { hostname, username, password } = new URL(href);
	return hostname && !username && !password ? href : null;
}

/** What somebody probably meant: `www.gov.cn` is an address without its beginning. */
export function mendHref(typed: string): string | null {
	const text = typed.trim();
	if (/^[^\s@/:]+@[^\s@/:]+\.[a-z]{2,}$/i.test(text)) return hrefOf(`mailto:${text}`);
	if (/^([\p{L}\d-]+\.)+[\p{L}]{2,}(?::\d+)?(\/.*)?$/u.test(text)) return hrefOf(`https://${text}`);
	return hrefOf(text);
}

/** Whether a link leads out of the portal. */
export function isExternal(href: string, origin: string): boolean {
	return /^https?:/i.test(href) && URL.canParse(href) && new URL(href).origin !== origin;
}
