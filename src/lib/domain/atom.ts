import { element, XML_HEAD } from './xml';

/** One entry of a feed. Moments are milliseconds since the epoch; `lang` is a BCP 47 tag. */
export interface AtomEntry {
	/** Never changes, whatever becomes of the address (RFC 4287 §4.2.6). */
	id: string;
	url: string;
	title: string;
	summary: string | null;
	/** Paragraphs of plain text. */
	content: string | null;
	publishedAt: number;
	updatedAt: number;
	lang: string;
}

/** A feed and who publishes it. */
interface AtomFeed {
	id: string;
	/** The address of the feed itself. */
	self: string;
	/** The page of the same content. */
	page: string;
	title: string;
	subtitle: string;
	author: string;
	icon: string;
	lang: string;
	/** Stands as `updated` of a feed without entries. */
	since: number;
	/** The same feed in other languages. */
	alternates: { url: string; lang: string }[];
	entries: AtomEntry[];
}

const iso = (at: number) => new Date(at).toISOString();

/** A name that outlives addresses (RFC 4151): the authority's host, a day it was ours, and a path. */
export function tagUri(host: string, day: string, path: string): string {
	return `tag:${host.replace(/:\d+$/, '')},${day}:${path}`;
}

/** The feed as an Atom document (RFC 4287). */
export function atom(feed: AtomFeed): string {
	const updated = feed.entries.reduce(
		(most, { updatedAt }) => Math.max(most, updatedAt),
		feed.since
	);
	return (
		XML_HEAD +
		element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.lang }, [
			element('id', {}, feed.id),
			element('title', {}, feed.title),
			element('subtitle', {}, feed.subtitle),
			element('updated', {}, iso(updated)),
			element('author', {}, [element('name', {}, feed.author)]),
			element('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
			element('link', { rel: 'alternate', type: 'text/html', href: feed.page }),
			...feed.alternates.map(({ url, lang }) =>
				element('link', {
					rel: 'alternate',
					type: 'application/atom+xml',
					hreflang: lang,
					href: url
				})
			),
			element('icon', {}, feed.icon),
			...feed.entries.map(entry)
		])
	);
}

function entry({
	id,
	url,
	title,
	summary,
	content,
	publishedAt,
	updatedAt,
	lang
}: AtomEntry): string {
	return element('entry', { 'xml:lang': lang }, [
		element('id', {}, id),
		element('title', {}, title),
		element('link', { rel: 'alternate', type: 'text/html', hreflang: lang, href: url }),
		element('published', {}, iso(publishedAt)),
		element('updated', {}, iso(Math.max(publishedAt, updatedAt))),
		...(summary ? [element('summary', { type: 'text' }, summary)] : []),
		...(content ? [element('content', { type: 'text' }, content)] : [])
	]);
}
