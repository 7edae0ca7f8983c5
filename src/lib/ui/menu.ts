import { bare, href } from '../domain/locale';
import type { Locale } from '../domain/locale';
import { leadsOn } from '../domain/modules';
import type { Switches } from '../domain/modules';
import { say } from '../domain/text';
import type { Bilingual } from '../domain/text';
import type { Words } from '../words';

/** A link the office put into a menu. */
export interface MenuLink {
	label: Bilingual;
	href: string;
}

/** One entry of the main menu as it stands on a page. */
interface Entry {
	href: string;
	name: string;
	/** Leads to the page one is on, or to a list it belongs to. */
	current: boolean;
}

const own = [
	'map',
	'places',
	'units',
	'trails',
	'events',
	'contests',
	'articles',
	'about'
] as const;

/** The main menu: the office’s own entries, else ours without the parts that are switched off. */
export function entriesOf(
	menu: readonly MenuLink[] | null,
	{
		switches,
		path,
		locale,
		words
	}: { switches: Switches; path: string; locale: Locale; words: Words }
): Entry[] {
	const here = bare(path);
	const links = menu
		? menu.map(({ label, href }) => ({ target: href, name: say(label, locale) }))
		: own
				.map((name) => ({ target: `/${name}`, name: words.site.nav[name] }))
				.filter(({ target }) => leadsOn(switches, target));
	return links.map(({ target, name }) => ({
		href: target.startsWith('/') ? href(locale, target) : target,
		name,
		current: here === target || here.startsWith(`${target}/`)
	}));
}
