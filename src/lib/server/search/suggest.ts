import { href } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { categories, kinds } from '$lib/domain/place';
import { findable } from '$lib/domain/modules';
import type { Switches } from '$lib/domain/modules';
import { highlight } from '$lib/domain/search/highlight';
import type { HitView, Shown } from '$lib/domain/search/hit';
import { fit } from '$lib/domain/search/label';
import type { Fit } from '$lib/domain/search/label';
import type { Search } from '$lib/domain/search/query';
import type { Suggestion } from '$lib/domain/search/suggestion';
import { say } from '$lib/domain/text';
import { en } from '$lib/words/en';
import { zh } from '$lib/words/zh';
import type { Reader } from '../db/open';
import * as towns from '../towns';
import { best } from './find';
import type { Tier } from './find';
import type { Subject } from './rows';
import { readingsFor, show } from './show';
import { understand } from './understand';

/** How many of each at most, so that a list of ten always shows places. */
const most = { filters: 3, places: 5, others: 3 };

/**
 * Towns and filters by name, then places, then trails, articles and documents, best names first. Suggestions
 * show why they are there, so what only mentions the words belongs on the search page. Empty when
 * the query is refused.
 */
export async function suggest(
	db: Reader,
	q: string,
	locale: Locale,
	at: number,
	switches: Switches = {}
): Promise<Suggestion[]> {
	const others = findable(switches, ['trail', 'article', 'document'] as const);
	const ruled = await understand(db, q, ['place', ...others], at);
	const asked = ruled.ok ? ruled.value : null;
	if (!asked?.match) return [];
	const { match, search } = asked;
	// One letter begins a word of nearly every name: only names that begin with it are worth a look.
	const letter = search.terms.every((term) => term.kind === 'word' && term.text.length === 1);
	const ask = (among: Subject[], limit: number, from: Tier[]) =>
		best(db, match, { among, at, limit, from: letter ? ['exact', 'begins'] : from });
	const hits = [
		...(await ask(['place'], most.places, ['exact', 'begins', 'name', 'place'])),
		// Trails and articles are few: their beginnings are not worth a walk through the index of their own.
		...(others.length ? await ask(others, most.others, ['exact', 'name']) : [])
	];
	const found = await related(db, search, locale);
	for (const hit of await show(db, hits, search, locale, { passages: false }))
		found.push({
			type: hit.subject as 'place' | 'trail' | 'article' | 'document',
			value: hit.path.slice(hit.path.lastIndexOf('/') + 1),
			name: text(hit.name),
			...(hit.other ?? hit.name),
			note: note(hit, locale),
			path: hit.path
		});
	return found;
}

/** Towns, unit categories and kinds whose name answers a search, in writing, sound or initials. */
export async function related(db: Reader, search: Search, locale: Locale): Promise<Suggestion[]> {
	const readings = await readingsFor(search);
	const words = locale === 'en' ? en : zh;
	const all: {
		type: 'town' | 'kind' | 'category';
		value: string;
		names: [string, string];
		path: string;
		note: string;
	}[] = [
		...(await towns.all(db)).map(({ slug, name }) => ({
			type: 'town' as const,
			value: slug,
			names: [say(name, locale), say(name, locale === 'en' ? 'zh' : 'en')] as [string, string],
			path: `/places?town=${slug}`,
			note: words.nouns.town
		})),
		...categories.map((value) => ({
			type: 'category' as const,
			value,
			names: both(locale, zh.nouns.category[value], en.nouns.category[value]),
			path: `/places?kind=unit&category=${value}`,
			note: words.nouns.kind.unit
		})),
		...kinds.map((value) => ({
			type: 'kind' as const,
			value,
			names: both(locale, zh.nouns.kind[value], en.nouns.kind[value]),
			path: `/places?kind=${value}`,
			note: words.search.kindNote
		}))
	];
	const rank: Record<Fit, number> = { whole: 0, begins: 1, part: 2 };
	return all
		.flatMap((one, order) => {
			const fits = one.names.map((name) => fit(name, search, readings));
			const at = fits.findIndex((found) => found !== null);
			const found = fits[at];
			return found ? [{ ...one, shown: one.names[at] ?? '', rank: rank[found], order }] : [];
		})
		.sort((a, b) => a.rank - b.rank || a.order - b.order)
		.slice(0, most.filters)
		.map(({ type, value, names: [name], shown, path, note }) => ({
			type,
			value,
			name,
			segments: highlight(shown, search.terms, readings),
			lang: langOfName(shown),
			note,
			path: href(locale, path)
		}));
}

/** Names of filters stand in one language or the other. */
const langOfName = (name: string) => (/\p{Script=Han}/u.test(name) ? 'zh-CN' : 'en');

const both = (locale: Locale, chinese: string, english: string): [string, string] =>
	locale === 'en' ? [english, chinese] : [chinese, english];

const text = (shown: Shown): string => shown.segments.map((segment) => segment.text).join('');

function note(hit: HitView, locale: Locale): string {
	const { nouns, search } = locale === 'en' ? en : zh;
	if (!hit.kind) return search.subject[hit.subject];
	const what = hit.category ? nouns.category[hit.category] : nouns.kindShort[hit.kind];
	return hit.town ? `${what} · ${say(hit.town, locale)}` : what;
}
