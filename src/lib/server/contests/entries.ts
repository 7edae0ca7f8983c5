import { and, desc, eq, gte, inArray, isNotNull, or, sql } from 'drizzle-orm';
import { categoryOf } from '$lib/domain/contests/entry-ask';
import type { HeldFile } from '$lib/domain/contests/missing';
import type { Beats, Window } from '$lib/domain/contests/dates';
import type { EntryRole, EntryStanding, Occasion } from '$lib/domain/contests/entry-law';
import type { Plan } from '$lib/domain/contests/plan';
import type { Who } from '$lib/domain/people/who';
import type { Reader } from '../db/open';
import { accessCodes, contests, editions, entries, uploads } from '../db/schema';

export type EntryRow = typeof entries.$inferSelect;
export type EditionRow = typeof editions.$inferSelect;

/** An entry with everything that decides about it, as one of its people opens it. */
export interface Opened {
	entry: EntryRow;
	role: Extract<EntryRole, 'owner' | 'editor'>;
	edition: EditionRow;
	contest: typeof contests.$inferSelect;
	plan: Plan;
	/** Until when an access code lets it in; null without a good one. */
	late: number | null;
}

/** Whether the entry of the row asked for is somebody’s: opened by them, or shared with them. */
const isOf = (personId: string) =>
	or(
		eq(entries.ownerId, personId),
		sql`EXISTS (SELECT 1 FROM entry_editors e WHERE e.entry_id = entries.id AND e.person_id = ${personId})`
	);

/** An entry for one of its people; null for everybody else, whatever id they know. */
export async function entryFor(db: Reader, who: Who | null, id: string): Promise<Opened | null> {
	if (!who) return null;
	const [row] = await db
		.select({ entry: entries, edition: editions, contest: contests })
		.from(entries)
		.innerJoin(editions, eq(editions.id, entries.editionId))
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.where(and(eq(entries.id, id), isOf(who.id)));
	const plan = row?.edition.plan;
	if (!row || !plan) return null;
	return {
		...row,
		plan,
		role: row.entry.ownerId === who.id ? 'owner' : 'editor',
		late: await lateUntil(db, row.entry.accessCode)
	};
}

/** Until when an access code of the office is good; null for none, and for one taken back. */
async function lateUntil(db: Reader, codeId: string | null): Promise<number | null> {
	if (!codeId) return null;
	const [code] = await db
		.select({ expiresAt: accessCodes.expiresAt, revokedAt: accessCodes.revokedAt })
		.from(accessCodes)
		.where(eq(accessCodes.id, codeId));
	return code && code.revokedAt === null ? code.expiresAt : null;
}

/** The columns of an edition that say when something may come in. */
export const windowOf = ({
	state,
	opensAt,
	closesAt,
	graceMinutes,
	correctUntil
}: EditionRow): Window => ({ state, opensAt, closesAt, graceMinutes, correctUntil });

export const standingOf = (entry: EntryRow): EntryStanding => ({
	state: entry.state,
	channel: entry.channel,
	number: entry.number,
	correctBy: entry.correctBy,
	recommended: entry.recommended,
	mayShow: entry.publicConsentAt !== null,
	released: entry.releasedAt !== null
});

/**
 * Uploads of a film that is asked for, still under way or come in only after the close. Whoever had
 * everything there in time needed no grace; a poster, a film that may be left out, and a broken upload
 * give none.
 */
function filmsComing(
	db: Reader,
	{ entry, edition, plan }: Pick<Opened, 'entry' | 'edition' | 'plan'>
): Promise<Beats[]> {
	const slots = categoryOf(plan, entry.categoryId)?.materials ?? [];
	return db
		.select({ firstAt: uploads.firstAt, lastAt: uploads.lastAt })
		.from(uploads)
		.where(
			and(
				eq(uploads.entryId, entry.id),
				isNotNull(uploads.firstAt),
				inArray(
					uploads.materialId,
					slots.filter(({ kind, required }) => kind === 'film' && required).map(({ id }) => id)
				),
				or(
					inArray(uploads.state, ['open', 'complete']),
					and(eq(uploads.state, 'kept'), gte(uploads.updatedAt, edition.closesAt ?? 0))
				)
			)
		);
}

/** What the edition says about an entry at a moment. */
export async function occasionOf(
	db: Reader,
	{ entry, edition, plan, late }: Pick<Opened, 'entry' | 'edition' | 'plan' | 'late'>,
	now: number
): Promise<Occasion> {
	return {
		window: windowOf(edition),
		now,
		chain: plan.channels.unit.chain,
		showing: plan.showing,
		resultsAt: plan.dates.resultsAt,
		arriving: {
			openedAt: entry.createdAt,
			uploads: await filmsComing(db, { entry, edition, plan }),
			late
		}
	};
}

/** What the list of one’s entries shows of each. */
interface OwnEntry {
	entry: EntryRow;
	edition: EditionRow;
	contest: typeof contests.$inferSelect;
	mine: boolean;
}

/** Every entry somebody opened or was asked into, the one changed last first. */
export async function entriesOf(db: Reader, who: Who): Promise<OwnEntry[]> {
	const rows = await db
		.select({ entry: entries, edition: editions, contest: contests })
		.from(entries)
		.innerJoin(editions, eq(editions.id, entries.editionId))
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.where(isOf(who.id))
		.orderBy(desc(entries.updatedAt), desc(entries.id));
	return rows.map((row) => ({ ...row, mine: row.entry.ownerId === who.id }));
}

export type { HeldFile };
export { copyEntry, openEntry } from './entry-open';
export { saveEntry } from './drafts';
export { submitEntry } from './submit';
export { discardEntry, withdrawEntry } from './entry-withdraw';
export { filesOf, removeFile } from './entry-files';
