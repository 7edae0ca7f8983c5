import { stat } from 'node:fs/promises';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { personal } from '$lib/domain/audit/record';
import type { By } from '$lib/domain/people/who';
import { accept } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import { entryFiles, films, newId, uploads } from '../db/schema';
import { write } from '../db/write';
import { enqueue } from '../jobs';
import { hold } from '../scan/hold';
import { renderBare, renderCaptions } from './render/order';
import { mayUpload } from './upload-may';
import { fits } from './upload-open';
import { keyOf, pathOf } from './yard';
import type { Upload, Yard } from './yard';

/** A whole file as it was found to be. */
export interface Whole {
	bytes: number;
	sha256: string;
	/** Media type by its bytes. */
	type: string;
}

/** What an upload became. */
export interface KeptFilm {
	filmId: string;
	/** Id among the files of the entry. */
	fileId: string;
}

/**
 * Takes a complete upload in: first the bytes into the store (written, synced, renamed, the folder
 * synced), then in one write the rows of the film and of the entry’s file, its inspection, the end of
 * the upload, and the record. Killed anywhere in between it is called again with the same upload and
 * ends the same way: the key was decided when the upload was complete.
 */
export async function keepFilm(
	yard: Yard,
	by: By,
	upload: Upload,
	{ bytes, sha256, type }: Whole
): Promise<Ruled<KeptFilm>> {
	const { db, storage } = yard;
	const filmId = upload.filmId!;
	const key = keyOf(filmId);
	const path = pathOf(yard, upload.id);
	if (await stat(path).catch(() => null))
		await storage.put(key, path, { bytes, sha256, move: true });
	const kept = await write(db, async (tx): Promise<Ruled<KeptFilm>> => {
		const who = { id: upload.personId };
		const entryId = upload.entryId!;
		const materialId = upload.materialId!;
		const may = await mayUpload(tx, who, entryId, materialId, by.now, [upload]);
		if (!may.ok) return may;
		const { slot, editionId } = may.value;
		const { replaces } = upload;
		const unfit = await fits(tx, may.value, { materialId, replaces, length: bytes });
		if (unfit) return { ok: false, refusals: [unfit] };
		const isFilm = slot.form === 'film';
		await tx.insert(films).values({
			id: filmId,
			form: slot.form,
			sha256,
			bytes,
			type,
			key,
			// Everything but a film was looked through before it came here.
			state: isFilm || yard.scanned ? 'arrived' : 'ready',
			editionId,
			uploadedBy: who.id,
			createdAt: by.now,
			updatedAt: by.now
		});
		if (replaces)
			await tx
				.update(entryFiles)
				.set({ removedAt: by.now })
				.where(
					and(
						eq(entryFiles.id, replaces),
						eq(entryFiles.entryId, entryId),
						isNull(entryFiles.removedAt)
					)
				);
		const fileId = newId(by.now);
		const [last] = await tx
			.select({ position: sql<number>`coalesce(max(${entryFiles.position}), -1)`.mapWith(Number) })
			.from(entryFiles)
			.where(and(eq(entryFiles.entryId, entryId), eq(entryFiles.materialId, materialId)));
		await tx.insert(entryFiles).values({
			id: fileId,
			entryId,
			materialId,
			filmId,
			originalName: upload.originalName,
			position: last!.position + 1,
			addedBy: who.id,
			addedAt: by.now
		});
		// What follows, follows once the scanner has cleared it.
		if (yard.scanned) await hold(tx, 'films', filmId, by.now);
		else if (isFilm) await enqueue(tx, { kind: 'inspect', subject: filmId, now: by.now });
		else if (slot.form === 'captions') await renderCaptions(tx, filmId, by.now);
		else if (slot.form !== 'other') await renderBare(tx, filmId, by.now);
		await tx
			.update(uploads)
			.set({ state: 'kept', sha256, updatedAt: by.now })
			.where(eq(uploads.id, upload.id));
		await record(tx, by, {
			act: 'upload',
			noun: 'films',
			id: filmId,
			title: personal(upload.originalName, upload.personId),
			after: { entry: entryId, material: materialId, sha256, bytes, form: slot.form }
		});
		return accept({ filmId, fileId });
	});
	if (!kept.ok) await storage.remove(key);
	return kept;
}
