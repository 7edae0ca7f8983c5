import { randomBytes } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Declared } from '$lib/domain/films/upload';
import type { By, Who } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import type { Reader } from '../db/open';
import { entryFiles, uploads } from '../db/schema';
import { write } from '../db/write';
import { makeFolder } from '../storage/durable';
import { takenBy } from './quota';
import { mayUpload } from './upload-may';
import type { Target } from './upload-may';
import type { Upload, Yard } from './yard';

const DAY = 86_400_000;
/** Uploads one account may have under way: a few films in parts, not a disk full of beginnings. */
const OPEN = 64;
/** Bytes that stay free on the disk, so that the database can go on writing. */
const RESERVE = 1024 ** 3;

/** What an upload is to be. */
export interface Wish {
	declared: Declared;
	/** Bytes in all; null while that is not known. */
	length: number | null;
	/** A part of a parallel upload. */
	partial: boolean;
}

/** Whether one more file of a size fits into its place; the place that it takes over counts as free. */
export async function fits(
	db: Reader,
	{ entryId, slot }: Target,
	{ materialId, replaces, length }: { materialId: string; replaces: string | null; length: number }
): Promise<Refusal | null> {
	if (length > slot.maxBytes)
		return { field: 'length', reason: 'too-large', detail: { limit: slot.maxBytes, length } };
	const there = and(
		eq(entryFiles.entryId, entryId),
		eq(entryFiles.materialId, materialId),
		isNull(entryFiles.removedAt)
	);
	const [row] = await db
		.select({ count: sql<number>`count(*)`.mapWith(Number) })
		.from(entryFiles)
		.where(and(there, replaces ? ne(entryFiles.id, replaces) : undefined));
	return row!.count < slot.max
		? null
		: { field: 'material', reason: 'too-many', detail: { limit: slot.max } };
}

async function room(yard: Yard, bytes: number): Promise<Refusal | null> {
	await makeFolder(yard.incoming);
	const { bavail, bsize } = await statfs(yard.incoming);
	return bavail * bsize - bytes < RESERVE ? { field: 'length', reason: 'disk' } : null;
}

/** Begins an upload, or says why not. Decided within the write, by the clock handed in. */
export async function openUpload(
	yard: Yard,
	by: By & { who: Who },
	{ declared, length, partial }: Wish
): Promise<Ruled<Upload>> {
	const { entryId, materialId, replaces } = declared;
	if (length === 0) return refuse({ field: 'length', reason: 'empty' });
	const full = await room(yard, length ?? 0);
	if (full) return refuse(full);
	return write(yard.db, async (tx) => {
		const may = await mayUpload(tx, by.who, entryId, materialId, by.now);
		if (!may.ok) return may;
		const { plan, slot, editionId } = may.value;
		const unfit = await fits(tx, may.value, { materialId, replaces, length: length ?? 0 });
		if (unfit) return refuse(unfit);
		const [open] = await tx
			.select({ count: sql<number>`count(*)`.mapWith(Number) })
			.from(uploads)
			.where(and(eq(uploads.personId, by.who.id), inArray(uploads.state, ['open', 'complete'])));
		if (open!.count >= OPEN)
			return refuse({ field: '', reason: 'too-many-open', detail: { limit: OPEN } });
		const used = await takenBy(tx, by.who.id, editionId, slot.maxBytes);
		const limit = plan.quotaBytes;
		if (used + (length ?? slot.maxBytes) > limit)
			return refuse({ field: 'length', reason: 'quota', detail: { limit, used } });
		const [row] = await tx
			.insert(uploads)
			.values({
				id: randomBytes(16).toString('hex'),
				personId: by.who.id,
				entryId,
				editionId,
				materialId,
				originalName: declared.name,
				claimedType: declared.type,
				claimedSha256: partial ? null : declared.sha256,
				fingerprint: declared.fingerprint,
				replaces,
				length,
				partial,
				expiresAt: by.now + plan.uploadDays * DAY,
				createdAt: by.now,
				updatedAt: by.now
			})
			.returning();
		return accept(row!);
	});
}
