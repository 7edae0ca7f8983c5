import { and, eq, isNull, notInArray, or, sql } from 'drizzle-orm';
import { nameKey, sameName } from '$lib/domain/judging/conflicts';
import { unitKey } from '$lib/domain/contests/unit-name';
import type { EntryContent } from '$lib/domain/contests/entry';
import { scopesOf } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import type { Reader } from '../db/open';
import { conflicts, entries, entryEditors, entryVersions, jurors } from '../db/schema';
import type { RoundRow } from './results';

/** The words an entry was submitted with; the draft where no version is kept. */
const submitted = sql<string>`coalesce(entry_versions.content, entries.content)`;

/**
 * Entries of an edition that somebody has a stake in: opened or edited, named as contact or in the
 * crew, or sent by the organization they manage. Drafts and withdrawn ones are in nobody’s way.
 * @returns ids
 */
export async function ownEntries(
	db: Reader,
	who: Pick<Who, 'id' | 'name' | 'email' | 'grants'>,
	editionId: string
): Promise<string[]> {
	const mail = who.email.toLowerCase();
	const key = nameKey(who.name);
	const units = scopesOf(who as Who).flatMap(({ kind, id }) =>
		kind === 'organization' ? [unitKey(id)] : []
	);
	const rows = await db
		.select({
			id: entries.id,
			ownerId: entries.ownerId,
			editor: entryEditors.personId,
			content: submitted
		})
		.from(entries)
		.leftJoin(
			entryVersions,
			and(eq(entryVersions.entryId, entries.id), eq(entryVersions.number, entries.version))
		)
		.leftJoin(
			entryEditors,
			and(eq(entryEditors.entryId, entries.id), eq(entryEditors.personId, who.id))
		)
		.where(
			and(
				eq(entries.editionId, editionId),
				notInArray(entries.state, ['draft', 'withdrawn']),
				// Only what may be meant is read; whether it is, is decided below.
				or(
					eq(entries.ownerId, who.id),
					sql`${entryEditors.personId} IS NOT NULL`,
					sql`instr(lower(${submitted}), ${mail}) > 0`,
					key.length > 1 ? likeName(key) : undefined,
					units.length ? sql`${entries.unit} IS NOT NULL` : undefined
				)
			)
		);
	return rows.flatMap(({ id, ownerId, editor, content }) => {
		const { crew, contact, unit } = JSON.parse(content) as EntryContent;
		const own =
			ownerId === who.id ||
			editor !== null ||
			contact?.email.trim().toLowerCase() === mail ||
			[...crew.map(({ name }) => name), contact?.name ?? ''].some((name) =>
				sameName(name, who.name)
			) ||
			(!!unit && units.includes(unitKey(unit)));
		return own ? [id] : [];
	});
}

/** All characters of a name stand in the words of an entry, in its order. */
const likeName = (key: string) =>
	sql`${submitted} LIKE ${`%${[...key].map((one) => one.replace(/[%_]/g, '')).join('%')}%`}`;

/**
 * Whether somebody has to stand apart from an edition: whoever has an entry in it sees no score,
 * average, rank or order before it is released, whatever their office.
 */
export const standsApart = async (
	db: Reader,
	who: Who | null,
	editionId: string
): Promise<boolean> => who === null || (await ownEntries(db, who, editionId)).length > 0;

/** Whether somebody is of the jury of an edition, or was: whoever left may come back. */
const judges = async (db: Reader, who: Who, editionId: string): Promise<boolean> =>
	(await db.$count(jurors, and(eq(jurors.editionId, editionId), eq(jurors.personId, who.id)))) > 0;

/**
 * Why somebody of the office sees no score of a round: an entry of their own until it is released, a
 * seat in the jury while scores are still given. Null where they may.
 */
export async function whyNoScores(
	db: Reader,
	who: Who | null,
	{ state, editionId }: Pick<RoundRow, 'state' | 'editionId'>
): Promise<'stands-apart' | 'judges' | null> {
	if (state === 'released') return null;
	if (!who || (await standsApart(db, who, editionId))) return 'stands-apart';
	return state !== 'closed' && (await judges(db, who, editionId)) ? 'judges' : null;
}

/** Whether somebody of the office stands apart from one entry, as a juror who may not judge it. */
export const isWalled = async (db: Reader, who: Who, entryId: string): Promise<boolean> =>
	(
		await db
			.select({ id: conflicts.id })
			.from(conflicts)
			.innerJoin(jurors, eq(jurors.id, conflicts.jurorId))
			.where(
				and(eq(conflicts.entryId, entryId), eq(jurors.personId, who.id), isNull(conflicts.liftedAt))
			)
			.limit(1)
	).length > 0;
