import { count } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { editions, entries } from '$lib/server/db/schema';
import { anEdition, anEntry } from './contests';
import { emptyDb } from './make';

it('an edition and its entries can be made as tests need them', async () => {
	const db = await emptyDb();
	const edition = await anEdition(db);
	await anEntry(db, edition);
	const submitted = await anEntry(db, edition, { state: 'submitted', category: 'video' });
	expect(submitted.number).toMatch(/^7-V-5\d{3}$/);
	expect(await db.select({ n: count() }).from(entries)).toEqual([{ n: 2 }]);
	expect(await db.select({ n: count() }).from(editions)).toEqual([{ n: 1 }]);
	expect(Object.keys(edition.statements)).toEqual([
		'originality',
		'rights',
		'ai',
		'consent',
		'guardian'
	]);
});
