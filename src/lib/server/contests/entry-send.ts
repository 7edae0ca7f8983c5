import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanName } from '$lib/domain/media/name';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { line, receive, sweep } from '../media/incoming';
import { boundaryOf, parts } from '../media/multipart';
import type { Self } from '../people/account';
import { shared } from '../shared';

/** Longest file a plain form sends; longer ones are films and come in pieces. */
const PLAIN_LIMIT = 20 * 1024 * 1024;

/** Contestants stand in a line of their own, and nobody takes more than two places in it. */
const contestants = line(8);
const EACH = 2;
const sending = new Map<string, number>();

/** What became of a form with one file: the slot it named, and the name of what was kept. */
interface Sent {
	slot: string;
	kept: Ruled<string>;
}

/** A short text field of a form. */
async function text(bytes: AsyncIterable<Buffer>): Promise<string> {
	let read = '';
	for await (const piece of bytes) if (read.length < 200) read += piece.toString('utf8');
	return read.slice(0, 200);
}

/**
 * Takes in one small file that came by an ordinary form, for browsers without script: it goes through
 * the same desk as every upload, with the same rules, quotas, looks and record. The form names the
 * slot first.
 */
export async function sendPlain(
	by: Self,
	entryId: string,
	request: Request,
	dataDir: string
): Promise<Sent> {
	const boundary = boundaryOf(request.headers.get('content-type'));
	const desk = shared.uploads;
	let slot = '';
	const no = (reason: string, detail?: Record<string, number>): Sent => ({
		slot,
		kept: refuse({ field: 'file', reason, ...(detail ? { detail } : {}) })
	});
	if (!boundary || !request.body || !desk) return no('metadata');
	const folder = join(dataDir, 'incoming', 'forms');
	await sweep(folder, by.now);
	const before = sending.get(by.who.id) ?? 0;
	sending.set(by.who.id, before + 1);
	try {
		for await (const { name, filename, bytes } of parts(request.body, boundary)) {
			if (name === 'slot' && filename === null) slot = await text(bytes);
			if (name !== 'file' || filename === null) continue;
			if (!filename) return no('empty');
			if (before >= EACH) return no('busy');
			const come = await receive(bytes, folder, PLAIN_LIMIT, contestants);
			if (come === 'too-large') return no('too-large', { limit: PLAIN_LIMIT });
			if (come === 'full') return no('disk');
			if (typeof come === 'string') return no(come === 'empty' ? 'empty' : 'busy');
			try {
				return { slot, kept: await keep(by, entryId, slot, filename, come) };
			} finally {
				await rm(come.path, { force: true });
			}
		}
	} catch (error) {
		// A form that breaks off is the sender’s; anything else a defect of ours.
		if ((error as { status?: unknown }).status === 413)
			return no('too-large', { limit: PLAIN_LIMIT });
		if ((error as Error).name === 'Malformed') return no('metadata');
		throw error;
	} finally {
		const left = sending.get(by.who.id)! - 1;
		if (left) sending.set(by.who.id, left);
		else sending.delete(by.who.id);
	}
	return no('empty');
}

async function keep(
	by: Self,
	entryId: string,
	materialId: string,
	filename: string,
	{ path, bytes, sha256 }: { path: string; bytes: number; sha256: string }
): Promise<Ruled<string>> {
	const desk = shared.uploads!;
	const name = cleanName(filename);
	const opened = await desk.open(by, {
		declared: {
			entryId,
			materialId,
			name,
			type: null,
			sha256,
			fingerprint: null,
			replaces: null
		},
		length: bytes,
		partial: false
	});
	if (!opened.ok) return opened;
	const got = await desk.receive(
		by,
		opened.value,
		{ offset: 0, bytes, length: null, checksum: null, sha256: null },
		createReadStream(path)
	);
	if (!got.ok) return got;
	if (got.value.refusal) return refuse(got.value.refusal);
	const done = await desk.settle(by, got.value.upload);
	return done && !done.ok ? done : accept(name);
}
