import { createHash, timingSafeEqual } from 'node:crypto';
import { truncate } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { and, eq } from 'drizzle-orm';
import { HEAD, lookAt } from '$lib/domain/films/file-kind';
import type { FilmForm } from '$lib/domain/films/file-kind';
import type { By, Who } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import { uploads } from '../db/schema';
import { write } from '../db/write';
import type { Busy } from './upload-busy';
import type { Disk } from './upload-disk';
import type { Hashes } from './upload-hash';
import { inflow } from './upload-inflow';
import { mayUpload } from './upload-may';
import type { Target } from './upload-may';
import { clear } from './upload-marks';
import type { Marks } from './upload-marks';
import { fits, within } from './upload-open';
import type { Turns } from './upload-turns';
import { newFilmId, pathOf, RESERVE } from './yard';
import type { Upload, Yard } from './yard';

const DAY = 86_400_000;

/** A piece of an upload, as its request announces it. */
export interface Piece {
	offset: number;
	/** Bytes of this piece; null when it does not say. */
	bytes: number | null;
	/** Bytes of the whole upload, said now for the first time. */
	length: number | null;
	/** What the piece is to hash to. */
	checksum: { algorithm: 'sha1' | 'sha256'; digest: Buffer } | null;
	/** SHA-256 of the whole upload, hex, where the browser knows it by now. */
	sha256: string | null;
}

/** How an upload stands after a piece. `refusal` says why it did not go further. */
export interface Received {
	upload: Upload;
	refusal: Refusal | null;
}

/** Marks an upload as refused and takes its bytes off the disk. */
export async function turnDown(yard: Yard, upload: Upload, { reason }: Refusal): Promise<void> {
	await write(yard.db, (tx) =>
		tx
			.update(uploads)
			.set({ state: 'refused', reason, updatedAt: yard.time() })
			.where(eq(uploads.id, upload.id))
	);
	await clear(yard, upload.id);
}

/**
 * The length an upload has, or is given by this piece; or why it may not be given. One that still has
 * not said it counts as long as its place allows by now: the place may have changed since it began.
 */
async function lengthen(yard: Yard, upload: Upload, piece: Piece, target: Target) {
	const { length } = piece;
	if (upload.length !== null && length === null) return accept(upload.length);
	if (length !== null && (upload.length !== null || length < upload.offset || length === 0))
		return refuse<number | null>({ field: 'length', reason: 'length' });
	const { id, personId, materialId, replaces } = upload;
	return write(yard.db, async (tx): Promise<Ruled<number | null>> => {
		const given = { materialId: materialId!, replaces, length: length ?? 0 };
		const unfit =
			(await fits(tx, target, given)) ??
			(await within(tx, personId, target, length ?? target.slot.maxBytes, id));
		if (unfit) return refuse(unfit);
		if (length !== null) await tx.update(uploads).set({ length }).where(eq(uploads.id, id));
		return accept(length);
	});
}

/**
 * Looks at the first bytes of a file while they arrive.
 * @returns what `inflow` shows its pieces to, and how to ask why it was stopped
 */
function looking(form: FilmForm, whole: number | null) {
	let head = Buffer.alloc(0);
	let fault: string | null = null;
	let done = false;
	const look = (pieces: readonly Buffer[]): boolean => {
		if (done) return true;
		head = Buffer.concat([head, ...pieces]).subarray(0, HEAD);
		if (head.length < Math.min(HEAD, whole ?? HEAD)) return true;
		done = true;
		const seen = lookAt(form, head);
		if (!seen.ok) fault = seen.fault;
		return seen.ok;
	};
	return { look, fault: () => fault };
}

/** Little is left of the disk: what arrived is safe, and no more is taken. */
class Full extends Error {
	readonly code = 'ENOSPC';
}

/** What everybody who sends shares. */
interface Quay {
	yard: Yard;
	disk: Disk;
	hashes: Hashes;
	busy: Busy;
	turns: Turns;
	marks: Marks;
}

/** Takes in a piece of an upload that is the asker’s own and open. */
export async function receive(
	{ yard, disk, hashes, busy, turns, marks }: Quay,
	by: By & { who: Who },
	upload: Upload,
	piece: Piece,
	body: Readable
): Promise<Ruled<Received>> {
	const { id, entryId, materialId } = upload;
	const may = await mayUpload(yard.db, by.who, entryId!, materialId!, by.now, [upload]);
	if (!may.ok) return may;
	const { slot, plan } = may.value;
	const given = await lengthen(yard, upload, piece, may.value);
	if (!given.ok) return given;
	const length = given.value;
	const room = (length ?? slot.maxBytes) - piece.offset;
	if (piece.bytes !== null && piece.bytes > room)
		return refuse({ field: 'length', reason: 'too-long', detail: { room } });
	if ((await yard.free()) < RESERVE) return refuse({ field: '', reason: 'disk' });

	const path = pathOf(yard, id);
	const { checksum } = piece;
	const digest = checksum && createHash(checksum.algorithm);
	// The head of a part is the head of a file only in the first one, where the browser says which.
	const first = !upload.partial || upload.place === 0;
	const head = piece.offset === 0 && first ? looking(slot.form, length) : null;
	const expiresAt = by.now + plan.uploadDays * DAY;
	let laid = piece.offset > 0;
	const advance = async (offset: number) => {
		// A new file is there after a power cut only when its folder knows of it.
		if (!laid) await disk.syncFolder(yard.incoming);
		laid = true;
		hashes.follow(id, path, offset);
		const complete = offset === length;
		if (!complete && !piece.sha256) return marks.note(id, offset, expiresAt);
		await write(yard.db, (tx) =>
			tx
				.update(uploads)
				.set({
					offset,
					updatedAt: by.now,
					expiresAt,
					warnedAt: null,
					...marks.beats(id),
					...(piece.sha256 ? { claimedSha256: piece.sha256 } : {}),
					...(complete
						? { state: 'complete', ...(upload.partial ? {} : { filmId: newFilmId(by.now) }) }
						: {})
				})
				.where(and(eq(uploads.id, id), eq(uploads.state, 'open')))
		);
	};
	const { offset, end } = await inflow(body, {
		path,
		from: piece.offset,
		room,
		disk,
		alive: () => {
			busy.alive(id);
			marks.beat(id);
		},
		seen: (pieces) => {
			if (digest) for (const one of pieces) digest.update(one);
			return head?.look(pieces) ?? true;
		},
		// A piece with a checksum counts only once that was compared.
		durable: async (reached) => {
			if (!digest) await advance(reached);
			if (reached !== length && (await yard.free()) < RESERVE) throw new Full();
		},
		turns
	});
	let reached = offset;
	let refusal: Refusal | null = null;
	if (digest) {
		const like = end.as === 'whole' && timingSafeEqual(digest.digest(), checksum.digest);
		if (like) await advance(offset);
		else {
			reached = piece.offset;
			await truncate(path, reached);
			if (end.as === 'whole') refusal = { field: 'checksum', reason: 'checksum' };
		}
	}
	if (end.as === 'failed') {
		hashes.drop(id);
		const full = ['ENOSPC', 'EDQUOT'].includes((end.error as NodeJS.ErrnoException).code ?? '');
		if (!full) throw end.error;
		refusal = { field: '', reason: 'disk' };
	} else if (end.as === 'too-much')
		refusal = { field: 'length', reason: 'too-long', detail: { room } };
	else if (end.as === 'stopped') {
		refusal = { field: 'file', reason: head?.fault() ?? 'unlike' };
		hashes.drop(id);
		await turnDown(yard, upload, refusal);
	}
	const [now] = await yard.db.select().from(uploads).where(eq(uploads.id, id));
	return accept({
		upload: now?.state === 'open' ? { ...now, offset: reached } : (now ?? upload),
		refusal
	});
}
