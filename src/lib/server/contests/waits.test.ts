import { beforeEach, expect, it } from 'vitest';
import type { Db } from '$lib/server/db/open';
import { entryMessages, erasures, jobs } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { anEdition, anEntry } from '$tests/contests';
import type { AnEdition } from '$tests/contests';
import { emptyDb, NOON } from '$tests/make';
import { asRole } from '$tests/people';
import { contestWaits } from './waits';

const organizer = asRole('organizer').who;
let db: Db;
let edition: AnEdition;
beforeEach(async () => {
	db = await emptyDb();
	edition = await anEdition(db);
});

const waits = async (now = NOON) =>
	(await contestWaits(db, organizer, now)).map(({ kind, n, path }) => [kind, n, path]);

async function everything() {
	await anEntry(db, edition, { state: 'submitted' });
	await anEntry(db, edition, { state: 'submitted' });
	await anEntry(db, edition, { state: 'draft' });
	await anEntry(db, edition, { state: 'returned', correctBy: NOON - 1 });
	await anEntry(db, edition, { state: 'returned', correctBy: NOON + 1 });
	const { id } = await anEntry(db, edition, { state: 'passed' });
	await write(db, async (tx) => {
		const said = { entryId: id, text: '请问', at: NOON };
		await tx.insert(entryMessages).values([
			{ ...said, fromOffice: false },
			{ ...said, fromOffice: false },
			{ ...said, fromOffice: false, readAt: NOON },
			{ ...said, fromOffice: true }
		]);
		const job = {
			...{ kind: 'inspect', payload: {}, runAfter: NOON },
			...{ createdAt: NOON, updatedAt: NOON }
		} as const;
		await tx.insert(jobs).values([
			{ ...job, subject: 'a', state: 'failed' },
			{ ...job, subject: 'b', state: 'done' }
		]);
		await tx.insert(erasures).values({
			...{ entryId: id, personId: 'p', askedAt: NOON, dueDay: '2026-12-11' }
		});
	});
	return id;
}

it('everything that waits is told with its number and its place, and nothing else', async () => {
	expect(await waits()).toEqual([]);
	const id = await everything();
	const list = `/studio/entries?edition=${edition.editionId}`;
	expect(await waits()).toEqual([
		['check', 2, `${list}&state=submitted&sort=submitted`],
		['overdue', 1, `${list}&state=returned&sort=submitted`],
		['messages', 2, `/studio/entries/${id}#messages`],
		['films', 1, '/studio/films?state=failed'],
		['erasures', 1, '/studio/entries/erasures']
	]);
	expect((await waits(NOON + 40 * 86_400_000)).at(-1)).toEqual([
		'lateErasures',
		1,
		'/studio/entries/erasures'
	]);
});

it('it is told to organizers and to nobody else', async () => {
	await everything();
	for (const who of [null, asRole('editor').who, asRole('contestant').who, asRole('juror').who])
		expect(await contestWaits(db, who, NOON)).toEqual([]);
});
