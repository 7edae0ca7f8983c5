import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { shut } from '$tests/judged';
import { scored } from '$tests/judging';
import { emptyDb, NOON } from '$tests/make';
import { lastRound, noticed, objected } from '$tests/noticed';
import { somebody } from '$tests/people';
import type { Db } from '../db/open';
import {
	certificateBatches,
	certificateDesigns,
	certificateMails,
	certificateNames,
	certificates,
	conflicts,
	deliberations,
	editions,
	entries,
	judgingPhaseMails,
	judgingPhases,
	jurorTies,
	newId,
	prizes,
	stageTurns
} from '../db/schema';
import { write } from '../db/write';
import { judgeAgain } from '../judging/objection-again';
import { clearJudged } from './clear-judged';

/** Every reference between tables, and what a removal does to it. */
async function references(db: Db) {
	const tables = await db.all<{ name: string }>(
		sql`SELECT name FROM sqlite_master WHERE type = 'table'`
	);
	const found: { from: string; to: string; does: string }[] = [];
	for (const { name } of tables) {
		const keys = await db.all<{ table: string; on_delete: string }>(
			sql.raw(`PRAGMA foreign_key_list(${name})`)
		);
		for (const { table, on_delete } of keys) found.push({ from: name, to: table, does: on_delete });
	}
	return found;
}

/** Tables of judging that would keep an entry, a juror or an edition from being removed. */
async function blocking(db: Db): Promise<string[]> {
	const keys = await references(db);
	const judging = new Set(['editions', 'entries', 'jurors', 'rounds']);
	for (let grew = true; grew;) {
		grew = false;
		for (const { from, to } of keys)
			if (judging.has(to) && !judging.has(from)) grew = !!judging.add(from);
	}
	const stops = keys.filter(
		({ from, to, does }) =>
			judging.has(to) && /^(RESTRICT|NO ACTION)$/.test(does) && from !== 'agreements'
	);
	return [...new Set(stops.map(({ from }) => from))].sort();
}

const counts = async (db: Db, tables: string[]) => {
	const told: Record<string, number> = {};
	for (const table of tables) {
		const [row] = await db.all<{ n: number }>(sql.raw(`SELECT count(*) AS n FROM ${table}`));
		told[table] = row!.n;
	}
	return told;
};

/** An edition of which every table of judging has something. */
async function whole(db: Db): Promise<string> {
	const made = await noticed(db, { entries: 6 });
	const { editionId, roundId, entries: field, jurors } = made.round;
	const { id } = await objected(db, made);
	const again = await judgeAgain(db, made.one, id, { count: 3, days: 5 });
	if (!again.ok) throw new Error(JSON.stringify(again.refusals));
	const fresh = { ...made.round, roundId: again.value.roundId, jurors: made.fresh };
	await scored(db, fresh, () => 60);
	await shut(db, again.value.roundId);
	const [first, second] = [field[0]!.id, field[1]!.id];
	const person = await somebody(db);
	const batchId = newId(NOON);
	const printed = {} as never;
	const certificate = (code: string, over: object) => ({
		...{ id: newId(NOON), code: code.repeat(20), editionId, batchId, entryId: first, printed },
		...{ prizeId: 'gold', number: 'x', designVersion: 1, issuedAt: NOON, ...over }
	});
	const old = certificate('A', { revokedAt: NOON, revokedFor: 'mistake' });
	const now = certificate('B', { replaces: old.id });
	await write(db, async (tx) => {
		await tx.insert(conflicts).values({
			...{
				editionId,
				entryId: first,
				jurorId: jurors[0]!.id,
				kind: 'unit',
				source: 'office',
				at: NOON
			}
		});
		await tx
			.insert(jurorTies)
			.values({ jurorId: jurors[0]!.id, kind: 'unit', value: 'x', at: NOON });
		await tx.insert(deliberations).values({ roundId, entryId: first, text: 'x', at: NOON });
		await tx
			.insert(certificateDesigns)
			.values({ editionId, version: 1, design: {} as never, at: NOON });
		await tx
			.insert(certificateBatches)
			.values({ id: batchId, editionId, designVersion: 1, count: 2, issuedAt: NOON });
		await tx.insert(certificates).values([old, now]);
		await tx.insert(certificateNames).values({ certificateId: now.id, names: ['x'] });
		await tx
			.insert(certificateMails)
			.values({ certificateId: now.id, personId: person, mailId: 'x' });
		const [phase] = await tx.select().from(judgingPhases);
		await tx
			.insert(judgingPhaseMails)
			.values({ phaseId: phase!.id, jurorId: jurors[0]!.id, mailId: 'x' })
			.onConflictDoNothing();
		await tx
			.insert(stageTurns)
			.values({ roundId, entryId: second, group: 'x', ordinal: 1, position: 1 });
	});
	return editionId;
}

it('an edition of which every table has something goes, and nothing stays behind', async () => {
	const db = await emptyDb();
	const editionId = await whole(db);
	const tables = await blocking(db);
	const before = await counts(db, tables);
	// A table that is not filled here says nothing about whether it can be cleared.
	expect(Object.entries(before).filter(([, n]) => n === 0)).toEqual([]);
	await clearJudged(db, editionId);
	await write(db, async (tx) => {
		await tx.delete(entries).where(eq(entries.editionId, editionId));
		await tx.delete(editions).where(eq(editions.id, editionId));
	});
	const left = Object.entries(await counts(db, tables)).filter(([, n]) => n > 0);
	expect(left).toEqual([]);
	expect(await db.all(sql`PRAGMA foreign_key_check`)).toEqual([]);
});

it('another edition keeps all it has', async () => {
	const db = await emptyDb();
	const other = await lastRound(db, { entries: 4 });
	const editionId = await whole(db);
	const kept = async () => [
		await db.$count(entries, eq(entries.editionId, other.editionId)),
		await db.$count(prizes, eq(prizes.editionId, other.editionId))
	];
	const before = await kept();
	await clearJudged(db, editionId);
	expect(await kept()).toEqual(before);
});
