import { expect, it } from 'vitest';
import { write } from '$lib/server/db/write';
import { judge, liveOf, office, opened } from '$tests/assigning';
import { scored } from '$tests/judging';
import { emptyDb } from '$tests/make';
import { asRole } from '$tests/people';
import { endTask } from './assignment-end';
import { MISSING_SIZE, missingOf } from './missing';
import { roundById } from './rounds';

async function world(entries = 6) {
	const db = await emptyDb();
	const round = await opened(db, { entries, jurors: 4, plan: { perEntry: 2 } });
	const row = (await roundById(db, round.editionId, round.roundId))!;
	const list = async (over: Partial<{ page: number; juror: string }> = {}, by = office) =>
		missingOf(db, by.who, row, { page: 1, juror: null, ...over });
	const finish = ({ entryId, jurorId }: { entryId: string; jurorId: string }) =>
		scored(db, round, (entry, juror) =>
			round.entries[entry]!.id === entryId && round.jurors[juror]!.id === jurorId ? 80 : null
		);
	return { db, round, list, finish };
}

it('every missing score is named once, by its entry and by its juror', async () => {
	const { db, round, list, finish } = await world();
	const all = await liveOf(db, round);
	const [first, ...rest] = all;
	const twin = rest.find(({ entryId }) => entryId === first!.entryId)!;
	await finish(first!);
	const now = (await list())!;
	expect(now.total).toBe(6);
	expect(now.rows.flatMap(({ waits }) => waits)).toHaveLength(11);
	expect(now.jurors.reduce((sum, { open }) => sum + open, 0)).toBe(11);
	expect(now.rows.at(-1)).toMatchObject({ id: first!.entryId, given: 1, dealt: 2 });
	expect(now.rows.at(-1)!.waits.map(({ id }) => id)).toEqual([twin.jurorId]);
	await finish(twin);
	expect((await list())!.rows.map(({ id }) => id)).not.toContain(first!.entryId);
	await scored(db, round, () => 80);
	expect(await list()).toEqual({ apart: false, total: 0, rows: [], jurors: [] });
});

it('one juror’s list has what they owe, and an entry nobody is asked for stays in the whole', async () => {
	const { db, round, list } = await world();
	const all = await liveOf(db, round);
	const [mine] = round.jurors;
	const owed = all.filter(({ jurorId }) => jurorId === mine!.id).map(({ entryId }) => entryId);
	const only = (await list({ juror: mine!.id }))!;
	expect(only.rows.map(({ id }) => id).sort()).toEqual(owed.sort());
	expect((await list({ juror: 'nobody' }))!.total).toBe(0);
	const [{ entryId }] = all as [(typeof all)[0]];
	await write(db, async (tx) => {
		for (const task of all.filter((one) => one.entryId === entryId))
			await endTask(tx, office, task, { why: 'hand' });
	});
	expect((await list())!.rows[0]).toMatchObject({ id: entryId, given: 0, dealt: 0, waits: [] });
});

it('long lists come in pages', async () => {
	const { list } = await world(MISSING_SIZE + 3);
	const pages = [(await list())!, (await list({ page: 2 }))!, (await list({ page: 3 }))!];
	expect(pages.map(({ rows }) => rows.length)).toEqual([MISSING_SIZE, 3, 0]);
	expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(
		MISSING_SIZE + 3
	);
});

it('whoever may see no score sees no list: an entrant, a juror; others have no page', async () => {
	const { round, list } = await world();
	const nothing = { apart: true, total: 0, rows: [], jurors: [] };
	// The sample entries name 李青 among their people.
	expect(await list({}, { ...office, who: { ...office.who, name: '李青' } })).toEqual(nothing);
	const seated = { ...office, who: { ...office.who, id: judge(round, 0).who.id } };
	expect(await list({}, seated)).toEqual(nothing);
	expect(await list({}, asRole('editor'))).toBe(null);
});
