import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { allEntries } from '$lib/domain/contests/filter-entries';
import { emptyDb, NOON } from '$tests/make';
import { anEdition, anEntry } from '$tests/contests';
import { sample } from '$tests/people';
import { freshenLines } from '../contests/entry-lines';
import { cellsOf, listEntries } from '../contests/list';
import type { Db } from '../db/open';
import { entries, films } from '../db/schema';
import { clearEntries, plantEntries } from './plant-entries';

let db: Db;
const edition = 'synedition0000000001';
const who = sample('o', 'organizer');

beforeAll(async () => {
	db = await emptyDb();
	await anEntry(db, await anEdition(db), { state: 'submitted' });
	await freshenLines(db);
	await plantEntries(db, { count: 700, now: NOON });
});

test('synthetic entries stand in the list, marked, with something of every kind', async () => {
	const { tally, rows } = await listEntries(db, who, { ...allEntries, edition });
	expect(tally.total).toBe(700);
	expect(rows.every(({ synthetic, title }) => synthetic && title.startsWith('合成·'))).toBe(true);
	expect(Object.keys(tally.facets.state).sort()).toEqual([
		'passed',
		'refused',
		'returned',
		'submitted',
		'withdrawn'
	]);
	expect(Object.keys(tally.facets.verdict).sort()).toEqual(['fail', 'pass', 'warn']);
	expect(Object.keys(tally.facets.twins).sort()).toEqual(['none', 'open']);
	expect(Object.keys(tally.facets.late).sort()).toEqual(['no', 'yes']);
});

test('the same seed gives the same entries, and clearing leaves what is real', async () => {
	const told = async () =>
		(await db.select().from(entries).where(eq(entries.editionId, edition)).orderBy(entries.id)).map(
			(one) => ({ ...one, row: 0 })
		);
	const first = await told();
	await plantEntries(db, { count: 700, now: NOON });
	expect(await told()).toEqual(first);
	expect(await clearEntries(db)).toBe(700);
	expect(await db.$count(entries)).toBe(1);
	expect(await db.$count(films)).toBe(0);
	expect(await cellsOf(db, { edition, q: '' })).toEqual([]);
	expect(await db.all(sql`SELECT count(*) AS n FROM entry_index`)).toEqual([
		{ n: await db.$count(entries) }
	]);
});
