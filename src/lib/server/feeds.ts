import { atom, tagUri } from '$lib/domain/atom';
import { href, locales, tagOf } from '$lib/domain/locale';
import { langOf, say } from '$lib/domain/text';
import * as articles from './articles';
import type { Reader } from './db/open';
import { spoken } from './machine/speech';
import type { Asking } from './machine/speech';
import { site } from './site';

/** Entries of a feed at most: readers ask often and keep what they have seen. */
const ENTRIES = 30;
/** The day from which on these names are given; part of every id and therefore fixed. */
const SINCE = '2026-11-22';

/** The feed of published news in the language asked for, at a moment in ms since the epoch. */
export async function news(db: Reader, asking: Asking, at: number): Promise<string> {
	const { locale, machines } = spoken(asking);
	const { origin, host } = asking.url;
	const { name, sponsor } = await site(db);
	const { articles: list } = await articles.list(db, { at, limit: ENTRIES });
	return atom({
		id: tagUri(host, SINCE, `news/${tagOf(locale)}`),
		self: origin + href(locale, '/feeds/news.atom'),
		page: origin + href(locale, '/articles'),
		title: `${machines.feed.title} · ${machines.picture.site}`,
		subtitle: machines.feed.subtitle,
		author: say(sponsor ?? name, locale),
		icon: `${origin}/icon.svg`,
		lang: tagOf(locale),
		since: Date.parse(SINCE),
		alternates: locales
			.filter((other) => other !== locale)
			.map((other) => ({ url: origin + href(other, '/feeds/news.atom'), lang: tagOf(other) })),
		entries: list.map((article) => ({
			id: tagUri(host, SINCE, `articles/${article.id}/${tagOf(locale)}`),
			url: origin + href(locale, `/articles/${article.slug}`),
			title: say(article.title, locale),
			summary: say(article.summary, locale) || null,
			content: null,
			publishedAt: article.publishedAt,
			updatedAt: article.updatedAt,
			lang: langOf(article.title, locale)
		}))
	});
}
