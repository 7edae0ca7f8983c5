import { beforeEach } from 'vitest';
import { parseEntries } from '$lib/domain/contests/filter-entries';
import type { EntryQuery } from '$lib/domain/contests/filter-entries';
import type { FilmFacts } from '$lib/domain/films/facts';
import type { Db } from '$lib/server/db/open';
import { entryFiles, films } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { anEdition, anEntry, content } from '../contests';
import type { AnEdition } from '../contests';
import { emptyDb, NOON } from '../make';
import { sample } from '../people';
import { listEntries } from '$lib/server/contests/list';

// An edition whose entries the office lists, anew before every test.

export let db: Db;

export let edition: AnEdition;

export const office = sample('o', 'organizer');

beforeEach(async () => {
	db = await emptyDb();
	edition = await anEdition(db);
});

export const named = (title: string, over: Parameters<typeof anEntry>[2] = {}) =>
	anEntry(db, edition, {
		state: 'submitted',
		content: content({ title, titleEn: null, ...over.content }),
		...over
	});

export const asked = (address = ''): EntryQuery => ({
	...parseEntries(new URLSearchParams(address)),
	edition: edition.editionId
});

export const titles = async (address = '') =>
	(await listEntries(db, office, asked(address))).rows.map(({ title }) => title).sort();

export const facts = (over: Partial<FilmFacts> = {}): FilmFacts => ({
	...{ size: 9e7, magic: 'video/mp4', container: 'mp4', duration: 300, bitrate: 5e6 },
	streams: [
		{ kind: 'video', codec: 'h264', width: 1920, height: 1080, rate: 25 },
		{ kind: 'audio', codec: 'aac', channels: 2, sampleRate: 48000 }
	],
	...{ black: 0, silent: 0, loudness: -23, peak: -1, damage: [], hidden: [], reaches: [] },
	...{ took: 1, tool: 'test' },
	...over
});

/** A film of an entry, as inspected. */
export async function film(entryId: string, found: FilmFacts | null = facts(), n = ++made) {
	return write(db, async (tx) => {
		const [row] = await tx
			.insert(films)
			.values({
				form: 'film',
				sha256: String(n).padStart(64, '0'),
				bytes: 9,
				type: 'video/mp4',
				key: `films/${n}`,
				state: found ? 'inspected' : 'arrived',
				facts: found
			})
			.returning();
		await tx.insert(entryFiles).values({
			entryId,
			materialId: 'film',
			filmId: row!.id,
			originalName: '片.mp4',
			addedAt: NOON
		});
		return row!.id;
	});
}

let made = 0;
