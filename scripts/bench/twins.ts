import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { FRAME_RATE, METHOD, MIRROR } from '../../src/lib/domain/films/hash-picture';
import { SOUND_HASHES } from '../../src/lib/domain/films/hash-sound';
import { close, open } from '../../src/lib/server/db/open';
import { films, fingerprints } from '../../src/lib/server/db/schema';
import { write } from '../../src/lib/server/db/write';
import { compareTask } from '../../src/lib/server/films/twins/kind';
import { work } from '../../src/lib/server/films/twins/work';
import { type Figure, median } from './figure';

const part = 'twins';
const SECONDS = 300;

/**
 * How long it takes to look for one new film of five minutes in thousands of others, as the job does
 * it: the list from the database, the prints from the disk, and the search itself.
 */
export async function measureTwins(
	root: string,
	folder: string,
	{ others, rounds }: { others: number; rounds: number }
): Promise<Figure[]> {
	const dataDir = mkdtempSync(join(folder, 'twins-'));
	const db = await open(`file:${join(dataDir, 'liantu.db')}`, {
		migrations: join(root, 'drizzle')
	});
	try {
		const random = chance(7);
		const made = Array.from({ length: others }, () => prints(random));
		// Every search film is a mirrored, noisy copy of a minute of one of the others.
		const sought = Array.from({ length: rounds }, (_, n) => {
			const film = prints(random);
			const from = made[(n * 37) % others]!;
			for (let at = 0; at < 60 * FRAME_RATE * 2; at++)
				film.frames[at + 200] = from.frames[at + 100]! ^ MIRROR[at % 2]! ^ (1 << random() % 32);
			return film;
		});
		const all = [...made, ...sought];
		const idOf = (at: number) => `film-${String(at).padStart(6, '0')}`;
		for (let at = 0; at < all.length; at += 200)
			await write(db, async (tx) => {
				const part = all.slice(at, at + 200);
				await tx.insert(films).values(
					part.map((_, n) => ({
						...{ id: idOf(at + n), key: `films/${at + n}`, form: 'film' as const },
						...{ sha256: String(at + n), bytes: 1, type: 'video/mp4', createdAt: 0, updatedAt: 0 }
					}))
				);
				await tx.insert(fingerprints).values(
					part.map(({ frames, sound }, n) => ({
						...{ filmId: idOf(at + n), method: METHOD, at: 0 },
						...{ frames: Buffer.from(frames.buffer), sound: Buffer.from(sound.buffer) }
					}))
				);
			});
		const search = async (n: number) => {
			const began = performance.now();
			const task = await compareTask(db, dataDir, idOf(others + n));
			const found = await work(task, {
				ground: { dataDir, storageUrl: '', films: { kind: 'folder', url: 'file:.' } },
				signal: new AbortController().signal,
				progress: () => {}
			});
			const took = (performance.now() - began) / 1000;
			const right = found.find(({ otherId }) => otherId === idOf((n * 37) % others));
			if (!right?.passages[0]?.mirrored) throw new Error('the copy was not found');
			if (found.length > 3) throw new Error(`${found.length} films were taken for copies`);
			return took;
		};
		const first = await search(0);
		const times: number[] = [];
		for (let n = 1; n < rounds; n++) times.push(await search(n));
		const many = others.toLocaleString('en');
		return [
			{
				part,
				name: `one film against ${many}`,
				ours: median(times),
				unit: 's',
				target: { of: 'ours', at: 'most', value: 2 },
				note: 'five minutes each, pictures plain and mirrored, and sound'
			},
			{
				part,
				name: `the same after the prints on the disk were lost`,
				ours: first,
				unit: 's',
				note: 'written anew from the database'
			}
		];
	} finally {
		close(db);
	}
}

function chance(seed: number): () => number {
	let state = seed * 2654435761 + 1;
	return () => {
		state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
		return (state ^ (state >>> 13)) >>> 0;
	};
}

/** Prints as films have them: scenes of some seconds in which little changes from look to look. */
function prints(random: () => number): { frames: Uint32Array; sound: Uint32Array } {
	const frames = new Uint32Array(SECONDS * FRAME_RATE * 2);
	let until = 0;
	for (let at = 0; at < frames.length; at += 2) {
		const cut = at >= until;
		if (cut) until = at + 2 * FRAME_RATE * (2 + (random() % 6));
		for (const word of [0, 1])
			frames[at + word] = cut ? random() : frames[at + word - 2]! ^ (1 << random() % 32);
	}
	const sound = new Uint32Array(SECONDS * SOUND_HASHES);
	for (let at = 0; at < sound.length; at++)
		sound[at] = at % 4 ? sound[at - 1]! ^ (random() & random() & random()) : random();
	return { frames, sound };
}
