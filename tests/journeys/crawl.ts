import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, ask } from '../asking';

/** An answer met on the way through all links. */
export type Met = Answer & {
	/** Address below the origin, with its query. */
	path: string;
	/** Route below `(public)`, e.g. `/places/[slug]`; null for what is no page of ours. */
	route: string | null;
	locale: 'zh' | 'en';
	html: boolean;
};

const pages = join(import.meta.dirname, '..', '..', 'src', 'routes', '(public)');

/** Every public page there is, as route ids without the group, the most particular first. */
export const routes: string[] = readdirSync(pages, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('+page.svelte'))
	.map((file) => `/${file.replaceAll('\\', '/')}`.replace(/\/\+page\.svelte$/, '') || '/')
	.sort((a, b) => b.split('/').length - a.split('/').length || (a.includes('[') ? 1 : -1));

const shapes = routes.map((id) => ({
	id,
	shape: new RegExp(`^${id.replace(/\[[^\]]+\]/g, '[^/]+')}$`)
}));

/** The page that answers a path (without query), in either language. */
function routeOf(path: string): string | null {
	const bare = path.replace(/^\/en(?=\/|$)/, '') || '/';
	return shapes.find(({ shape }) => shape.test(bare))?.id ?? null;
}

/** Queries of one kind that are followed on one page; all others ask the same thing of other values. */
const VARIANTS = 2;

/**
 * Follows every link of our own from `starts`, pages and files alike, each address once. Of queries
 * on the same path with the same names only two are followed: filters combine without end.
 * @throws when there is no end to it, at `limit` answers
 */
export async function crawl(port: number, starts: string[], limit = 1500): Promise<Met[]> {
	const met: Met[] = [];
	const seen = new Set(starts);
	const variants = new Map<string, number>();
	const queue = [...starts];
	while (queue.length) {
		const batch = queue.splice(0, 6);
		const answers = await Promise.all(batch.map((path) => meet(port, path)));
		// Files are made for few at once: whoever is asked to come again comes again alone.
		for (const [i, { status }] of answers.entries())
			if (status === 503) answers[i] = await meet(port, batch[i]!);
		met.push(...answers);
		if (met.length > limit) throw new Error(`More than ${limit} addresses, last ${batch[0]}`);
		for (const answer of answers) for (const path of linksOf(answer)) consider(path);
	}
	return met;

	function consider(path: string): void {
		if (seen.has(path)) return;
		const [bare = '', query = ''] = path.split('?');
		if (query) {
			const names = [...new Set(new URLSearchParams(query).keys())].sort().join();
			// Pages are asked with one condition at a time; combinations belong to the laws of filters.
			if (names.includes(',')) return;
			const kind = `${bare}?${names}`;
			const so = variants.get(kind) ?? 0;
			if (so >= VARIANTS) return;
			variants.set(kind, so + 1);
		}
		seen.add(path);
		queue.push(path);
	}
}

async function meet(port: number, path: string): Promise<Met> {
	const answer = await ask(port, path, { headers: { accept: 'text/html,*/*;q=0.8' } });
	const html = /^text\/html/.test(answer.headers['content-type'] ?? '');
	return {
		...answer,
		path,
		route: html ? routeOf(path.split('?')[0]!) : null,
		locale: /^\/en(?:[/?]|$)/.test(path) ? 'en' : 'zh',
		html
	};
}

/** Addresses of our own that a page links to, embeds, or is redirected to. */
function linksOf({ html, text, headers, path }: Met): string[] {
	const base = `http://here${path}`;
	const given = headers.location ? [headers.location] : [];
	if (html)
		for (const [, , value] of text.matchAll(/\s(href|src|action)="([^"]*)"/g))
			given.push(value!.replaceAll('&amp;', '&'));
	return given.flatMap((value) => {
		const url = URL.canParse(value, base) ? new URL(value, base) : null;
		if (url?.host !== 'here' || url.pathname === '/preferences') return [];
		return [url.pathname + url.search];
	});
}
