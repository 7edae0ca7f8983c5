import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, open, truncate, writeFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseEntries } from '$lib/domain/contests/filter-entries';
import { entryFiles, entryVersions, films } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { anEdition, anEntry, content } from '$tests/contests';
import { emptyDb, NOON } from '$tests/make';
import { asRole } from '$tests/people';
import { FolderStorage } from '../storage/folder';
import { packageEntries } from './package';

// A film of more than four gigabytes, all holes: neither it nor the archive takes room on the disk.

const LARGE = 2 ** 32 + 2 ** 20;
/** SHA-256 of so many zeros, computed once: `head -c 4296015872 /dev/zero | sha256sum`. */
const ZEROS = '829816e339ff597ec3ada4c30fc840d3f2298444169d242952a54bcf3fcd7747';
const folder = mkdtempSync(join(tmpdir(), 'liantu-large-'));
const archive = join(folder, 'archive.zip');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NOTHING = Buffer.alloc(2 ** 20);
/** Writes what is not zero, and leaves a hole where it is. */
async function sparsely(to: FileHandle, stream: ReadableStream<Uint8Array>): Promise<number> {
	let at = 0;
	for await (const piece of stream as unknown as AsyncIterable<Uint8Array>) {
		const empty = piece.length > 4096 && NOTHING.subarray(0, piece.length).equals(piece);
		if (!empty) await to.write(piece, 0, piece.length, at);
		at += piece.length;
	}
	await to.truncate(at);
	return at;
}

interface Listed {
	name: string;
	bytes: number;
	/** Where it begins in the archive. */
	at: number;
}

/** The central directory, by APPNOTE 4.3.12–16 and 4.5.3, with no other reader’s kindness. */
async function directory(size: number): Promise<Listed[]> {
	const file = await open(archive);
	const tail = Buffer.alloc(Math.min(size, 65_536));
	await file.read(tail, 0, tail.length, size - tail.length);
	const locator = tail.lastIndexOf(Buffer.from('PK\x06\x07', 'latin1'));
	const end = Number(tail.readBigUInt64LE(locator + 8)) - (size - tail.length);
	expect(tail.toString('latin1', end, end + 4)).toBe('PK\x06\x06');
	const count = Number(tail.readBigUInt64LE(end + 32));
	let at = Number(tail.readBigUInt64LE(end + 48)) - (size - tail.length);
	const found: Listed[] = [];
	for (let n = 0; n < count; n++) {
		const [name, extra, comment] = [28, 30, 32].map((by) => tail.readUInt16LE(at + by)) as [
			number,
			number,
			number
		];
		const wide = tail.subarray(at + 46 + name, at + 46 + name + extra);
		let from = 4;
		const whole = (short: number) => {
			if (short !== 0xffffffff) return short;
			expect(wide.readUInt16LE(0)).toBe(1);
			from += 8;
			return Number(wide.readBigUInt64LE(from - 8));
		};
		const bytes = whole(tail.readUInt32LE(at + 24));
		whole(tail.readUInt32LE(at + 20));
		found.push({
			name: tail.toString('utf8', at + 46, at + 46 + name),
			bytes,
			at: whole(tail.readUInt32LE(at + 42))
		});
		at += 46 + name + extra + comment;
	}
	await file.close();
	return found;
}

// A minute of reading and writing, so only when asked: `LARGE_FILES=on npm test -- package-large`.
describe.runIf(process.env.LARGE_FILES === 'on')('an archive of more than four gigabytes', () => {
	let size: number;
	beforeAll(async () => {
		const db = await emptyDb();
		const edition = await anEdition(db);
		const storage = new FolderStorage(join(folder, 'files'));
		const put = async (title: string, bytes: number, small: string | null) => {
			const entry = await anEntry(db, edition, { state: 'submitted', content: content({ title }) });
			const key = `films/${entry.id}/original`;
			const path = join(storage.root, key);
			await mkdir(dirname(path), { recursive: true });
			await writeFile(path, small ?? '');
			if (small === null) await truncate(path, bytes);
			const sha256 = small === null ? ZEROS : createHash('sha256').update(small).digest('hex');
			await write(db, async (tx) => {
				const [film] = await tx
					.insert(films)
					.values({ form: 'film', sha256, bytes, type: 'video/mp4', key })
					.returning();
				const [file] = await tx
					.insert(entryFiles)
					.values({
						...{ entryId: entry.id, materialId: 'film', filmId: film!.id },
						...{ originalName: 'film.mp4', addedAt: NOON }
					})
					.returning();
				await tx.insert(entryVersions).values({
					...{ entryId: entry.id, number: 1, content: entry.content },
					...{ files: [file!.id], at: NOON }
				});
			});
		};
		await put('长片', LARGE, null);
		await put('短片', 8, 'a breeze');
		const stream = await packageEntries(
			db,
			asRole('organizer'),
			storage,
			{ ...parseEntries(new URLSearchParams()), edition: edition.editionId },
			{ pattern: '{title}.{ext}', which: 'films', locale: 'zh' }
		);
		const to = await open(archive, 'w');
		size = await sparsely(to, stream!);
		await to.close();
	}, 180_000);

	it('lists what is larger, and what lies beyond, with its true size and place', async () => {
		const found = await directory(size);
		expect(found.map(({ name, bytes }) => [name, bytes]).slice(0, 2)).toEqual([
			['长片.mp4', LARGE],
			['短片.mp4', 8]
		]);
		expect(found[1]!.at).toBeGreaterThan(2 ** 32);
		expect(found.slice(2).map(({ name }) => name)).toEqual(['manifest.csv', 'manifest.json']);
	});

	it('is read by other programs, the film beyond with the right check sum', () => {
		const script = `import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as z:
    print(json.dumps([[i.filename, i.file_size] for i in z.infolist()[:2]] + [z.read('短片.mp4').decode()]))`;
		const python = spawnSync('python3', ['-c', script, archive], { encoding: 'utf8' });
		if (!python.error)
			expect(JSON.parse(python.stdout)).toEqual([['长片.mp4', LARGE], ['短片.mp4', 8], 'a breeze']);
		const unzip = spawnSync('unzip', ['-l', archive], { encoding: 'utf8' });
		if (!unzip.error)
			expect([unzip.status, unzip.stdout.includes(String(LARGE))]).toEqual([0, true]);
		// Where neither is, the law above stands alone.
		expect(size).toBeGreaterThan(2 ** 32);
	});
});
