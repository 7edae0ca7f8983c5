import { expect, it } from 'vitest';
import { emptyEntry } from '$lib/domain/contests/entry';
import { anEdition, anEntry } from '$tests/contests';
import { emptyDb, NOON } from '$tests/make';
import { audit, entryFiles, entryVersions, films } from '../db/schema';
import { write } from '../db/write';
import { purgeTakenOut } from './sweep-taken';

const DAY = 86_400_000;

it('a film that was taken out is deleted a day later, unless it had been submitted', async () => {
	const db = await emptyDb();
	const { id: entryId } = await anEntry(db, await anEdition(db));
	const file = (id: string, filmId: string, removedAt: number | null) => ({
		id,
		entryId,
		materialId: 'film',
		filmId,
		originalName: 'a.mp4',
		addedAt: NOON,
		removedAt
	});
	await write(db, async (tx) => {
		for (const id of ['draft', 'judged', 'lying', 'shared'])
			await tx.insert(films).values({
				id,
				form: 'film',
				sha256: 'x',
				bytes: 1,
				type: 'video/mp4',
				key: `films/${id}/original`
			});
		await tx
			.insert(entryFiles)
			.values([
				file('f1', 'draft', NOON),
				file('f2', 'judged', NOON),
				file('f3', 'lying', null),
				file('f4', 'shared', NOON),
				file('f5', 'shared', null)
			]);
		await tx
			.insert(entryVersions)
			.values({ entryId, number: 1, content: emptyEntry, files: ['f2'], at: NOON });
	});
	expect(await purgeTakenOut({ db }, NOON + DAY - 1)).toBe(0);
	expect(await purgeTakenOut({ db }, NOON + DAY)).toBe(1);
	expect(await purgeTakenOut({ db }, NOON + 9 * DAY)).toBe(0);
	const left = await db.select({ id: entryFiles.id }).from(entryFiles);
	expect(left.map(({ id }) => id).sort()).toEqual(['f2', 'f3', 'f5']);
	const kept = await db.select({ id: films.id }).from(films);
	expect(kept.map(({ id }) => id).sort()).toEqual(['judged', 'lying', 'shared']);
	const told = await db.select().from(audit);
	expect(told.map(({ act, noun, thing }) => [act, noun, thing])).toEqual([
		['purge', 'films', 'draft']
	]);
});
