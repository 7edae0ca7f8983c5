import { bare } from '../locale';
import { hrefOf } from '../rich/link';
import type { Check } from './context';
import { located } from './finding';

/**
 * The path of ours a link leads to, without language, query and mark; null for one that leads
 * elsewhere. An address with our own origin is ours too.
 */
export function ownPath(href: string, origin: string): string | null {
	let path: string;
	if (href.startsWith('/') && !href.startsWith('//')) path = href;
	else if (href === origin || href.startsWith(`${origin}/`))
		path = href.slice(origin.length) || '/';
	else return null;
	const end = path.search(/[?#]/);
	const plain = end < 0 ? path : path.slice(0, end);
	const short = bare(plain.length > 1 && plain.endsWith('/') ? plain.slice(0, -1) : plain);
	try {
		return decodeURIComponent(short);
	} catch {
		return short;
	}
}

/** Links that are no addresses, and links to pages of ours that nobody answers. */
export const links: Check = ({ texts, answers, origin }) =>
	texts.flatMap(({ field, text, links }) =>
		links.flatMap(({ href, at, length }) => {
			if (hrefOf(href) === null)
				return [located('link-malformed', 'error', field, text, at, length)];
			const path = ownPath(href, origin);
			return path === null || answers(path)
				? []
				: [located('link-dead', 'error', field, text, at, length)];
		})
	);
