import type { IncomingMessage } from 'node:http';
import { prepare, send, sendOnce, type Wants } from './answer';
import { type AnswerCache, cacheKey, type Kept } from './cache';
import { chooseEncoding } from './encoding';
import type { Site } from './hosts';
import type { Log } from './log';
import { isUnsafe } from './origin';
import { isSaneRange } from './range';
import { redact } from './redact';
import { refuse } from './refuse';
import type { DoorResponse } from './response';
import { Tap } from './tap';

/** The application behind the door: SvelteKit's handler for node, or a stand-in in tests. */
export type Application = (
	req: IncomingMessage,
	res: DoorResponse,
	next: (error?: unknown) => void
) => unknown;

export type ForwardOptions = {
	site: Site;
	application: Application;
	shared: { readonly contentVersion: number };
	cache: AnswerCache;
	log: Pick<Log, 'info' | 'warn' | 'error'>;
	now: () => number;
};

/** How a shared rendering ended: to be shared, not shareable, or broken off before it was known. */
type Outcome = Kept | 'alone' | 'again';

/**
 * Builds the way from the door to the application: kept answers first, then one rendering per key at
 * a time, whose result all who wait for the same key share.
 */
export function makeForward({ site, application, shared, cache, log, now }: ForwardOptions) {
	const underWay = new Map<string, Promise<Outcome>>();

	return (
		req: IncomingMessage,
		res: DoorResponse,
		from: { client: string; path: string }
	): void => {
		const { headers } = req;
		const { id } = res.asked;
		const method = req.method ?? 'GET';
		const wants: Wants = {
			acceptEncoding: headers['accept-encoding'],
			ifNoneMatch: headers['if-none-match'],
			method
		};
		const key = cacheKey(method, req.url ?? '/', headers);
		enter();

		function enter(): void {
			if (key === null) return ask(() => {});
			const kept = cache.get(key, shared.contentVersion, now());
			if (kept) return void send(res, kept, wants).catch(fail);
			const other = underWay.get(key);
			if (!other) {
				let settle: (outcome: Outcome) => void = () => {};
				underWay.set(key, new Promise((done) => (settle = done)));
				return ask((outcome) => {
					underWay.delete(key);
					settle(outcome);
				});
			}
			other
				.then((outcome) => {
					if (res.destroyed) return;
					if (outcome === 'again') enter();
					else if (outcome === 'alone') ask(() => {});
					else return send(res, outcome, wants);
				})
				.catch(fail);
		}

		function ask(tell: (outcome: Outcome) => void): void {
			let told = false;
			const done = (outcome: Outcome) => {
				if (!told) tell(outcome);
				told = true;
			};
			res.once('close', () => done('again'));
			const version = shared.contentVersion;
			const started = now();
			present(req, from.client, id, site);
			const shape = {
				encoding: chooseEncoding(wants.acceptEncoding),
				ifNoneMatch: wants.ifNoneMatch,
				head: method === 'HEAD'
			};
			res.tap = new Tap(res, shape, whole, () => done('alone'));
			void (async () =>
				application(req, res, (error) => (error ? fail(error) : missing())))().catch(fail);

			function whole(status: number, body: Buffer): void {
				if (status !== 200 || isUnsafe(method)) {
					done('alone');
					sendOnce(res, status, body, wants).catch(fail);
					return;
				}
				const ready = prepare(res, body, { cache, key, version, started });
				done(ready.stored ? ready.kept : 'alone');
				send(res, ready.kept, wants, ready.nonce).catch(fail);
			}
		}

		function missing(): void {
			res.tap = undefined;
			refuse(req, res, 404, 'missing', id);
		}

		function fail(reason: unknown): void {
			log.error({ id, method, path: redact(from.path), err: reason }, 'request failed');
			res.tap = undefined;
			refuse(req, res, 500, 'failed', id);
		}
	};
}

/** Rewrites a request so that the application can trust what it reads from it. */
function present(req: IncomingMessage, client: string, id: string, site: Site): void {
	const { headers } = req;
	headers['x-request-id'] = id;
	headers['x-liantu-client'] = client;
	// A loopback alias passed our own check; the framework knows only the configured origin.
	headers.host = site.host;
	if (headers.origin !== undefined || isUnsafe(req.method ?? 'GET')) {
		if (headers.origin === undefined || site.origins.has(headers.origin))
			headers.origin = site.origin;
	}
	if (headers.range !== undefined && !isSaneRange(headers.range)) delete headers.range;
	if (req.method === 'GET' || req.method === 'HEAD') {
		// Pages are compared here, with the nonce left out.
		delete headers['if-none-match'];
		req.method = 'GET';
	}
}
