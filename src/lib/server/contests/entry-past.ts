import { and, asc, desc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { EntryContent } from '$lib/domain/contests/entry';
import type { Reader } from '../db/open';
import {
	agreements,
	editions,
	entries,
	entryOpinions,
	entryTrace,
	people,
	recommendations,
	statements
} from '../db/schema';
import { hintsFor } from '../films/twins/hints';
import type { OfficeEntry } from './list';
import { entriesOfName } from './search-entries';

/** Entries of the same people, and what they have in common; drafts are nobody’s business. */
export async function previousOf(db: Reader, { entry }: OfficeEntry, content: EntryContent) {
	const common = new Map<string, Set<string>>();
	const note = (id: string, kind: string) =>
		common.set(id, (common.get(id) ?? new Set()).add(kind));
	for (const { kind, entryIds } of await hintsFor(db, entry.id))
		for (const id of entryIds) note(id, kind);
	if (entry.ownerId)
		for (const { id } of await db
			.select({ id: entries.id })
			.from(entries)
			.where(
				and(eq(entries.ownerId, entry.ownerId), ne(entries.id, entry.id), isNotNull(entries.number))
			)
			.limit(50))
			note(id, 'account');
	const names = [...new Set(content.crew.map(({ name }) => name))].slice(0, 12);
	for (const name of names) {
		const rows = await entriesOfName(db, name);
		if (!rows.length) continue;
		for (const { id } of await db
			.select({ id: entries.id })
			.from(entries)
			.where(and(inArray(entries.row, rows), ne(entries.id, entry.id))))
			note(id, 'name');
	}
	if (!common.size) return [];
	const rows = await db
		.select({
			...{ id: entries.id, number: entries.number, title: entries.title, state: entries.state },
			submittedAt: entries.submittedAt,
			editionZh: editions.titleZh,
			editionEn: editions.titleEn,
			same: sql<boolean>`${entries.editionId} = ${entry.editionId}`.mapWith(Boolean)
		})
		.from(entries)
		.innerJoin(editions, eq(editions.id, entries.editionId))
		.where(and(inArray(entries.id, [...common.keys()]), isNotNull(entries.number)))
		.orderBy(desc(entries.submittedAt))
		.limit(30);
	return rows.map((row) => ({ ...row, common: [...common.get(row.id)!] }));
}

const officer = alias(people, 'officer');

/** What happened to an entry, oldest first, with the names of officers. */
export const traceOf = (db: Reader, id: string) =>
	db
		.select({
			...{ id: entryTrace.id, act: entryTrace.act, state: entryTrace.state, at: entryTrace.at },
			...{ version: entryTrace.version, reasons: entryTrace.reasons, note: entryTrace.note },
			dueAt: entryTrace.dueAt,
			by: officer.name
		})
		.from(entryTrace)
		.leftJoin(officer, eq(officer.id, entryTrace.personId))
		.where(eq(entryTrace.entryId, id))
		.orderBy(asc(entryTrace.at), asc(entryTrace.id));

/** What officers said of the version that waits, with their names: they have to talk. */
export const opinionsOf = (db: Reader, { id, version }: OfficeEntry['entry']) =>
	db
		.select({
			...{ personId: entryOpinions.personId, verdict: entryOpinions.verdict },
			...{ reasons: entryOpinions.reasons, note: entryOpinions.note, at: entryOpinions.at },
			by: officer.name
		})
		.from(entryOpinions)
		.leftJoin(officer, eq(officer.id, entryOpinions.personId))
		.where(and(eq(entryOpinions.entryId, id), eq(entryOpinions.version, version)))
		.orderBy(asc(entryOpinions.at));

/** Which statements were agreed to, in which wording. */
export const agreedTo = (db: Reader, id: string) =>
	db
		.select({ key: statements.key, version: statements.version, at: agreements.at })
		.from(agreements)
		.innerJoin(statements, eq(statements.id, agreements.statementId))
		.where(eq(agreements.entryId, id))
		.orderBy(asc(agreements.at));

/** What the bodies of the chain said. */
export const recommendedBy = (db: Reader, id: string) =>
	db
		.select({
			...{ level: recommendations.level, body: recommendations.body, at: recommendations.at },
			...{ verdict: recommendations.verdict, note: recommendations.note }
		})
		.from(recommendations)
		.where(eq(recommendations.entryId, id))
		.orderBy(asc(recommendations.at));
