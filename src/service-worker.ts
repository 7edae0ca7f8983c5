/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { version } from '$service-worker';
import { isShelf, isWalk, pageOfCache, partOf, recordOf } from '$lib/domain/trail-pack';

// Answers walk pages, the list of them and what these ask for, out of packs somebody saved, and nothing else: no
// other page of the portal ever waits for it, and nothing is kept that was not asked to be.

const worker = self as unknown as ServiceWorkerGlobalScope;

/** How long the network may take before a saved page stands in, in ms. */
const PATIENCE = 4000;

worker.addEventListener('install', () => void worker.skipWaiting());
// It holds nothing of its own, so another build of it may take over at any moment.
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', (event) => event.source?.postMessage({ version }));

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
	if (request.mode === 'navigate') {
		if (isOurs(url.pathname)) event.respondWith(page(request, url.pathname));
		return;
	}
	// `reload`: a pack is being fetched, so it must come from the network.
	if (request.cache === 'reload' || !URL.canParse(request.referrer)) return;
	const from = new URL(request.referrer);
	if (from.origin === url.origin && isOurs(from.pathname))
		event.respondWith(file(request, url, from.pathname));
});

const isOurs = (pathname: string): boolean => isWalk(pathname) || isShelf(pathname);

/** What a page has kept under an address: a walk page in its own finished pack, the list in any. */
async function keptFor(
	pathname: string,
	address: string,
	how?: CacheQueryOptions
): Promise<Response | undefined> {
	for (const name of await caches.keys()) {
		const of = pageOfCache(name);
		if (of === null || (of !== pathname && !isShelf(pathname))) continue;
		const cache = await caches.open(name);
		const found = (await cache.match(recordOf(of))) && (await cache.match(address, how));
		if (found) return found;
	}
	return undefined;
}

/** The page from the network; from its pack where the network fails, is slow, or the server is ill. */
async function page(request: Request, pathname: string): Promise<Response> {
	// The list lies there with the query it was fetched with.
	const kept = await keptFor(pathname, pathname, { ignoreSearch: isShelf(pathname) });
	if (!kept) return fetch(request);
	const late = new Promise<Response>((come) => setTimeout(() => come(kept), PATIENCE));
	const fresh = fetch(request).then((answer) => (answer.status < 500 ? answer : kept));
	return Promise.race([fresh, late]).catch(() => kept);
}

async function file(request: Request, url: URL, pathname: string): Promise<Response> {
	const kept = await keptFor(pathname, url.pathname + url.search, { ignoreVary: true });
	if (!kept) return fetch(request);
	const range = request.headers.get('range');
	if (range === null) return kept;
	// Players ask for parts, and some refuse a whole answer to such a question.
	const whole = await kept.blob();
	const part = partOf(range, whole.size);
	const headers = new Headers(kept.headers);
	if (!part) {
		headers.set('content-range', `bytes */${whole.size}`);
		return new Response(null, { status: 416, headers });
	}
	headers.set('content-range', `bytes ${part.start}-${part.end}/${whole.size}`);
	headers.set('content-length', String(part.end - part.start + 1));
	return new Response(whole.slice(part.start, part.end + 1), { status: 206, headers });
}
