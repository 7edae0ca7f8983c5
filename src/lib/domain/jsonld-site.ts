import { href, tagOf } from './locale';
import type { JsonLd, Speaker } from './jsonld';
import { say } from './text';
import type { Bilingual } from './text';

/** The portal itself with its search box, for the home page. */
export function siteData(
	name: Bilingual,
	description: string,
	{ origin, locale }: Speaker
): JsonLd {
	return {
		'@type': 'WebSite',
		'@id': `${origin}/#site`,
		url: origin + href(locale, '/'),
		name: say(name, locale),
		description,
		inLanguage: tagOf(locale),
		potentialAction: {
			'@type': 'SearchAction',
			target: {
				'@type': 'EntryPoint',
				urlTemplate: `${origin}${href(locale, '/search')}?q={search_term_string}`
			},
			'query-input': 'required name=search_term_string'
		}
	};
}
