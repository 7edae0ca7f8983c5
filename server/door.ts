import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { UploadDesk } from '$lib/server/films/upload-desk';
import { clientAddress, type Trust } from './address';
import { allowanceOf, claimLength, UNBOUND, watchBody } from './bodies';
import { preferences } from './cache';
import { type ForwardOptions, makeForward } from './forward';
import { readiness } from './health';
import { isOpenData } from './headers';
import { isOurHost } from './hosts';
import { cameFromHere, isUnsafe, METHODS } from './origin';
import { pathFault } from './paths';
import { redact } from './redact';
import { refuse } from './refuse';
import type { DoorResponse } from './response';
import { type Asset, assetAt, sendAsset } from './statics';
import { answerUpload, isUploadPath } from './uploads';
import type { Wrong } from './words';

export type DoorOptions = ForwardOptions & {
	trust: Trust;
	/** Files SvelteKit built, by request path. */
	assets: ReadonlyMap<string, Asset>;
	shared: {
		readonly checks: ReadonlyMap<string, () => Promise<void>>;
		readonly connectSources: readonly string[];
		/** When a page was asked for last. */
		askedAt?: number;
		/** Takes in films; null until the portal is awake. */
		readonly uploads: UploadDesk | null;
	};
	/** Called once per answer with its status and duration in milliseconds. */
	record: (status: number, ms: number) => void;
	/** Largest body of an unsafe request in bytes, uploads excepted. */
	bodyLimit: number;
	/** True while the server is stopping. */
	stopping: () => boolean;
};

const ALLOW = [...METHODS].join(', ');

/**
 * Builds the request listener of the outer door. In this order: id, method, address, host, origin,
 * size; then health, files, kept answers, and last the application.
 */
export function makeDoor(options: DoorOptions): (req: IncomingMessage, res: DoorResponse) => void {
	const { site, shared, log } = options;
	const forward = makeForward(options);

	return (req, res) => {
		const started = options.now();
		const url = req.url ?? '/';
		const mark = url.indexOf('?');
		const path = mark < 0 ? url : url.slice(0, mark);
		const { headers } = req;
		const method = req.method ?? 'GET';
		const id = randomUUID();
		const personal = headers.authorization !== undefined || preferences(headers.cookie) === null;
		res.asked = { id, path, personal, secure: site.secure };
		res.connect = shared.connectSources;
		const client = clientAddress(
			req.socket.remoteAddress,
			headers['x-forwarded-for']?.toString(),
			options.trust
		);
		res.once('close', () => report(options, req, res, { id, method, path, client, started }));

		const no = (status: number, wrong: Wrong, extra?: Record<string, string>) =>
			refuse(req, res, status, wrong, id, extra);
		if (!METHODS.has(method)) return no(405, 'method', { Allow: ALLOW });
		const uploads = isUploadPath(path);
		if (method === 'OPTIONS' && !uploads) return preflight(res, path);
		const fault = pathFault(url);
		if (fault) return no(fault.status, fault.wrong);
		if (path === '/livez' || path === '/readyz') return void health(options, res, path, id);
		// Checked after health: probes of a container platform know only our address.
		// Node keeps the first of several; a proxy may have believed the last (RFC 9112 §3.2).
		const hosts = req.rawHeaders.filter((name, i) => i % 2 === 0 && /^host$/i.test(name)).length;
		if (hosts > 1) return no(400, 'host');
		if (!isOurHost(site, headers.host)) return no(421, 'host');
		const allowed = uploads
			? UNBOUND
			: allowanceOf(url, options.bodyLimit, headers['content-type']);
		watchBody(req, res, allowed);
		if (isUnsafe(method)) {
			if (!cameFromHere(site, headers.origin, headers['sec-fetch-site'])) return no(403, 'origin');
			if (Number(headers['content-length'] ?? 0) > allowed.bytes) return no(413, 'large');
			if (!uploads) claimLength(req, allowed);
		}
		if (uploads) return answerUpload(req, res, { path, client, desk: shared.uploads, log });
		const asset = assetAt(options.assets, path);
		if (asset) {
			if (isUnsafe(method)) return no(405, 'method', { Allow: 'GET, HEAD, OPTIONS' });
			return sendAsset(req, res, asset);
		}
		if (path.endsWith('.map')) return no(404, 'missing');

		shared.askedAt = performance.now();
		forward(req, res, { client, path });
	};
}

function preflight(res: DoorResponse, path: string): void {
	res.setHeader('Allow', isOpenData(path) ? 'GET, HEAD, OPTIONS' : ALLOW);
	if (isOpenData(path)) {
		res.setHeader('Access-Control-Allow-Methods', 'GET, HEAD');
		res.setHeader('Access-Control-Allow-Headers', 'Accept, Content-Type, If-None-Match');
		res.setHeader('Access-Control-Max-Age', '86400');
	}
	res.statusCode = 204;
	res.end();
}

async function health(
	options: DoorOptions,
	res: DoorResponse,
	path: string,
	id: string
): Promise<void> {
	let status = 200;
	let body: unknown = { status: 'alive' };
	if (path === '/readyz') {
		const state = await readiness(options.shared.checks, (check, err) =>
			options.log.warn({ id, check, err }, 'not ready')
		);
		const ready = state.ready && !options.stopping();
		status = ready ? 200 : 503;
		body = {
			status: ready ? 'ready' : options.stopping() ? 'stopping' : 'not ready',
			checks: state.checks
		};
	}
	res.setHeader('Content-Type', 'application/json');
	res.setHeader('Cache-Control', 'no-store');
	res.statusCode = status;
	res.end(JSON.stringify(body));
}

type Asking = { id: string; method: string; path: string; client: string; started: number };

function report(options: DoorOptions, req: IncomingMessage, res: DoorResponse, ask: Asking): void {
	const ms = Math.max(0, options.now() - ask.started);
	const status = res.headersSent ? res.statusCode : 499;
	options.record(status, ms);
	if (ask.path.startsWith('/_app/') && status < 400) return;
	const line = {
		id: ask.id,
		method: redact(ask.method, 10),
		path: redact(ask.path),
		status,
		ms: Math.round(ms * 10) / 10,
		client: ask.client
	};
	if (status >= 500) options.log.error(line, 'answered');
	else if (ms > 1000 && !isUploadPath(ask.path)) options.log.warn(line, 'slow');
	else options.log.info(line, 'answered');
}
