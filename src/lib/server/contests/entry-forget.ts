import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { endOf } from '$lib/domain/contests/dates';
import { keptFields } from '$lib/domain/contests/plan';
import type { KeptField, Plan } from '$lib/domain/contests/plan';
import type { Tx } from '../db/open';
import { editions, entries, entryFiles, entryMessages } from '../db/schema';
import { eraseNames } from '../certificates/erase';
import { eraseEntry, eraseFilms } from './entry-erase';

const DAY = 86_400_000;
/** Things that take files with them are deleted so many at a time: a write must stay short. */
const AT_ONCE = 300;

/** Whose data is deleted: that of one entry, or of all of an edition; the ids as SQL. */
const idsOf = {
	edition: (id: string): SQL => sql`SELECT id FROM entries WHERE edition_id = ${id}`,
	entry: (id: string): SQL => sql`SELECT ${id}`
};

/** Where personal values of entries lie: in the entry itself and in each version. */
const places = (ids: SQL) => [
	{ table: sql`entries`, of: sql`id IN (${ids})` },
	{ table: sql`entry_versions`, of: sql`entry_id IN (${ids})` }
];

/** Empties one part of what was written, wherever it still says something; tells how often. */
async function empty(tx: Tx, ids: SQL, path: string, to: string): Promise<number> {
	let count = 0;
	for (const { table, of } of places(ids)) {
		const { rowsAffected } = await tx.run(
			sql`UPDATE ${table} SET content = json_set(content, ${path}, json(${to}))
				WHERE ${of} AND json_extract(content, ${path}) IS NOT NULL
				AND json_extract(content, ${path}) <> ${to}`
		);
		count += rowsAffected;
	}
	return count;
}

async function guardians(tx: Tx, ids: SQL): Promise<number> {
	let count = 0;
	for (const { table, of } of places(ids)) {
		const { rowsAffected } = await tx.run(
			sql`UPDATE ${table} SET content = json_set(content, '$.crew', json((
					SELECT json_group_array(json_set(value, '$.guardian', json('null')))
					FROM json_each(content, '$.crew'))))
				WHERE ${of} AND EXISTS (SELECT 1 FROM json_each(content, '$.crew')
					WHERE json_extract(value, '$.guardian') IS NOT NULL)`
		);
		count += rowsAffected;
	}
	return count;
}

/** What people wrote of themselves and others; each deletion tells how much it deleted. */
const written = {
	contact: async (tx: Tx, ids: SQL) => {
		const gone = await tx
			.delete(entryMessages)
			.where(sql`${entryMessages.entryId} IN (${ids})`)
			.returning({ id: entryMessages.id });
		return gone.length + (await empty(tx, ids, '$.contact', 'null'));
	},
	crew: (tx: Tx, ids: SQL) => empty(tx, ids, '$.crew', '[]'),
	guardian: guardians,
	answers: async (tx: Tx, ids: SQL, plan: Plan) => {
		let count = 0;
		for (const { id, personal } of plan.questions)
			if (personal) count += await empty(tx, ids, `$.answers."${id}"`, 'null');
		return count;
	}
};

const forgetting =
	(kind: keyof typeof written) =>
	(tx: Tx, editionId: string, plan: Plan): Promise<number> =>
		written[kind](tx, idsOf.edition(editionId), plan);

/** What is done for each kind of data when its time is over. */
const forget: Record<KeptField, (tx: Tx, editionId: string, plan: Plan) => Promise<number>> = {
	contact: forgetting('contact'),
	crew: forgetting('crew'),
	guardian: forgetting('guardian'),
	answers: forgetting('answers'),
	drafts: async (tx, editionId) => {
		const old = await tx
			.select({ id: entries.id })
			.from(entries)
			.where(
				and(
					eq(entries.editionId, editionId),
					isNull(entries.number),
					inArray(entries.state, ['draft', 'withdrawn'])
				)
			)
			.limit(AT_ONCE);
		for (const { id } of old) await eraseEntry(tx, id);
		return old.length;
	},
	films: async (tx, editionId) => {
		const held = await tx
			.select({ id: entryFiles.id, filmId: entryFiles.filmId })
			.from(entryFiles)
			.innerJoin(entries, eq(entries.id, entryFiles.entryId))
			// What is shown to the public stays as long as it is shown.
			.where(and(eq(entries.editionId, editionId), isNull(entries.releasedAt)))
			.limit(AT_ONCE);
		const ids = held.map(({ id }) => id);
		if (ids.length) await tx.delete(entryFiles).where(inArray(entryFiles.id, ids));
		await eraseFilms(
			tx,
			held.map(({ filmId }) => filmId)
		);
		return held.length;
	}
};

/** Kinds of data whose words are found by: names of the crew and of whoever is written to. */
const searched: readonly KeptField[] = ['contact', 'crew'];

/**
 * Takes the names of entries out of the search at once, and out of what it keeps beside; its lines
 * are made findable again, by what is left, before the next list of them.
 */
async function unfind(tx: Tx, ids: SQL): Promise<void> {
	const rows = sql`SELECT row FROM entry_lines WHERE entry_id IN (${ids})`;
	await tx.run(sql`DELETE FROM entry_index WHERE rowid IN (${rows})`);
	await tx.run(sql`UPDATE entry_lines SET stale = stale | 2 WHERE entry_id IN (${ids})`);
	// What is deleted from an index stays in its older parts until they are merged.
	await tx.run(sql`INSERT INTO entry_index (entry_index) VALUES ('optimize')`);
}

/**
 * Deletes at once what one entry says of people, in itself and in every version of it: names and
 * guardians of the crew, whom to reach, answers that are personal, what was written to and fro, and the
 * form that was signed. The work, its title and its number stay.
 */
export async function forgetPeopleOf(tx: Tx, entryId: string, plan: Plan): Promise<void> {
	const ids = idsOf.entry(entryId);
	for (const kind of ['contact', 'crew', 'guardian', 'answers'] as const)
		await written[kind](tx, ids, plan);
	// What a certificate certifies stays to be verified; whom it names goes.
	await eraseNames(tx, entryId);
	const forms = plan.categories.flatMap(({ materials }) =>
		materials.filter(({ kind }) => kind === 'form').map(({ id }) => id)
	);
	const signed = await tx
		.delete(entryFiles)
		.where(and(eq(entryFiles.entryId, entryId), inArray(entryFiles.materialId, forms)))
		.returning({ filmId: entryFiles.filmId });
	await eraseFilms(
		tx,
		signed.map(({ filmId }) => filmId)
	);
	await unfind(tx, ids);
}

/**
 * Deletes what the plans of editions that are over say is to be deleted by now, in entries and in the
 * versions that were submitted. Numbers, titles and what was decided stay: they are the history of the
 * contest.
 * @returns how much was deleted
 */
export async function forgetEntries(tx: Tx, now: number): Promise<number> {
	const rows = await tx
		.select({ id: editions.id, plan: editions.plan })
		.from(editions)
		.where(isNotNull(editions.plan));
	let gone = 0;
	for (const { id, plan } of rows) {
		const end = plan && endOf(plan.dates);
		if (!plan || end === null) continue;
		for (const kind of keptFields) {
			const days = plan.retention[kind];
			if (days === undefined || now < end + days * DAY) continue;
			const count = await forget[kind](tx, id, plan);
			if (count && searched.includes(kind)) await unfind(tx, idsOf.edition(id));
			gone += count;
		}
	}
	return gone;
}
