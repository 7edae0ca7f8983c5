import { and, eq, gt, isNull } from 'drizzle-orm';
import { mayCorrect, maySubmit } from '$lib/domain/contests/dates';
import type { Beats } from '$lib/domain/contests/dates';
import type { Plan } from '$lib/domain/contests/plan';
import { slotOf } from '$lib/domain/films/upload-slot';
import type { Slot } from '$lib/domain/films/upload-slot';
import type { Who } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { Reader } from '../db/open';
import { accessCodes, editions, entries, entryEditors } from '../db/schema';

/** What somebody may send files into, as it stands now. */
export interface Target {
	entryId: string;
	editionId: string;
	plan: Plan;
	title: string;
	slot: Slot;
}

const missing = refuse({ field: 'entry', reason: 'missing' });

/** Whether an entry is somebody’s to write: the owner’s, and of those who work on it too. */
async function writes(db: Reader, personId: string, entryId: string, ownerId: string | null) {
	if (ownerId === personId) return true;
	const [editor] = await db
		.select({ id: entryEditors.personId })
		.from(entryEditors)
		.where(and(eq(entryEditors.entryId, entryId), eq(entryEditors.personId, personId)));
	return !!editor;
}

/** Until when the code an entry holds lets it in late; null without one. */
async function lateUntil(db: Reader, code: string | null, now: number): Promise<number | null> {
	if (code === null) return null;
	const [row] = await db
		.select({ until: accessCodes.expiresAt })
		.from(accessCodes)
		.where(
			and(eq(accessCodes.id, code), isNull(accessCodes.revokedAt), gt(accessCodes.expiresAt, now))
		);
	return row?.until ?? null;
}

/**
 * Whether somebody may send a file for a material of an entry. Somebody else’s entry is answered as
 * one that does not exist.
 * @param coming when bytes of it came, for one under way: that may end in the grace after the close
 */
export async function mayUpload(
	db: Reader,
	who: Pick<Who, 'id'>,
	entryId: string,
	materialId: string,
	now: number,
	coming: readonly Beats[] = []
): Promise<Ruled<Target>> {
	const [row] = await db
		.select({ entry: entries, edition: editions })
		.from(entries)
		.innerJoin(editions, eq(editions.id, entries.editionId))
		.where(eq(entries.id, entryId));
	if (!row?.edition.plan) return missing;
	const { entry, edition } = row;
	const { plan } = edition;
	if (!plan || !(await writes(db, who.id, entryId, entry.ownerId))) return missing;
	const late = await lateUntil(db, entry.accessCode, now);
	const open =
		entry.state === 'draft'
			? maySubmit(edition, now, { openedAt: entry.createdAt, uploads: coming, late })
			: entry.state === 'submitted' || entry.state === 'returned'
				? mayCorrect(edition, now, entry)
				: refuse<true>({ field: 'entry', reason: 'decided' });
	if (!open.ok) return open;
	const slot = slotOf(plan, entry.categoryId, materialId);
	if (!slot) return refuse({ field: 'material', reason: 'missing' });
	return accept({ entryId, editionId: edition.id, plan, title: entry.title, slot });
}
