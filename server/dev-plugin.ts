import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ViteDevServer } from 'vite';
import { ALWAYS, isEmbed, isOpenData } from './headers';
import { shared } from '$lib/server/shared';
import { isOurHost, siteOf } from './hosts';
import { lockDataDir, lockedSentence } from './lock';
import { cameFromHere, isUnsafe, METHODS } from './origin';
import { pathFault } from './paths';
import { refuse } from './refuse';
import type { DoorResponse } from './response';
import { answerUpload, isUploadPath } from './uploads';

/**
 * Puts the guards of the outer door in front of Vite's development server, so that what is refused
 * in earnest is refused while developing: methods, addresses, hosts, foreign submissions, framing.
 * Vite's own modules and its socket need freedoms (no policy for them), so nothing is cached,
 * compressed or given a policy here; pages bring theirs.
 */
export function guard(vite: ViteDevServer): void {
	const dataDir = resolve(process.env.DATA_DIR || 'data');
	const lock = lockDataDir(dataDir, 'development server');
	if (!lock.ok) throw new Error(lockedSentence(dataDir, lock));
	vite.httpServer?.once('close', lock.release);

	vite.middlewares.use((req, res, next) => {
		const { port } = vite.httpServer!.address() as AddressInfo;
		const site = siteOf(new URL(process.env.ORIGIN || `http://127.0.0.1:${port}`));
		const id = randomUUID();
		const url = req.url ?? '/';
		const path = url.split('?', 1)[0] ?? '/';
		const method = req.method ?? 'GET';
		for (const name in ALWAYS) res.setHeader(name, ALWAYS[name]!);
		res.setHeader('X-Request-Id', id);
		if (!isEmbed(path)) res.setHeader('X-Frame-Options', 'DENY');
		if (isOpenData(path)) res.setHeader('Access-Control-Allow-Origin', '*');
		// Vite asks for its modules with addresses a page never uses, NUL marks among them.
		const fault =
			path.startsWith('/@') || path.startsWith('/node_modules/') ? null : pathFault(url);
		if (!METHODS.has(method)) return refuse(req, res, 405, 'method', id);
		if (fault) return refuse(req, res, fault.status, fault.wrong, id);
		if (!isOurHost(site, req.headers.host)) return refuse(req, res, 421, 'host', id);
		if (isUnsafe(method)) {
			if (!cameFromHere(site, req.headers.origin, req.headers['sec-fetch-site']))
				return refuse(req, res, 403, 'origin', id);
			// The framework compares with the address it was asked under.
			req.headers.origin = `http://${req.headers.host}`;
		}
		if (isUploadPath(path)) return takeUpload(vite, req, res, { path, id });
		if (path === '/livez' || path === '/readyz') {
			res.setHeader('Content-Type', 'application/json; charset=utf-8');
			res.end('{"status":"development"}');
			return;
		}
		next();
	});
}

/** Hands an upload to the portal, which is woken up when nobody has asked for a page yet. */
function takeUpload(
	vite: ViteDevServer,
	req: IncomingMessage,
	answer: ServerResponse,
	{ path, id }: { path: string; id: string }
): void {
	const res = answer as DoorResponse;
	res.asked = { id, path, personal: true, secure: false };
	const log = { error: (said: unknown) => console.error(said) };
	const client = req.socket.remoteAddress ?? 'unknown';
	vite
		.ssrLoadModule('/src/lib/server/world.ts')
		.then(({ wake }) => wake())
		.then(() => answerUpload(req, res, { path, client, desk: shared.uploads, log }))
		.catch((error: unknown) => {
			console.error(error);
			refuse(req, res, 500, 'failed', id);
		});
}
