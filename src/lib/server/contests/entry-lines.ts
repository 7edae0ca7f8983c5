import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { EntryContent } from '$lib/domain/contests/entry';
import type { EntryVerdict, TwinState } from '$lib/domain/contests/filter-entries';
import type { Plan } from '$lib/domain/contests/plan';
import type { FilmFacts } from '$lib/domain/films/facts';
import { judge } from '$lib/domain/films/judge';
import type { Db, Reader, Tx } from '../db/open';
import { editions, entries, entryFiles, entryLines, entryVersions, films } from '../db/schema';
import { write } from '../db/write';
import { makeSearchable } from './search-entries';

/** Entries per statement. */
const BATCH = 200;

/** What a line says of one entry that no column of `entries` does. */
interface Judged {
	verdict: EntryVerdict;
	twins: TwinState;
	late: 'yes' | 'no';
}

/**
 * Makes an entry stand in the office's list and be found by the words it has now; call it in the
 * transaction that submits or rewords it. Whoever forgets is caught up with before the next list.
 * @param id id of the entry
 */
export async function makeEntryFindable(tx: Tx, id: string): Promise<void> {
	await freshen(tx, await tx.select(marked).from(entryLines).where(eq(entryLines.entryId, id)));
}

const marked = { row: entryLines.row, entryId: entryLines.entryId, stale: entryLines.stale };
type Marked = { row: number; entryId: string; stale: number };

/** Brings the lines of an edition up to date where films, rules or words changed; of all without one. */
export async function freshenLines(db: Db, editionId?: string): Promise<void> {
	const which = and(
		sql`${entryLines.stale} <> 0`,
		editionId === undefined ? undefined : eq(entryLines.editionId, editionId)
	);
	for (;;) {
		const rows = await db.select(marked).from(entryLines).where(which).limit(BATCH);
		if (!rows.length) return;
		await write(db, (tx) => freshen(tx, rows));
	}
}

async function freshen(tx: Tx, rows: readonly Marked[]): Promise<void> {
	if (!rows.length) return;
	const ids = rows.map(({ entryId }) => entryId);
	const judged = await judgeAll(tx, ids);
	const told = JSON.stringify(
		rows.flatMap(({ row, entryId }) => {
			const one = judged.get(entryId);
			return one ? [[row, one.verdict, one.twins, one.late]] : [];
		})
	);
	await tx.run(
		sql`UPDATE entry_lines SET verdict = said.value ->> '$[1]', twins = said.value ->> '$[2]', late = said.value ->> '$[3]', stale = 0
			FROM json_each(${told}) AS said WHERE entry_lines.row = said.value ->> '$[0]'`
	);
	const reworded = rows.filter(({ stale }) => stale & 2).map(({ entryId }) => entryId);
	if (reworded.length) await makeSearchable(tx, reworded);
}

/** A file of an entry's newest version. */
interface VersionFile {
	entryId: string;
	fileId: string;
	materialId: string;
	name: string;
	filmId: string;
	form: (typeof films.$inferSelect)['form'];
	state: (typeof films.$inferSelect)['state'];
	facts: FilmFacts | null;
}

/**
 * The files that belong to the version of each entry that was submitted last: what its people have
 * done since is theirs until they submit it.
 */
export async function versionFiles(db: Reader, ids: readonly string[]): Promise<VersionFile[]> {
	const rows = await db
		.select({
			entryId: entryFiles.entryId,
			fileId: entryFiles.id,
			materialId: entryFiles.materialId,
			name: entryFiles.originalName,
			removedAt: entryFiles.removedAt,
			filmId: films.id,
			form: films.form,
			state: films.state,
			facts: films.facts
		})
		.from(entryFiles)
		.innerJoin(films, eq(films.id, entryFiles.filmId))
		.where(inArray(entryFiles.entryId, [...ids]))
		.orderBy(entryFiles.position, entryFiles.addedAt, entryFiles.id);
	const versions = new Map(
		(
			await db
				.select({ id: entries.id, files: entryVersions.files })
				.from(entries)
				.innerJoin(
					entryVersions,
					and(eq(entryVersions.entryId, entries.id), eq(entryVersions.number, entries.version))
				)
				.where(inArray(entries.id, [...ids]))
		).map(({ id, files }) => [id, new Set(files)])
	);
	return rows.flatMap(({ removedAt, ...file }) => {
		const of = versions.get(file.entryId);
		return (of ? of.has(file.fileId) : removedAt === null) ? [file] : [];
	});
}

async function judgeAll(db: Reader, ids: readonly string[]): Promise<Map<string, Judged>> {
	const rows = await db
		.select({
			id: entries.id,
			categoryId: entries.categoryId,
			submittedAt: entries.submittedAt,
			editionId: entries.editionId
		})
		.from(entries)
		.where(inArray(entries.id, [...ids]));
	const held = await db
		.select({ id: editions.id, plan: editions.plan, closesAt: editions.closesAt })
		.from(editions)
		.where(inArray(editions.id, [...new Set(rows.map(({ editionId }) => editionId))]));
	const edition = new Map(held.map((one) => [one.id, one]));
	const files = new Map<string, VersionFile[]>();
	for (const file of await versionFiles(db, ids))
		files.set(file.entryId, [...(files.get(file.entryId) ?? []), file]);
	const alike = await twinStatesOf(db, ids);
	return new Map(
		rows.map(({ id, categoryId, submittedAt, editionId }) => {
			const { plan, closesAt } = edition.get(editionId)!;
			const late = closesAt !== null && submittedAt !== null && submittedAt >= closesAt;
			return [
				id,
				{
					verdict: verdictOf(plan, categoryId, files.get(id) ?? []),
					twins: alike.get(id) ?? 'none',
					late: late ? 'yes' : 'no'
				}
			];
		})
	);
}

/** The worst that the rules of the category say about any film of an entry. */
function verdictOf(
	plan: Plan | null,
	categoryId: string,
	files: readonly Pick<VersionFile, 'form' | 'state' | 'facts'>[]
): EntryVerdict {
	const limits = plan?.categories.find(({ id }) => id === categoryId)?.film;
	const sent = files.filter(({ form }) => form === 'film');
	if (!limits || !sent.length) return 'none';
	const captions = files.some(({ form }) => form === 'captions');
	const said = sent.map(({ state, facts }): EntryVerdict => {
		if (state === 'unusable') return 'fail';
		if (!facts) return 'waiting';
		const results = judge(limits, facts, { captions }).map(({ result }) => result);
		return results.includes('fail') ? 'fail' : results.includes('warn') ? 'warn' : 'pass';
	});
	return (['fail', 'waiting', 'warn'] as const).find((one) => said.includes(one)) ?? 'pass';
}

/** What was said about films of entries that are like films of others. */
async function twinStatesOf(db: Reader, ids: readonly string[]): Promise<Map<string, TwinState>> {
	const rows = await db
		.select({
			id: entryFiles.entryId,
			open: sql<number>`sum(twins.settled IS NULL)`,
			copies: sql<number>`sum(twins.settled IS 'copy')`
		})
		.from(entryFiles)
		.innerJoin(
			sql`twins`,
			sql`twins.film_id = ${entryFiles.filmId} OR twins.other_id = ${entryFiles.filmId}`
		)
		.where(and(inArray(entryFiles.entryId, [...ids]), isNull(entryFiles.removedAt)))
		.groupBy(entryFiles.entryId);
	return new Map(
		rows.map(({ id, open, copies }) => [id, open ? 'open' : copies ? 'copy' : 'settled'])
	);
}

/** The words of the newest version of entries, as submitted; the working draft where none is kept. */
export async function submittedContents(
	db: Reader,
	ids: readonly string[]
): Promise<Map<string, EntryContent>> {
	const rows = await db
		.select({ id: entries.id, draft: entries.content, content: entryVersions.content })
		.from(entries)
		.leftJoin(
			entryVersions,
			and(eq(entryVersions.entryId, entries.id), eq(entryVersions.number, entries.version))
		)
		.where(inArray(entries.id, [...ids]));
	return new Map(rows.map(({ id, draft, content }) => [id, content ?? draft]));
}
