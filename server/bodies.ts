import type { IncomingMessage, ServerResponse } from 'node:http';

/** How much an address takes, and how long sending it may last. */
type Allowance = { bytes: number; ms: number };

/** Whole request of several files; each file has its own, smaller limit behind the door. */
export const UPLOAD_LIMIT = 200 * 1024 * 1024;
const MINUTE = 60_000;

/** Films: whoever takes them in counts their bytes and watches the line. */
export const UNBOUND: Allowance = { bytes: Infinity, ms: Infinity };

/** The only addresses where more than a form is sent; what they are for may be done by staff only. */
const uploads = /^(?:\/en)?\/studio\/(?:media\/upload|import)(?:\/__data\.json)?$/;

/**
 * Where a contestant without script sends one small file with a form; films come another way. Only
 * the action that takes a file does, and only a form that can hold one.
 */
const materials = /^(?:\/en)?\/account\/entries\/[0-9a-v]{20}\/materials\?\/upload$/;
const withFile = /^multipart\/form-data\s*;/i;
export const MATERIAL_LIMIT = 21 * 1024 * 1024;

/** Where whoever designs certificates sends a seal or a background into the library. */
const seals = /^(?:\/en)?\/studio\/judging\/[a-z0-9]{20}\/certificates\/design\?\/upload$/;
/** One file as large as the library takes, and the form around it. */
export const PICTURE_LIMIT = 41 * 1024 * 1024;

/** Where a unit sends the letter with its seal: with an objection to a notice, or to visit a place. */
const letters =
	/^(?:\/en)?\/(?:contests\/[a-z0-9-]{1,80}\/[a-z0-9-]{1,80}\/notice\?\/object|places\/[a-z0-9-]{1,120}\/visit(?:\?from=\d{4}-\d\d-\d\d)?|visits\/[0-9a-f]{40}\?\/letter)$/;
export const LETTER_LIMIT = 5.5 * 1024 * 1024;

/**
 * What an address takes; everything but an upload takes a form of `ordinary` bytes within a minute.
 * @param url as it was asked for: path and query
 * @param type the media type the body claims
 */
export const allowanceOf = (url: string, ordinary: number, type = ''): Allowance =>
	uploads.test(url.split('?', 1)[0]!)
		? { bytes: UPLOAD_LIMIT, ms: 20 * MINUTE }
		: materials.test(url) && withFile.test(type)
			? { bytes: MATERIAL_LIMIT, ms: 10 * MINUTE }
			: letters.test(url) && withFile.test(type)
				? { bytes: LETTER_LIMIT, ms: 5 * MINUTE }
				: seals.test(url) && withFile.test(type)
					? { bytes: PICTURE_LIMIT, ms: 10 * MINUTE }
					: { bytes: ordinary, ms: MINUTE };

/**
 * Makes a body that does not say its length claim the longest allowed one: the framework stops
 * reading, and answers 413, where more comes than a request claims.
 */
export function claimLength(req: IncomingMessage, { bytes }: Allowance): void {
	const { headers } = req;
	if (headers['content-length'] === undefined && headers['transfer-encoding'] !== undefined)
		headers['content-length'] = String(bytes);
}

/** Bytes and milliseconds of a refused body that are still taken off the line. */
const REST = 256 * 1024 * 1024;
const REST_TIME = 60_000;

/**
 * Watches how a body ends. One that takes too long is broken off as a slow request. When the answer
 * is given before the body is through (a refusal), the rest is read and dropped for a while: a browser
 * reads the answer only after it has sent, and a closed connection would show it an error of its own.
 */
export function watchBody(req: IncomingMessage, res: ServerResponse, { ms }: Allowance): void {
	const { headers } = req;
	const length = headers['content-length'];
	if ((length === undefined || length === '0') && headers['transfer-encoding'] === undefined)
		return;
	const late = () => {
		if (req.complete || req.destroyed) return;
		const error = Object.assign(new Error('the body came too slowly'), {
			code: 'ERR_HTTP_REQUEST_TIMEOUT'
		});
		// As Node itself does it: the answer goes to the line, past everything half done.
		serverOf(req)?.emit('clientError', error, req.socket);
	};
	const slow = ms === Infinity ? undefined : setTimeout(late, ms).unref();
	req.once('close', () => clearTimeout(slow));
	res.once('finish', () => {
		clearTimeout(slow);
		if (req.complete || req.destroyed) return;
		let rest = 0;
		const end = setTimeout(() => req.socket.destroy(), REST_TIME);
		req.once('close', () => clearTimeout(end));
		req.removeAllListeners('data');
		req.on('data', (piece: Buffer) => {
			rest += piece.length;
			if (rest > REST) req.socket.destroy();
		});
		req.resume();
	});
}

const serverOf = (req: IncomingMessage) =>
	(req.socket as unknown as { server?: { emit(name: string, ...args: unknown[]): boolean } })
		.server;
