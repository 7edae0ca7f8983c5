import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { FILE_LIMIT } from '$lib/domain/media/asset';
import { cleanName } from '$lib/domain/media/name';
import type { Fault } from '$lib/domain/media/kinds';
import type { By } from '$lib/domain/people/who';
import type { Scanner } from '$lib/domain/scanner';
import type { Db } from '../db/open';
import { write } from '../db/write';
import { scan, Unscanned } from '../scan/clamd';
import { hold } from '../scan/hold';
import { add } from './add';
import type { Said } from './add';
import { mine, replace } from './change';
import type { No } from './change';
import { receive } from './incoming';
import type { Incoming } from './incoming';
import { makeOf } from './make';
import { boundaryOf, parts } from './multipart';
import type { Store } from './store';

/** What became of one file. */
type Taken =
	| { name: string; id: string; known: boolean }
	| { name: string; fault: Fault | Exclude<No, Fault> };

/** Why a whole form came to nothing. */
type FormFault = 'no-form' | 'no-file' | 'too-many';

/** Who sends, and what the file is for: a new thing, or the new file of a thing that stands. */
export interface Sender {
	db: Db;
	store: Store;
	by: By;
	replaces: string | null;
	/** What looks for malware; nothing where none is set. */
	scanner?: Scanner | null;
	/** What is said of a new thing along with its file. */
	said?: Said;
}

/** Takes in one file whose bytes are coming; they are read to their end whatever happens. */
export async function takeFile(
	{ db, store, by, replaces, scanner = null, said = {} }: Sender,
	given: string,
	pieces: AsyncIterable<Uint8Array>
): Promise<Taken> {
	const name = cleanName(given);
	if (replaces !== null) {
		const asset = await write(db, (tx) => mine(tx, by, replaces, 'replace'));
		if (typeof asset === 'string') {
			for await (const piece of pieces) void piece;
			return { name, fault: asset };
		}
	}
	const incoming = await receive(pieces, store.incoming);
	return typeof incoming === 'string'
		? { name, fault: incoming }
		: takeIncoming({ db, store, by, replaces, scanner, said }, given, incoming);
}

/** The same of a file whose bytes are here already. */
export async function takeIncoming(
	{ db, store, by, replaces, scanner = null, said = {} }: Sender,
	given: string,
	incoming: Incoming
): Promise<Taken> {
	const name = cleanName(given);
	const seen = scanner ? await lookAt(scanner, incoming.path) : 'clean';
	if (seen === 'malware') {
		await rm(incoming.path, { force: true });
		return { name, fault: seen };
	}
	const held = seen === 'unknown';
	if (replaces === null) {
		const taken = await add(db, store, by, incoming, given, held, said);
		return typeof taken === 'string' ? { name, fault: taken } : { ...taken, name };
	}
	// Before its bytes are those of something that is shown already.
	if (held) await write(db, (tx) => hold(tx, 'media', replaces, by.now));
	const made = await makeOf(store, incoming, name);
	const fault =
		typeof made === 'string' ? made : await replace(db, store, by, replaces, made, name);
	return fault ? { name, fault } : { name, id: replaces, known: false };
}

/** What the scanner for malware says of a file that came in; `unknown` while it is not there. */
async function lookAt(scanner: Scanner, path: string): Promise<'clean' | 'malware' | 'unknown'> {
	try {
		const { found } = await scan(scanner, createReadStream(path));
		return found === null ? 'clean' : 'malware';
	} catch (error) {
		if (error instanceof Unscanned) return 'unknown';
		throw error;
	}
}

/** Takes in every file of a form, one after the other, as they arrive. */
export async function takeForm(sender: Sender, request: Request): Promise<Taken[] | FormFault> {
	const boundary = boundaryOf(request.headers.get('content-type'));
	if (!boundary || !request.body) return 'no-form';
	const taken: Taken[] = [];
	try {
		for await (const { filename, bytes } of parts(request.body, boundary)) {
			// A file field in which nothing was chosen comes with an empty name.
			if (!filename) continue;
			if (sender.replaces !== null && taken.length) break;
			taken.push(await takeFile(sender, filename, bytes));
		}
	} catch (error) {
		// The framework breaks off what is longer than the address takes; else it is the sender’s mistake.
		const long = (error as { status?: unknown }).status === 413;
		if (!taken.length) return long ? 'too-many' : formFault(error);
		taken.push({ name: '…', fault: long ? 'too-large' : 'broken' });
	}
	return taken.length ? taken : 'no-file';
}

/** A broken form or line is the sender’s; anything else a defect of ours. */
function formFault(error: unknown): FormFault {
	const { code, name } = error as { code?: string; name?: string };
	const senders =
		name === 'Malformed' || /^(ECONNRESET|ABORT_ERR|ERR_STREAM|UND_ERR)/.test(code ?? '');
	if (senders || (error as Error).message === 'aborted') return 'no-form';
	throw error;
}

/** The pieces of a body that is one file, and nothing when it says beforehand that it is too long. */
export function piecesOf(request: Request): AsyncIterable<Uint8Array> | 'too-large' | 'empty' {
	if (Number(request.headers.get('content-length') ?? 0) > FILE_LIMIT) return 'too-large';
	return request.body ? (request.body as unknown as AsyncIterable<Uint8Array>) : 'empty';
}
