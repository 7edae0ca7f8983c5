import { and, asc, eq } from 'drizzle-orm';
import type { HeldFile } from '$lib/domain/contests/missing';
import type { Happened } from '$lib/domain/contests/timeline';
import type { Reader } from '../db/open';
import { entryTrace, entryVersions } from '../db/schema';
import type { Opened } from './entries';

/** What happened to an entry, oldest first, as its people may read it: officers are not named. */
export async function pastOf(db: Reader, entryId: string): Promise<(Happened & { id: string })[]> {
	return db
		.select({
			id: entryTrace.id,
			act: entryTrace.act,
			at: entryTrace.at,
			reasons: entryTrace.reasons,
			note: entryTrace.note,
			dueAt: entryTrace.dueAt
		})
		.from(entryTrace)
		.where(eq(entryTrace.entryId, entryId))
		.orderBy(asc(entryTrace.at), asc(entryTrace.id));
}

/** Whether an entry that was submitted holds changes, in words or files, that were not. */
export async function pendingOf(
	db: Reader,
	{ entry }: Pick<Opened, 'entry'>,
	files: readonly Pick<HeldFile, 'id'>[]
): Promise<boolean> {
	if (entry.version === 0 || (entry.state !== 'submitted' && entry.state !== 'returned'))
		return false;
	const [last] = await db
		.select({ content: entryVersions.content, files: entryVersions.files })
		.from(entryVersions)
		.where(and(eq(entryVersions.entryId, entry.id), eq(entryVersions.number, entry.version)));
	return (
		JSON.stringify(last?.content) !== JSON.stringify(entry.content) ||
		JSON.stringify(last?.files) !== JSON.stringify(files.map(({ id }) => id))
	);
}
