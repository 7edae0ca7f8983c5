import { cacheOf, pageOfCache, recordOf } from '../../../domain/trail-pack';
import type { Pack, PackFile, SavedPack } from '../../../domain/trail-pack';

/** A finished pack on this device. */
export interface Held extends SavedPack {
	pathname: string;
	cache: string;
}

/** Whether this browser can keep packs: not without https, and not in some private windows. */
export const able = async (): Promise<boolean> =>
	'serviceWorker' in navigator &&
	'caches' in window &&
	(await caches.keys().then(Boolean, () => false));

/** All finished packs of this device. */
export async function held(): Promise<Held[]> {
	const found: Held[] = [];
	for (const cache of await caches.keys()) {
		const pathname = pageOfCache(cache);
		const record = pathname && (await (await caches.open(cache)).match(recordOf(pathname)));
		if (pathname && record)
			found.push({ ...((await record.json()) as SavedPack), pathname, cache });
	}
	return found;
}

/** Walk pages of which a pack was begun and never finished: it takes room and is good for nothing yet. */
export async function begun(): Promise<string[]> {
	const whole = new Set((await held()).map(({ pathname }) => pathname));
	const pages = (await caches.keys()).flatMap((name) => pageOfCache(name) ?? []);
	return [...new Set(pages)].filter((pathname) => !whole.has(pathname));
}

/** Deletes what there is of a walk page, finished or not, but for one version. */
export async function drop(pathname: string, except?: string): Promise<void> {
	for (const name of await caches.keys())
		if (pageOfCache(name) === pathname && name !== except) await caches.delete(name);
	// Nobody left to answer for: the browser need not wake it any more.
	if (!(await held()).length)
		for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
}

/** A pack changed while it was being fetched: what came is not what was listed. */
export class Changed extends Error {}

async function take(cache: Cache, from: PackFile, to: string, signal: AbortSignal): Promise<void> {
	const answer = await fetch(from.path, { credentials: 'omit', cache: 'reload', signal });
	if (!answer.ok || answer.redirected) throw new Changed(from.path);
	const body = await answer.blob();
	if (body.size !== from.bytes) throw new Changed(from.path);
	const headers = new Headers(answer.headers);
	// The body lies here unpacked, and is found by its address alone.
	for (const name of ['content-encoding', 'vary', 'set-cookie']) headers.delete(name);
	headers.set('content-length', String(body.size));
	await cache.put(to, new Response(body, { headers }));
}

/**
 * Fetches a pack into a cache of its own version; what is there already stays. It counts as saved
 * only when its record is written, last of all; then older versions go.
 * @param tell hears how many bytes are there
 * @throws Changed, or what `fetch` and the store throw
 */
export async function save(
	pack: Pack,
	{ pathname, name, query }: { pathname: string; name: string; query: string },
	tell: (done: number) => void,
	signal: AbortSignal
): Promise<void> {
	const own = cacheOf(pathname, pack.version);
	const cache = await caches.open(own);
	const wanted = [{ file: pack.page, to: pathname }].concat(
		pack.files.map((file) => ({ file, to: file.path }))
	);
	let done = 0;
	for (const { file, to } of wanted) {
		if (!(await cache.match(to))) await take(cache, file, to, signal);
		tell((done += file.bytes));
	}
	const record: SavedPack = { version: pack.version, bytes: pack.bytes, name, query };
	await cache.put(recordOf(pathname), new Response(JSON.stringify(record)));
	await drop(pathname, own);
}
