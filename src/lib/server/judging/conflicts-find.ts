import { createHmac } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { and, asc, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { EntryContent } from '$lib/domain/contests/entry';
import {
	conflictsBetween,
	keyedEntry,
	keyedJuror,
	partnersOf,
	phoneKey
} from '$lib/domain/judging/conflicts';
import type { EntryPeople, JurorPeople } from '$lib/domain/judging/conflicts';
import type { ConflictKind } from '$lib/domain/judging/state';
import type { Reader, Tx } from '../db/open';
import { insertMany } from '../db/insert';
import { inPages } from '../db/pages';
import {
	conflicts,
	entries,
	entryEditors,
	entryVersions,
	grants,
	jurors,
	jurorTies,
	newId,
	people
} from '../db/schema';
import { keyFor } from '../keys';

/** A telephone number as conflicts compare it: whoever reads the table cannot dial it. */
export function phoneDigest(phone: string): string {
	const key = phoneKey(phone);
	return key && createHmac('sha256', keyFor('juror phones')).update(key).digest('hex');
}

interface Sent {
	people: EntryPeople;
	editionId: string;
	standing: boolean;
}

/** Entries read, and jurors compared with all of them, before others get a turn. */
const PAGE = 200;
const SOME = 8;

interface Line {
	id: string;
	editionId: string;
	state: (typeof entries.$inferSelect)['state'];
	ownerId: string | null;
	town: string | null;
	content: string;
}

/**
 * Everybody of every entry that ever had a number: with whom somebody made an earlier film, entries of
 * other editions say. Those of one edition are among them.
 */
async function allPeople(db: Reader): Promise<Sent[]> {
	const editors = new Map<string, string[]>();
	for (const { entryId, personId } of await db.select().from(entryEditors))
		editors.set(entryId, [...(editors.get(entryId) ?? []), personId]);
	const digests = new Map<string, string>();
	const digest = (phone: string): string => {
		const known = digests.get(phone) ?? phoneDigest(phone);
		digests.set(phone, known);
		return known;
	};
	const keyed = ({ id, editionId, state, ownerId, town, content }: Line): Sent => {
		const { crew, contact, unit, town: said } = JSON.parse(content) as EntryContent;
		const phones = [contact?.phone, ...crew.map(({ guardian }) => guardian?.phone)];
		return {
			editionId,
			standing: state !== 'draft' && state !== 'withdrawn',
			people: keyedEntry({
				id,
				accounts: [...(ownerId ? [ownerId] : []), ...(editors.get(id) ?? [])],
				emails: contact ? [contact.email] : [],
				phones: phones.flatMap((phone) => (phone && digest(phone)) || []),
				names: [...crew.map(({ name }) => name), contact?.name ?? ''],
				unit,
				town: town ?? said
			})
		};
	};
	const all: Sent[] = [];
	for await (const rows of inPages<Line>(PAGE, (after) =>
		db
			.select({
				id: entries.id,
				editionId: entries.editionId,
				state: entries.state,
				ownerId: entries.ownerId,
				town: entries.town,
				content: sql<string>`coalesce(entry_versions.content, entries.content)`
			})
			.from(entries)
			.leftJoin(
				entryVersions,
				and(eq(entryVersions.entryId, entries.id), eq(entryVersions.number, entries.version))
			)
			.where(and(isNotNull(entries.number), gt(entries.id, after?.id ?? '')))
			.orderBy(asc(entries.id))
			.limit(PAGE)
	))
		all.push(...rows.map(keyed));
	return all;
}

/** What is known of the jurors of an edition: their account, what they manage, what they declared. */
async function jurorsKnown(db: Reader, editionId: string): Promise<JurorPeople[]> {
	const rows = await db
		.select({
			id: jurors.id,
			personId: jurors.personId,
			name: people.name,
			email: people.email
		})
		.from(jurors)
		.leftJoin(people, eq(people.id, jurors.personId))
		.where(eq(jurors.editionId, editionId));
	const ids = rows.map(({ id }) => id);
	const accounts = rows.flatMap(({ personId }) => personId ?? []);
	const ties = await db.select().from(jurorTies).where(inArray(jurorTies.jurorId, ids));
	const scopes = await db
		.select()
		.from(grants)
		.where(and(inArray(grants.personId, accounts), isNotNull(grants.scopeKind)));
	return rows.map((row) => {
		const scoped = (kind: string) =>
			scopes.flatMap(({ personId, scopeKind, scopeId }) =>
				personId === row.personId && scopeKind === kind && scopeId ? [scopeId] : []
			);
		return keyedJuror({
			...row,
			units: scoped('organization'),
			towns: scoped('town'),
			ties: ties.filter(({ jurorId }) => jurorId === row.id)
		});
	});
}

/**
 * Looks for reasons why jurors of an edition have to stand apart from its entries and keeps the new
 * ones; what was found before, or lifted, stays as it is.
 * @param only the one entry whose people changed; all when left out
 * @returns how many are new
 */
export async function findConflicts(
	tx: Tx,
	editionId: string,
	now: number,
	only: string | null = null
): Promise<number> {
	const all = await allPeople(tx);
	const here = all.filter(
		(one) => one.editionId === editionId && one.standing && (!only || one.people.id === only)
	);
	const everybody = all.map((one) => one.people);
	const known = new Set(
		(
			await tx
				.select({ j: conflicts.jurorId, e: conflicts.entryId, k: conflicts.kind })
				.from(conflicts)
				.where(and(eq(conflicts.editionId, editionId), eq(conflicts.source, 'found')))
		).map(({ j, e, k }) => `${j} ${e} ${k}`)
	);
	const rows: { jurorId: string; entryId: string; kind: ConflictKind }[] = [];
	for (const [at, juror] of (await jurorsKnown(tx, editionId)).entries()) {
		if (at % SOME === SOME - 1) await nextTurn();
		const partners = partnersOf(juror, everybody);
		for (const { people: entry } of here)
			for (const kind of conflictsBetween(juror, entry, partners, { town: true }))
				if (!known.has(`${juror.id} ${entry.id} ${kind}`))
					rows.push({ jurorId: juror.id, entryId: entry.id, kind });
	}
	await insertMany(
		tx,
		conflicts,
		rows.map((row) => ({ id: newId(now), editionId, ...row, source: 'found', at: now }))
	);
	return rows.length;
}

/** Everything that keeps jurors of an edition from entries now. */
const standing = (db: Reader, editionId: string) =>
	db
		.select()
		.from(conflicts)
		.where(and(eq(conflicts.editionId, editionId), isNull(conflicts.liftedAt)));

/** Pairs of entry and juror that a round keeps apart, as `entry juror`; towns only where it says so. */
export async function wallOf(
	db: Reader,
	{ editionId, plan }: { editionId: string; plan: { townConflict: boolean } }
): Promise<Map<string, ConflictKind>> {
	const rows = await standing(db, editionId);
	return new Map(
		rows.flatMap(({ entryId, jurorId, kind }) =>
			kind === 'town' && !plan.townConflict ? [] : [[`${entryId} ${jurorId}`, kind] as const]
		)
	);
}
