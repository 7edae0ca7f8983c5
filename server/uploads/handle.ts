import { PARTS, readDeclared, readJoining, readNumber, uploadIn } from '$lib/domain/films/upload';
import type { By, Who } from '$lib/domain/people/who';
import { isStaff } from '$lib/domain/people/who';
import type { UploadDesk } from '$lib/server/films/upload-desk';
import type { Upload } from '$lib/server/films/yard';
import { addressOf, done, EXTENSIONS, no, standing, VERSION } from './answer';
import type { Exchange } from './answer';
import { bringsBytes, bytesOf, checksumOf, header, wholeHash } from './read';

type Self = By & { who: Who };
interface Visit extends Exchange {
	desk: UploadDesk;
	by: Self;
}

/** A socket without a byte for so long is closed: what arrived is safe, and the upload goes on later. */
const SILENCE = 60_000;

const METHODS = 'POST, HEAD, PATCH, DELETE, OPTIONS';

/** What the server can do (tus 1.0, core protocol and its extensions). */
export function options(exchange: Exchange): void {
	done(exchange, 204, {
		'Tus-Version': VERSION,
		'Tus-Extension': EXTENSIONS,
		'Tus-Checksum-Algorithm': 'sha1,sha256',
		Allow: METHODS
	});
}

/**
 * Speaks tus 1.0 with a browser: the upload itself, who may send it and where it goes is the desk’s.
 * @param client address of the visitor as the door found it
 */
export async function handle(
	exchange: Exchange,
	desk: UploadDesk | null,
	client: string
): Promise<void> {
	const { req, path } = exchange;
	if (!desk) return no(exchange, { reason: 'failed' });
	if (header(req, 'tus-resumable') !== VERSION) return no(exchange, { reason: 'protocol' });
	const who = await desk.who(req.headers.cookie);
	if (!who) return no(exchange, { reason: 'sign-in' });
	if (isStaff(who) && !who.strong) return no(exchange, { reason: 'refused' });
	const by: Self = { who, address: client, now: desk.now() };
	const visit: Visit = { ...exchange, desk, by };

	if (path.endsWith('/uploads')) {
		if (req.method === 'POST') return create(visit);
		return notAllowed(exchange, 'POST, OPTIONS');
	}
	const id = uploadIn(path);
	const upload = id === null ? null : await desk.find(who, id);
	if (!upload) return no(exchange, { reason: 'missing' });
	if (req.method === 'HEAD') return tell(visit, upload);
	if (req.method === 'PATCH') return patch(visit, upload);
	if (req.method === 'DELETE') return end(visit, upload);
	return notAllowed(exchange, 'HEAD, PATCH, DELETE, OPTIONS');
}

export const notAllowed = (exchange: Exchange, allow: string): void =>
	done(exchange, 405, { Allow: allow });

async function create(visit: Visit): Promise<void> {
	const { req, desk, by } = visit;
	const declared = readDeclared(header(req, 'upload-metadata') ?? '');
	if (!declared.ok) return no(visit, declared.refusals[0]!);
	const concat = header(req, 'upload-concat');
	const joining = concat === undefined ? null : readJoining(concat);
	if (concat !== undefined && !joining) return no(visit, { reason: 'metadata' });
	if (joining?.kind === 'whole') {
		const sha256 = wholeHash(req) ?? declared.value.sha256;
		const joined = await desk.join(by, { ...declared.value, sha256 }, joining.parts);
		if (!joined.ok) return no(visit, joined.refusals[0]!);
		const { value } = joined;
		if (value.state === 'complete') return conclude(visit, value, 201);
		// Asked again after its answer was lost.
		const headers = { ...located(visit, value, 201), ...standing(value) };
		if (value.reason) return no(visit, { reason: value.reason }, headers);
		return done(visit, 201, headers);
	}
	const length = readNumber(header(req, 'upload-length'));
	const deferred = header(req, 'upload-defer-length') === '1';
	if ((length === null) !== deferred) return no(visit, { reason: 'length' });
	const partial = joining?.kind === 'part';
	if (partial && deferred) return no(visit, { reason: 'length' });
	const place = readNumber(header(req, 'liantu-place'));
	if (place !== null && place >= PARTS) return no(visit, { reason: 'metadata' });
	const opened = await desk.open(by, { declared: declared.value, length, partial, place });
	if (!opened.ok) return no(visit, opened.refusals[0]!);
	if (bringsBytes(req)) return take(visit, opened.value, 0, 201);
	done(visit, 201, { Location: addressOf(visit, opened.value.id), ...standing(opened.value) });
}

async function tell(visit: Visit, upload: Upload): Promise<void> {
	const { desk, by } = visit;
	if (['ended', 'expired', 'refused'].includes(upload.state))
		return no(
			visit,
			{ reason: upload.state === 'refused' ? upload.reason! : 'gone' },
			said(upload)
		);
	if (upload.state === 'open' && !(await desk.free(upload.id)))
		return no(visit, { reason: 'busy' });
	// Read anew: a silent sender that was cut off may have brought some more to the disk.
	const now = (await desk.find(by.who, upload.id)) ?? upload;
	done(visit, 200, standing(now));
}

const said = ({ state }: Upload) => ({ 'Liantu-State': state });

async function patch(visit: Visit, given: Upload): Promise<void> {
	const { req, desk, by } = visit;
	if (!bringsBytes(req)) return no(visit, { reason: 'type' });
	const offset = readNumber(header(req, 'upload-offset'));
	if (offset === null) return no(visit, { reason: 'length' });
	if (!(await desk.free(given.id))) return no(visit, { reason: 'busy' });
	const upload = (await desk.find(by.who, given.id)) ?? given;
	if (upload.state === 'refused')
		return no(visit, { reason: upload.reason ?? 'gone' }, said(upload));
	if (upload.state === 'ended' || upload.state === 'expired')
		return no(visit, { reason: 'gone' }, said(upload));
	if (offset !== upload.offset || upload.state === 'kept')
		return no(visit, { reason: 'offset' }, standing(upload));
	if (upload.state === 'complete') {
		if (upload.partial) return done(visit, 204, standing(upload));
		return conclude(visit, upload, 204);
	}
	return take(visit, upload, offset, 204);
}

const located = (visit: Visit, { id }: Upload, status: number): Record<string, string> =>
	status === 201 ? { Location: addressOf(visit, id) } : {};

/** Takes the bytes of a request in, and answers how far the upload is. */
async function take(visit: Visit, upload: Upload, offset: number, status: number): Promise<void> {
	const { req, res, desk, by } = visit;
	const checksum = checksumOf(req);
	if (checksum === 'wrong') return no(visit, { reason: 'metadata' });
	const given = header(req, 'upload-length');
	const length = status === 201 || given === undefined ? null : readNumber(given);
	if (given !== undefined && length === null && status !== 201)
		return no(visit, { reason: 'length' });
	const location = located(visit, upload, status);
	const piece = { offset, bytes: bytesOf(req), length, checksum, sha256: wholeHash(req) };
	req.socket.setTimeout(SILENCE);
	res.once('close', () => req.socket.setTimeout(120_000));
	const received = await desk.receive(by, upload, piece, req);
	if (!received.ok) return no(visit, received.refusals[0]!);
	const { refusal, upload: now } = received.value;
	if (refusal) return no(visit, refusal, { ...location, ...standing(now) });
	if (now.state === 'complete' && !now.partial) return conclude(visit, now, status);
	done(visit, status, { ...location, ...standing(now) });
}

/** Waits a moment for what becomes of a complete upload, and says it. */
async function conclude(visit: Visit, upload: Upload, status: number): Promise<void> {
	const { desk, by } = visit;
	const location = located(visit, upload, status);
	const finished = await desk.settle({ ...by, now: desk.now() }, upload);
	const now = (await desk.find(by.who, upload.id)) ?? upload;
	if (finished && !finished.ok)
		return no(visit, finished.refusals[0]!, { ...location, ...said(now) });
	done(visit, status, {
		...location,
		...standing(now),
		...(finished ? { 'Liantu-File': finished.value.fileId } : {})
	});
}

async function end(visit: Visit, upload: Upload): Promise<void> {
	const { desk, by } = visit;
	if (upload.state !== 'open' && !(upload.state === 'complete' && upload.partial))
		return no(visit, { reason: upload.state === 'complete' ? 'busy' : 'gone' }, said(upload));
	if (!(await desk.free(upload.id))) return no(visit, { reason: 'busy' });
	const ended = await desk.end(by, upload);
	if (!ended.ok) return no(visit, ended.refusals[0]!);
	done(visit, 204);
}
