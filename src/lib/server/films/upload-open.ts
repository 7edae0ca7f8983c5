import { randomBytes } from 'node:crypto';
import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Declared } from '$lib/domain/films/upload';
import type { By, Who } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import type { Reader } from '../db/open';
import { entryFiles, uploads } from '../db/schema';
import { write } from '../db/write';
import { makeFolder } from '../storage/durable';
import { promised, takenBy } from './quota';
import { mayUpload } from './upload-may';
import type { Target } from './upload-may';
import { RESERVE } from './yard';
import type { Upload, Yard } from './yard';

const DAY = 86_400_000;
/** Uploads one account may have under way: a few films in parts, not a disk full of beginnings. */
const OPEN = 64;

/** What an upload is to be. */
export interface Wish {
	declared: Declared;
	/** Bytes in all; null while that is not known. */
	length: number | null;
	/** A part of a parallel upload. */
	partial: boolean;
	/** Which of the parts, from 0; null where the browser does not say. */
	place?: number | null;
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

/** Whether so many bytes of one upload are within what somebody may take up in an edition. */
export async function within(
	db: Reader,
	personId: string,
	{ editionId, plan }: Target,
	bytes: number,
	except?: string
): Promise<Refusal | null> {
	const used = await takenBy(db, personId, editionId, except);
	const limit = plan.quotaBytes;
	return used + bytes > limit
		? { field: 'length', reason: 'quota', detail: { limit, used } }
		: null;
}

/** Begins an upload, or says why not. Decided within the write, by the clock handed in. */
export async function openUpload(
	yard: Yard,
	by: By & { who: Who },
	{ declared, length, partial, place = null }: Wish
): Promise<Ruled<Upload>> {
	const { entryId, materialId, replaces } = declared;
	if (length === 0) return refuse({ field: 'length', reason: 'empty' });
	await makeFolder(yard.incoming);
	const free = await yard.free();
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
		const bytes = length ?? slot.maxBytes;
		const over = await within(tx, by.who.id, may.value, bytes);
		if (over) return refuse(over);
		// Said last: how full the disk is, is nobody’s business who may not send.
		if (free - (await promised(tx)) - bytes < RESERVE)
			return refuse({ field: 'length', reason: 'disk' });
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
				place: partial ? place : null,
				expiresAt: by.now + plan.uploadDays * DAY,
				createdAt: by.now,
				updatedAt: by.now
			})
			.returning();
		return accept(row!);
	});
}
