import { randomBytes } from 'node:crypto';
import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Declared } from '$lib/domain/films/upload';
import type { By, Who } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { Reader } from '../db/open';
import { uploads } from '../db/schema';
import { write } from '../db/write';
import { mayUpload } from './upload-may';
import { fits } from './upload-open';
import { newFilmId } from './yard';
import type { Upload, Yard } from './yard';

const DAY = 86_400_000;

const moments = (all: (number | null)[]) => all.filter((at) => at !== null);
const least = (all: (number | null)[]) => moments(all).sort((a, b) => a - b)[0] ?? null;
const most = (all: (number | null)[]) => moments(all).sort((a, b) => b - a)[0] ?? null;

/** The upload these parts became already: its answer was lost on the way, and it is asked again. */
async function joinedBefore(db: Reader, personId: string, ids: readonly string[]) {
	const parts = await db
		.select({ id: uploads.id, whole: uploads.joinedTo })
		.from(uploads)
		.where(and(eq(uploads.personId, personId), isNotNull(uploads.joinedTo)))
		.orderBy(asc(uploads.place));
	const whole = parts.find(({ id }) => id === ids[0])?.whole;
	const same = parts.filter((part) => part.whole === whole).map(({ id }) => id);
	if (!whole || same.join() !== ids.join()) return null;
	const [row] = await db.select().from(uploads).where(eq(uploads.id, whole));
	return row ?? null;
}

/**
 * Makes one upload of finished parts, in the order they are named. Every part must be the asker’s own,
 * whole, of the same entry and material, and in no other upload. Asked again it says the same.
 */
export async function joinUploads(
	yard: Yard,
	by: By & { who: Who },
	declared: Declared,
	ids: readonly string[]
): Promise<Ruled<Upload>> {
	const { entryId, materialId, replaces } = declared;
	return write(yard.db, async (tx) => {
		const whole = await joinedBefore(tx, by.who.id, ids);
		if (whole) return accept(whole);
		const may = await mayUpload(tx, by.who, entryId, materialId, by.now);
		const found = await tx
			.select()
			.from(uploads)
			.where(
				and(
					inArray(uploads.id, [...ids]),
					eq(uploads.personId, by.who.id),
					eq(uploads.entryId, entryId),
					eq(uploads.materialId, materialId),
					eq(uploads.partial, true),
					isNull(uploads.joinedTo)
				)
			);
		// What was under way at the close may end in the grace after it.
		const still = may.ok ? may : await mayUpload(tx, by.who, entryId, materialId, by.now, found);
		if (!still.ok) return still;
		if (found.length !== ids.length) return refuse({ field: 'parts', reason: 'missing' });
		if (found.some(({ state }) => state !== 'complete'))
			return refuse({ field: 'parts', reason: 'unfinished' });
		const length = found.reduce((sum, part) => sum + part.length!, 0);
		const unfit = await fits(tx, still.value, { materialId, replaces, length });
		if (unfit) return refuse(unfit);
		const id = randomBytes(16).toString('hex');
		const [row] = await tx
			.insert(uploads)
			.values({
				id,
				personId: by.who.id,
				entryId,
				editionId: still.value.editionId,
				materialId,
				originalName: declared.name,
				claimedType: declared.type,
				claimedSha256: declared.sha256,
				fingerprint: declared.fingerprint,
				replaces,
				length,
				offset: length,
				state: 'complete',
				filmId: newFilmId(by.now),
				expiresAt: by.now + still.value.plan.uploadDays * DAY,
				firstAt: least(found.map(({ firstAt }) => firstAt)),
				lastAt: most(found.map(({ lastAt }) => lastAt)),
				createdAt: least(found.map(({ createdAt }) => createdAt)) ?? by.now,
				updatedAt: by.now
			})
			.returning();
		for (const [place, part] of ids.entries())
			await tx
				.update(uploads)
				.set({ joinedTo: id, place, state: 'ended', updatedAt: by.now })
				.where(eq(uploads.id, part));
		return accept(row!);
	});
}
