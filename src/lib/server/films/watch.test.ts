import { beforeEach, describe, expect, test } from 'vitest';
import { anEdition, anEntry, content } from '../../../../tests/contests';
import { emptyDb, NOON } from '../../../../tests/make';
import type { Role, Who } from '$lib/domain/people/who';
import type { Db } from '../db/open';
import {
	entries,
	entryEditors,
	entryFiles,
	entryVersions,
	films,
	newId,
	people,
	renditions
} from '../db/schema';
import { write } from '../db/write';
import { fileFor, leaveToWatch, watching } from './watch';

let db: Db;
let filmId: string;
let entryId: string;
const owner = who('contestant');
const other = who('contestant');

function who(role: Role): Who {
	const id = newId(NOON);
	return {
		...{ id, name: '', email: `${id}@example.cn`, session: '', strong: true, provedAt: NOON },
		grants: [{ role, scope: null }]
	};
}

const add = (form: 'film' | 'captions', made: string[], entry = entryId) =>
	write(db, async (tx) => {
		const id = newId(NOON);
		const streams = [
			{ kind: 'video' as const, codec: 'h264', width: 1920, height: 1080 },
			{ kind: 'audio' as const, codec: 'aac' }
		];
		await tx.insert(films).values({
			...{ id, form, sha256: 'a'.repeat(64), bytes: 10, key: `films/${id}/original` },
			type: form === 'film' ? 'video/mp4' : 'application/x-subrip',
			facts: form === 'film' ? ({ streams, duration: 60 } as never) : null,
			createdAt: NOON,
			updatedAt: NOON
		});
		for (const kind of made)
			await tx.insert(renditions).values({
				...{ filmId: id, kind, key: `films/${id}/${kind}`, sha256: 'b'.repeat(64), bytes: 5 },
				...{ type: 'video/mp4', at: NOON }
			});
		await tx.insert(entryFiles).values({
			...{ id: newId(NOON), entryId: entry, materialId: form, filmId: id },
			...{ originalName: 'a', addedAt: NOON }
		});
		return id;
	});

const insertPerson = ({ id, email }: Who) =>
	write(db, (tx) =>
		tx.insert(people).values({ id, email, name: '', createdAt: NOON, updatedAt: NOON } as never)
	);

beforeEach(async () => {
	db = await emptyDb();
	for (const one of [owner, other]) await insertPerson(one);
	const entry = await anEntry(db, await anEdition(db), { state: 'submitted', owner: owner.id });
	entryId = entry.id;
	filmId = await add('film', ['1080p', '720p', 'poster', 'captions-en']);
});

/** What somebody gets of everything there is, when they hold whatever grant they can come by. */
async function gets(person: Who | null, grantOf = person): Promise<string[]> {
	const grant = await leaveToWatch(db, grantOf, filmId, NOON);
	if (!grant) return [];
	const kinds = ['original', 'playable', '1080p', '720p', 'poster', 'captions-en', 'waveform'];
	const found = await Promise.all(kinds.map((kind) => fileFor(db, person, grant, kind)));
	return kinds.filter((_, n) => found[n]);
}
const everything = ['original', 'playable', '1080p', '720p', 'poster', 'captions-en'];

describe('a film of an entry', () => {
	test('is for those who sent it in and for the office', async () => {
		expect([await gets(owner), await gets(who('organizer'))]).toEqual([everything, everything]);
	});

	test('is before the office only once it was submitted, by whatever address', async () => {
		const office = who('organizer');
		const grant = (await leaveToWatch(db, office, filmId, NOON))!;
		// Another film, put into the entry after it had been returned.
		const files = (await db.select({ id: entryFiles.id }).from(entryFiles)).map(({ id }) => id);
		await write(db, (tx) =>
			tx.insert(entryVersions).values({ entryId, number: 1, content: content(), files, at: NOON })
		);
		const later = await add('film', ['720p']);
		expect([
			await leaveToWatch(db, office, later, NOON),
			(await leaveToWatch(db, owner, later, NOON))?.original,
			(await leaveToWatch(db, office, filmId, NOON))?.original
		]).toEqual([null, true, true]);
		const draft = await anEntry(db, await anEdition(db), { owner: owner.id });
		const early = await add('film', ['720p'], draft.id);
		expect(await leaveToWatch(db, office, early, NOON)).toBeNull();
		expect(await fileFor(db, office, { ...grant, filmId: early }, '720p')).toBeNull();
		expect((await leaveToWatch(db, owner, early, NOON))?.original).toBe(true);
	});

	test('is for nobody else, neither copy nor picture nor word of it', async () => {
		const strangers = [
			null,
			other,
			...(['juror', 'citizen', 'editor', 'manager'] as const).map(who)
		];
		for (const stranger of strangers) {
			expect(await gets(stranger)).toEqual([]);
			expect(await gets(stranger, owner)).toEqual([]);
		}
	});

	test('is for an editor of the entry as long as they are one, whatever address they kept', async () => {
		await write(db, (tx) =>
			tx.insert(entryEditors).values({ entryId, personId: other.id, at: NOON })
		);
		const grant = (await leaveToWatch(db, other, filmId, NOON))!;
		expect(await gets(other)).toEqual(everything);
		await write(db, (tx) => tx.delete(entryEditors));
		expect(await fileFor(db, other, grant, '720p')).toBeNull();
	});

	test('that is released is for everybody, its original and what is made no more when it is not', async () => {
		await write(db, (tx) => tx.update(entries).set({ releasedAt: NOON, publicConsentAt: NOON }));
		const grant = (await leaveToWatch(db, null, filmId, NOON))!;
		expect([await gets(null), await gets(who('juror'))]).toEqual([
			everything.slice(2),
			everything.slice(2)
		]);
		await write(db, (tx) => tx.update(entries).set({ releasedAt: null }));
		expect(await fileFor(db, null, grant, '720p')).toBeNull();
	});

	test('that is released is shown no longer when its people took their word back', async () => {
		await write(db, (tx) => tx.update(entries).set({ releasedAt: NOON, publicConsentAt: NOON }));
		const grant = (await leaveToWatch(db, null, filmId, NOON))!;
		await write(db, (tx) => tx.update(entries).set({ publicConsentAt: null }));
		expect(await leaveToWatch(db, null, filmId, NOON)).toBeNull();
		expect(await fileFor(db, null, grant, '720p')).toBeNull();
	});

	test('that is released without copies is shown to nobody as it was sent', async () => {
		await write(db, (tx) => tx.update(entries).set({ releasedAt: NOON, publicConsentAt: NOON }));
		await write(db, (tx) => tx.delete(renditions));
		expect([await gets(null), await gets(owner)]).toEqual([[], ['original', 'playable']]);
		const grant = (await leaveToWatch(db, null, filmId, NOON))!;
		expect((await watching(db, grant))!.sources).toEqual([]);
	});

	test('is played as it was sent, to whoever may not have it, only while there is no copy', async () => {
		const lent = { ...(await leaveToWatch(db, owner, filmId, NOON))!, original: false };
		expect(await fileFor(db, owner, lent, 'playable')).toBeNull();
		await write(db, (tx) => tx.delete(renditions));
		expect((await fileFor(db, owner, lent, 'playable'))?.key).toBe(`films/${filmId}/original`);
	});

	test('is released alone: captions and whatever else came with it are not files of the public', async () => {
		await write(db, (tx) => tx.update(entries).set({ releasedAt: NOON, publicConsentAt: NOON }));
		expect(await leaveToWatch(db, null, await add('captions', ['captions-zh']), NOON)).toBeNull();
	});

	test('whose file was taken out of a released entry is public no more', async () => {
		await write(db, (tx) => tx.update(entries).set({ releasedAt: NOON, publicConsentAt: NOON }));
		await write(db, (tx) => tx.update(entryFiles).set({ removedAt: NOON }));
		expect(await gets(null)).toEqual([]);
	});

	test('is not opened by a grant for another film', async () => {
		const elsewhere = await anEntry(db, await anEdition(db), { owner: other.id });
		const mine = filmId;
		filmId = await add('film', ['720p'], elsewhere.id);
		expect([await gets(owner), await gets(other)]).toEqual([[], ['original', 'playable', '720p']]);
		filmId = mine;
	});
});

describe('what a player is given', () => {
	const given = async () => (await watching(db, (await leaveToWatch(db, owner, filmId, NOON))!))!;

	test('are the copies, best first, and not the original', async () => {
		expect((await given()).sources.map(({ kind }) => kind)).toEqual(['1080p', '720p']);
	});

	test('is the film itself where nothing was made of it and browsers play it', async () => {
		await write(db, (tx) => tx.delete(renditions));
		expect((await given()).sources.map(({ kind }) => kind)).toEqual(['original']);
		await write(db, (tx) => tx.update(films).set({ type: 'video/x-matroska' }));
		expect((await given()).sources).toEqual([]);
	});

	test('are the captions sent beside the film, then those within, and none that were replaced', async () => {
		const first = await add('captions', ['captions-zh']);
		const { captions } = await given();
		expect(captions.map(({ lang }) => lang)).toEqual(['zh', 'en']);
		const grant = (await leaveToWatch(db, owner, filmId, NOON))!;
		const kind = captions[0]!.src.split('/').at(-1)!;
		expect((await fileFor(db, owner, grant, kind))?.key).toBe(`films/${first}/captions-zh`);
		await write(db, (tx) => tx.update(entryFiles).set({ removedAt: NOON }));
		expect(await fileFor(db, owner, grant, kind)).toBeNull();
	});
});
