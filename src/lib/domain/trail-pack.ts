/** One file of a pack: its address from the root, with its query, and its size as it is read. */
export interface PackFile {
	path: string;
	bytes: number;
}

/** Everything the walk page of a trail needs without a network. */
export interface Pack {
	/** Changes whenever anything in the pack does. */
	version: string;
	/** Exactly what the page and the files weigh together. */
	bytes: number;
	/** The page as it is fetched: for nobody in particular, in one mode and theme. */
	page: PackFile;
	files: PackFile[];
}

/** What a browser keeps beside a finished pack, and what makes it count as finished. */
export interface SavedPack {
	version: string;
	bytes: number;
	name: string;
	/** The query its manifest is asked for with. */
	query: string;
}

const WALK = /^(?:\/en)?\/trails\/[^/]+\/walk$/;

/** Whether an address is a walk page: with the shelf, the only pages a service worker of ours ever answers. */
export const isWalk = (pathname: string): boolean => WALK.test(pathname);

const SHELF = /^(?:\/en)?\/trails\/saved$/;

/** Whether an address is the list of what a device keeps; it lies in every pack. */
export const isShelf = (pathname: string): boolean => SHELF.test(pathname);

const KEPT = 'liantu-pack ';

/** The name of the cache that holds one version of the pack of a walk page. */
export const cacheOf = (pathname: string, version: string): string =>
	`${KEPT}${pathname} ${version}`;

/** The walk page a cache is about; null for caches that are none of ours. */
export function pageOfCache(name: string): string | null {
	const [pathname = '', version] = name.startsWith(KEPT) ? name.slice(KEPT.length).split(' ') : [];
	return version && isWalk(pathname) ? pathname : null;
}

/** Under this address a finished pack says what it is; never asked from a server. */
export const recordOf = (pathname: string): string => `${pathname}/saved`;

const TAGS = /<(link|script|img|source|audio|video)\b([^>]*)>/g;
const plain = (text: string) => text.replaceAll('&amp;', '&');

/** The value of an attribute as it stands in a tag; null when it has none. */
function valueOf(attributes: string, name: string): string | null {
	const found = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes);
	return found ? plain(found[1]!) : null;
}

/**
 * Every file of our own a page asks for by itself, as addresses from the root, each once: style
 * sheets, scripts, pictures, recordings. What only browsers without JavaScript load is left out: they
 * have no packs.
 * @param page address of the page, e.g. `https://liantu.example/en/trails/x/walk`
 */
export function asksOf(html: string, page: URL): string[] {
	const found = new Set<string>();
	for (const [, tag, attributes = ''] of html
		.replace(/<noscript>[\s\S]*?<\/noscript>/g, '')
		.matchAll(TAGS)) {
		const wanted =
			tag !== 'link' || /\brel="(?:stylesheet|icon|modulepreload|preload)"/.test(attributes);
		const value = valueOf(attributes, tag === 'link' ? 'href' : 'src');
		const set = valueOf(attributes, 'srcset');
		const several = set === null ? [] : set.split(',').map((one) => one.trim().split(/\s+/)[0]!);
		for (const one of [...(wanted && value ? [value] : []), ...several]) {
			if (!URL.canParse(one, page)) continue;
			const { origin, pathname, search } = new URL(one, page);
			if (origin === page.origin) found.add(pathname + search);
		}
	}
	return [...found];
}

/** Whether a part of a pack is too large for the room a browser has left; unknown room is room. */
export const tooLarge = (bytes: number, room: { quota?: number; usage?: number }): boolean =>
	room.quota !== undefined && bytes > room.quota - (room.usage ?? 0);

/** Widest picture a telephone needs; a pack of originals would not fit on one. */
const WIDEST = 960;

/**
 * One file of a picture that every browser of today shows and a telephone wants: the widest WebP up to
 * {@link WIDEST}, else the narrowest, else the copy for all.
 */
export function oneFile(src: string, sources: readonly { type: string; srcset: string }[]): string {
	const webp = sources.find(({ type }) => type === 'image/webp');
	const widths = (webp?.srcset ?? '').split(',').flatMap((one) => {
		const [path, width] = one.trim().split(/\s+/);
		return path && width ? [{ path, width: Number.parseInt(width) }] : [];
	});
	widths.sort((a, b) => b.width - a.width);
	return (widths.find(({ width }) => width <= WIDEST) ?? widths.at(-1))?.path ?? src;
}

/** The part of a whole answer that `Range: bytes=…` asks for; null when it asks for none it has. */
export function partOf(range: string, size: number): { start: number; end: number } | null {
	const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range.trim()) ?? [];
	if (from === '' && to === '') return null;
	const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
	const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
	return start <= end && start < size ? { start, end } : null;
}
