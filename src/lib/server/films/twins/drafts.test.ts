import { beforeEach, expect, it } from 'vitest';
import { anEdition, anEntry, content } from '$tests/contests';
import { emptyDb, NOON } from '$tests/make';
import { sample } from '$tests/people';
import { deskOf } from '../../contests/entry-desk';
import type { Db } from '../../db/open';
import { entryFiles, films, newId, twins } from '../../db/schema';
import { write } from '../../db/write';
import { enqueue } from '../../jobs';
import { listJobs } from '../../jobs/list';

let db: Db;
let edition: Awaited<ReturnType<typeof anEdition>>;
const office = sample('office', 'organizer');

beforeEach(async () => {
	db = await emptyDb();
	edition = await anEdition(db);
});

/** An entry with a film; returns the ids of both. */
async function withFilm(state: 'draft' | 'submitted', title: string) {
	const entry = await anEntry(db, edition, { state, content: content({ title }) });
	const filmId = newId(NOON);
	await write(db, async (tx) => {
		const key = `films/${filmId}/original`;
		await tx.insert(films).values({
			...{ id: filmId, form: 'film', sha256: filmId, bytes: 9, type: 'video/mp4', key }
		});
		await tx.insert(entryFiles).values({
			...{ entryId: entry.id, materialId: 'film', filmId, originalName: `${title}.mp4` },
			addedAt: NOON
		});
		await enqueue(tx, { kind: 'inspect', subject: filmId, now: NOON });
	});
	return { id: entry.id, filmId };
}
const alike = (filmId: string, otherId: string) =>
	write(db, (tx) =>
		tx.insert(twins).values({ filmId, otherId, kind: 'both', share: 1, passages: [], at: NOON })
	);

it('a film like one in a draft is told to be so, and nothing of the draft is', async () => {
	const [mine, draft] = [await withFilm('submitted', '甲'), await withFilm('draft', '没写完')];
	await alike(mine.filmId, draft.filmId);
	const desk = (await deskOf(db, office, mine.id, NOON))!;
	expect(
		desk.twins.map(({ draft, entry, theirs, share }) => [draft, entry, theirs, share])
	).toEqual([[true, null, null, 1]]);
	expect(JSON.stringify(desk)).not.toContain('没写完');
});

it('a film like one that was submitted is laid beside it', async () => {
	const [mine, other] = [await withFilm('submitted', '甲'), await withFilm('submitted', '乙')];
	await alike(mine.filmId, other.filmId);
	const [twin] = (await deskOf(db, office, mine.id, NOON))!.twins;
	expect([twin!.draft, twin!.entry?.title, twin!.theirs?.duration]).toEqual([false, '乙', null]);
});

it('work done for a draft tells neither its title nor the names of its files', async () => {
	await withFilm('submitted', '甲');
	await withFilm('draft', '没写完');
	const { jobs } = await listJobs(db, { state: null, page: 1 });
	expect(jobs.map(({ film }) => [film?.name, film?.entry?.title]).sort()).toEqual([
		[null, ''],
		['甲.mp4', '甲']
	]);
});
