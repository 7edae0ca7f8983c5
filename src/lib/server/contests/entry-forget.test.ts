import { expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { entryVersions } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { aPlan, anEdition, anEntry, content } from '$tests/contests';
import { emptyDb, NOON } from '$tests/make';
import { forgetEntries } from './entry-forget';
import { freshenLines, makeEntryFindable } from './entry-lines';
import { entriesMatching, entriesOfName } from './search-entries';

const DAY = 86_400_000;

it('names that are forgotten are found no more from that moment on, and titles still are', async () => {
	const db = await emptyDb();
	const plan = aPlan();
	plan.retention = { contact: 30, crew: 30 };
	const edition = await anEdition(db, { plan });
	const written = content({
		title: '清风徐来',
		crew: [{ id: 'a', name: '欧阳青莲', role: 'director', age: 'adult', guardian: null }],
		contact: { name: '诸葛白露', phone: '13800000000', email: 'z@example.cn', address: null }
	});
	const { id, row } = await anEntry(db, edition, { state: 'submitted', content: written });
	await write(db, async (tx) => {
		await tx
			.insert(entryVersions)
			.values({ entryId: id, number: 1, content: written, files: [], at: NOON });
		await makeEntryFindable(tx, id);
	});
	const found = async () => [
		await entriesOfName(db, '欧阳青莲'),
		await entriesOfName(db, '诸葛白露'),
		(await db.all<{ rowid: number }>(entriesMatching('清风徐来'))).map(({ rowid }) => rowid)
	];
	const kept = async () =>
		Buffer.concat(
			(await db.all<{ block: ArrayBuffer }>(sql`SELECT block FROM entry_index_data`)).map(
				({ block }) => Buffer.from(block)
			)
		).toString('latin1');
	const name = 'ouyangqinglian';
	expect(await found()).toEqual([[row], [row], [row]]);
	expect(await kept()).toContain(name);
	const end = plan.dates.resultsAt!;
	await write(db, (tx) => forgetEntries(tx, end + 30 * DAY));
	expect((await found()).slice(0, 2)).toEqual([[], []]);
	// Nor in what the index keeps beside.
	expect(await kept()).not.toContain(name);
	await freshenLines(db);
	expect(await found()).toEqual([[], [], [row]]);
});
