import { createReadStream } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import { asc, eq } from 'drizzle-orm';
import { HEAD, lookAt } from '$lib/domain/films/file-kind';
import type { FilmForm } from '$lib/domain/films/file-kind';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { uploads } from '../db/schema';
import { inspect } from '../media/inspect';
import { sync } from '../storage/durable';
import { keepFilm } from './keep';
import type { KeptFilm, Whole } from './keep';
import type { Hashes } from './upload-hash';
import { clear } from './upload-marks';
import { mayUpload } from './upload-may';
import { turnDown } from './upload-receive';
import { keyOf, pathOf } from './yard';
import type { Upload, Yard } from './yard';

const there = async (path: string): Promise<boolean> => !!(await stat(path).catch(() => null));

/**
 * Makes one file of the parts of a parallel upload: the first becomes the file, each other is written
 * behind it, brought to the disk, and only then removed. Begun again after a kill it goes on.
 */
async function join(yard: Yard, hashes: Hashes, upload: Upload): Promise<void> {
	const parts = await yard.db
		.select()
		.from(uploads)
		.where(eq(uploads.joinedTo, upload.id))
		.orderBy(asc(uploads.place));
	if (!parts.length) return;
	const to = pathOf(yard, upload.id);
	let at = 0;
	for (const [index, part] of parts.entries()) {
		const from = pathOf(yard, part.id);
		const start = at;
		at += part.length!;
		if (!(await there(from))) continue;
		if (index === 0) {
			await rename(from, to);
			await sync(yard.incoming);
			await clear(yard, part.id);
			hashes.rename(part.id, upload.id);
			continue;
		}
		const file = await open(to, 'r+');
		try {
			let position = start;
			const source = createReadStream(from, { highWaterMark: 1024 * 1024 });
			for await (const piece of source as AsyncIterable<Buffer>) {
				await file.write(piece, 0, piece.length, position);
				position += piece.length;
			}
			if (position !== at) throw new Error('a part is not as long as its row says');
			await file.sync();
		} finally {
			await file.close();
		}
		hashes.drop(part.id);
		await clear(yard, part.id);
	}
}

/** What a file is by its bytes, or why it is not taken. */
async function look(path: string, form: FilmForm): Promise<Ruled<string>> {
	const file = await open(path, 'r');
	const head = Buffer.alloc(HEAD);
	const { bytesRead } = await file.read(head, 0, HEAD, 0).finally(() => file.close());
	const seen = lookAt(form, head.subarray(0, bytesRead));
	if (!seen.ok) return refuse({ field: 'file', reason: seen.fault });
	// Pictures and PDF files are read to their end: no page, script or archive hides in them.
	if (/^image\/|\/pdf$/.test(seen.type)) {
		const found = await inspect(path, seen.type.replace(/^.*\//, 'file.'));
		if (typeof found === 'string') return refuse({ field: 'file', reason: found });
	}
	return accept(seen.type);
}

async function examine(yard: Yard, hashes: Hashes, upload: Upload, now: number) {
	const { id, personId, entryId, materialId, claimedSha256 } = upload;
	const path = pathOf(yard, id);
	// Killed between the store and the row: the bytes lie in the store already.
	const lent = (await there(path)) ? null : await yard.storage.localPath(keyOf(upload.filmId!));
	try {
		const file = lent?.path ?? path;
		const { size } = await stat(file);
		if (size !== upload.length) throw new Error('an upload is not as long as its row says');
		const may = await mayUpload(yard.db, { id: personId }, entryId!, materialId!, now, [upload]);
		if (!may.ok) return may;
		const seen = await look(file, may.value.slot.form);
		if (!seen.ok) return seen;
		const sha256 = await hashes.whole(id, file, size);
		if (claimedSha256 && claimedSha256 !== sha256)
			return refuse<Whole>({ field: 'sha256', reason: 'hash' });
		return accept<Whole>({ bytes: size, sha256, type: seen.value });
	} finally {
		await lent?.done();
	}
}

/**
 * Finishes a complete upload: joins its parts, compares its hash, looks at what it is, and keeps it or
 * refuses it. It stands on rows and files alone, so that a start after a kill finishes it as well.
 */
export async function finish(
	yard: Yard,
	hashes: Hashes,
	by: By,
	upload: Upload
): Promise<Ruled<KeptFilm>> {
	await join(yard, hashes, upload);
	const whole = await examine(yard, hashes, upload, by.now);
	const kept = whole.ok ? await keepFilm(yard, by, upload, whole.value) : whole;
	if (kept.ok) await clear(yard, upload.id);
	if (!kept.ok) {
		hashes.drop(upload.id);
		await turnDown(yard, upload, kept.refusals[0]!);
		await yard.storage.remove(keyOf(upload.filmId!));
	}
	return kept;
}
