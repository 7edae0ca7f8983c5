import type { IncomingMessage } from 'node:http';
import { uploadSentence as enSentence, uploads as en } from '$lib/words/en/uploads';
import { uploadSentence as zhSentence, uploads as zh } from '$lib/words/zh/uploads';
import type { Refusal } from '$lib/domain/refusal';
import type { Upload } from '$lib/server/films/yard';
import type { DoorResponse } from '../response';

export const VERSION = '1.0.0';
export const EXTENSIONS =
	'creation,creation-with-upload,creation-defer-length,expiration,checksum,termination,concatenation';

/** Statuses of what is wrong; everything else is 422: understood, and not taken. */
const statuses: Readonly<Record<string, number>> = {
	'sign-in': 401,
	refused: 403,
	missing: 404,
	offset: 409,
	gone: 410,
	protocol: 412,
	'too-large': 413,
	'too-long': 413,
	quota: 413,
	type: 415,
	busy: 423,
	'too-many-open': 429,
	'too-often': 429,
	checksum: 460,
	metadata: 400,
	length: 400,
	empty: 400,
	failed: 500,
	disk: 507
};

/** Who asked, in which language the address is, and what is answered. */
export interface Exchange {
	req: IncomingMessage;
	res: DoorResponse;
	/** Path without query. */
	path: string;
}

const isEnglish = ({ path }: Exchange) => path.startsWith('/en/');

/** Ends an answer without a body. */
export function done(
	{ res }: Exchange,
	status: number,
	headers: Record<string, string> = {}
): void {
	if (res.headersSent || res.destroyed) return;
	res.setHeader('Tus-Resumable', VERSION);
	res.setHeader('Cache-Control', 'no-store');
	for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
	if (status !== 204) res.setHeader('Content-Length', '0');
	res.statusCode = status;
	res.end();
}

/** Says no: RFC 9457 with a sentence, its `reason` as a key, and the numbers it speaks of. */
export function no(
	exchange: Exchange,
	{ reason, detail }: Pick<Refusal, 'reason' | 'detail'>,
	headers: Record<string, string> = {}
): void {
	const { req, res } = exchange;
	if (res.headersSent || res.destroyed) return;
	const english = isEnglish(exchange);
	const status = statuses[reason] ?? 422;
	const body = JSON.stringify({
		type: 'about:blank',
		title: (english ? en : zh).title,
		status,
		detail: (english ? enSentence : zhSentence)(reason, detail),
		reason,
		...(detail ? { values: detail } : {}),
		requestId: res.asked.id
	});
	res.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
	res.setHeader('Content-Language', english ? 'en' : 'zh-CN');
	res.setHeader('Tus-Resumable', VERSION);
	if (reason === 'protocol') res.setHeader('Tus-Version', VERSION);
	res.setHeader('Liantu-Reason', reason);
	res.setHeader('Cache-Control', 'no-store');
	for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
	res.setHeader('Content-Length', Buffer.byteLength(body));
	res.statusCode = status;
	res.end(req.method === 'HEAD' ? undefined : body);
}

/** Where an upload is, in the language it was begun in. */
export const addressOf = (exchange: Exchange, id: string): string =>
	`${isEnglish(exchange) ? '/en' : ''}/uploads/${id}`;

/** What is said of an upload with every answer about it. */
export function standing(upload: Upload): Record<string, string> {
	const { state, offset, length, partial, expiresAt, sha256, filmId, reason } = upload;
	return {
		'Upload-Offset': String(offset),
		...(length === null ? { 'Upload-Defer-Length': '1' } : { 'Upload-Length': String(length) }),
		...(partial ? { 'Upload-Concat': 'partial' } : {}),
		...(state === 'open' ? { 'Upload-Expires': new Date(expiresAt).toUTCString() } : {}),
		'Liantu-State': state,
		...(state === 'kept' && filmId ? { 'Liantu-Film': filmId } : {}),
		...(sha256 ? { 'Liantu-Sha256': sha256 } : {}),
		...(reason ? { 'Liantu-Reason': reason } : {})
	};
}
