import type { IncomingMessage } from 'node:http';
import { isUploadPath } from '$lib/domain/films/upload';
import type { UploadDesk } from '$lib/server/films/upload-desk';
import { type Log } from '../log';
import { redact } from '../redact';
import type { DoorResponse } from '../response';
import { no } from './answer';
import { handle, notAllowed, options } from './handle';

export { isUploadPath };

/**
 * Answers a request at an upload’s address. It passes the framework by: bodies of gigabytes are no
 * forms, and each goes straight from the line to the disk.
 */
export function answerUpload(
	req: IncomingMessage,
	res: DoorResponse,
	given: { path: string; client: string; desk: UploadDesk | null; log: Pick<Log, 'error'> }
): void {
	const { path, client, desk, log } = given;
	const exchange = { req, res, path };
	if (req.method === 'OPTIONS') return options(exchange);
	// What was sent is never served from here, under whatever type somebody claimed for it.
	if (req.method === 'GET' || req.method === 'PUT')
		return notAllowed(exchange, 'POST, HEAD, PATCH, DELETE, OPTIONS');
	handle(exchange, desk, client).catch((err: unknown) => {
		log.error({ id: res.asked.id, method: req.method, path: redact(path), err }, 'upload failed');
		no(exchange, { reason: 'failed' });
	});
}
