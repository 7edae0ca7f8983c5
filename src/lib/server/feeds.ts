import { atom, tagUri } from '$lib/domain/atom';
import type { AtomEntry } from '$lib/domain/atom';
import { dateSpan } from '$lib/domain/events/date-text';
import { href, locales, tagOf } from '$lib/domain/locale';
import { langOf, say } from '$lib/domain/text';
import * as articles from './articles';
import type { Reader } from './db/open';
import { latest } from './events/latest';
import { spoken } from './machine/speech';
import type { Asking } from './machine/speech';
import { site } from './site';

/** Entries of a feed at most: readers ask often and keep what they have seen. */
const ENTRIES = 30;
/** The day from which on these names are given; part of every id and therefore fixed. */
const SINCE = '2026-11-22';

/** A feed of this portal under an address of its own. */
async function feed(
	db: Reader,
	asking: Asking,
	about: { key: string; page: string; title: string; subtitle: string; entries: AtomEntry[] }
): Promise<string> {
	const { locale, machines } = spoken(asking);
	const { origin, host } = asking.url;
	const { name, sponsor } = await site(db);
	const path = `/feeds/${about.key}.atom`;
	return atom({
		id: tagUri(host, SINCE, `${about.key}/${tagOf(locale)}`),
		self: origin + href(locale, path),
		page: origin + href(locale, about.page),
		title: `${about.title} · ${machines.picture.site}`,
		subtitle: about.subtitle,
		author: say(sponsor ?? name, locale),
		icon: `${origin}/icon.svg`,
		lang: tagOf(locale),
		since: Date.parse(SINCE),
		alternates: locales
			.filter((other) => other !== locale)
			.map((other) => ({ url: origin + href(other, path), lang: tagOf(other) })),
		entries: about.entries
	});
}

/** The feed of published news in the language asked for, at a moment in ms since the epoch. */
export async function news(db: Reader, asking: Asking, at: number): Promise<string> {
	const { locale, machines } = spoken(asking);
	const { origin, host } = asking.url;
	const { articles: list } = await articles.list(db, { at, limit: ENTRIES });
	const entries = list.map((article) => ({
		id: tagUri(host, SINCE, `articles/${article.id}/${tagOf(locale)}`),
		url: origin + href(locale, `/articles/${article.slug}`),
		title: say(article.title, locale),
		summary: say(article.summary, locale) || null,
		content: null,
		publishedAt: article.publishedAt,
		updatedAt: article.updatedAt,
		lang: langOf(article.title, locale)
	}));
	return feed(db, asking, { key: 'news', page: '/articles', ...machines.feed, entries });
}

/** The feed of events newly published or changed, each with its dates as far as they are known. */
export async function happenings(db: Reader, asking: Asking, at: number): Promise<string> {
	const { locale, machines } = spoken(asking);
	const { origin, host } = asking.url;
	const entries = (await latest(db, at, ENTRIES)).map((event) => ({
		id: tagUri(host, SINCE, `events/${event.id}/${tagOf(locale)}`),
		url: origin + href(locale, `/events/${event.slug}`),
		title: say(event.title, locale),
		summary:
			[dateSpan(event, event.precision, locale), say(event.summary, locale)]
				.filter(Boolean)
				.join(' · ') || null,
		content: null,
		publishedAt: event.publishedAt,
		updatedAt: event.updatedAt,
		lang: langOf(event.title, locale)
	}));
	return feed(db, asking, { key: 'events', page: '/events', ...machines.events, entries });
}
