import type { Noun } from '../studio/noun';
import { describe, nouns } from '../studio/noun';

/** Addresses of ours that are always answered; a test holds them against the routes. */
export const always: ReadonlySet<string> = new Set([
	'/',
	'/.well-known/security.txt',
	'/about',
	'/accessibility',
	'/account',
	'/api',
	'/api/collections',
	'/api/conformance',
	'/api/openapi.json',
	'/articles',
	'/contests',
	'/documents',
	'/embed',
	'/events',
	'/feeds/news.atom',
	'/feeds/events.atom',
	'/events.ics',
	'/login',
	'/logout',
	'/map',
	'/passport',
	'/passport/carry',
	'/passport/sheet',
	'/passport/stamps',
	'/passport/verify',
	'/places',
	'/places/download.csv',
	'/places/download.geojson',
	'/places/download.xlsx',
	'/register',
	'/reset',
	'/robots.txt',
	'/search',
	'/sitemap.xml',
	'/stamp',
	'/trails',
	'/trails/saved',
	'/trails/walk.js',
	'/units',
	'/verify',
	'/verify/log'
]);

/** What has to be asked of the archive to know whether an address of ours is answered. */
type Asking =
	| { kind: 'always' }
	| { kind: 'thing'; noun: Noun; slug: string }
	| { kind: 'file'; key: string }
	/** A contest, or one of its editions. */
	| { kind: 'contest'; contest: string; edition: string | null }
	/** Nothing of ours stands there. */
	| { kind: 'never' };

const folders = nouns.flatMap((noun) => {
	const address = describe(noun).address?.('');
	return address ? [{ noun, folder: address }] : [];
});

/** What a path of ours (without language, query and mark) would show. */
export function asking(path: string): Asking {
	if (always.has(path)) return { kind: 'always' };
	if (path.startsWith('/files/')) return { kind: 'file', key: path.slice('/files/'.length) };
	const [, contest, edition = null] = /^\/contests\/([^/]+)(?:\/([^/]+))?$/.exec(path) ?? [];
	if (contest) return { kind: 'contest', contest, edition };
	const held = folders.find(({ folder }) => path.startsWith(folder));
	const slug = held ? path.slice(held.folder.length) : '';
	return held && slug && !slug.includes('/')
		? { kind: 'thing', noun: held.noun, slug }
		: { kind: 'never' };
}
