import { createHash } from 'node:crypto';
import { makeZip } from 'client-zip';
import { keyText } from '$lib/domain/audit/note';
import { archiveIds } from '$lib/domain/judging/log/archive';
import type { ArchiveFile } from '$lib/domain/judging/log/archive';
import { fileText } from '$lib/domain/judging/log/file';
import { openSigner } from '../audit/key';
import type { Db } from '../db/open';
import { offlineParts } from '../offline';
import { filmStorage, Missing } from '../storage';
import type { Storage } from '../storage';
import { gather } from './archive';
import type { Shown } from './archive';
import { exportLog } from './log-export';

/** Scripts and words of the pages in an archive; the caller has them. */
export interface Pages {
	locale: 'zh' | 'en';
	archive: { script: string; style: string; title: string; needsScript: string };
	verifier: { script: string; style: string; title: string; needsScript: string };
	readme: string;
}

interface Where {
	dataDir: string;
	storage?: Storage;
	now: number;
}

/**
 * The archive without films, as one page: what it shows and the log it is read from are in it.
 * Null before the notice.
 */
export async function archivePage(
	db: Db,
	editionId: string,
	pages: Pages,
	{ dataDir, now }: Where
): Promise<{ policy: string; pieces: () => AsyncGenerator<string> } | null> {
	const found = await gather(db, editionId, { now, withFilms: false });
	const log = found && (await exportLog(db, { dataDir, editionId, copy: 'public' }));
	if (!log) return null;
	return offlineParts(
		{ ...pages.archive, locale: pages.locale },
		{
			[archiveIds.key]: keyOf(dataDir),
			[archiveIds.archive]: JSON.stringify(found.archive),
			[archiveIds.log]: log
		}
	);
}

function keyOf(dataDir: string): string {
	const { key } = openSigner(dataDir, '');
	return keyText(key, key.key);
}

/**
 * The sealed archive of an edition (封存档案) as a ZIP, made while it is read: the page to begin with,
 * films released to be shown, the log, the verifier, and last the manifest of all of them with its
 * signature. A film whose bytes are not what its row says breaks the archive off.
 * @returns null before the notice
 */
export async function packArchive(
	db: Db,
	editionId: string,
	pages: Pages,
	{ dataDir, storage = filmStorage(), now }: Where
): Promise<ReadableStream<Uint8Array> | null> {
	const found = await gather(db, editionId, { now, withFilms: true, storage });
	const log = () => exportLog(db, { dataDir, editionId, copy: 'public' });
	const [first, second] = [await log(), await log()];
	if (!found || !first || !second) return null;
	const known = keyOf(dataDir);
	const told: ArchiveFile[] = [];
	const lastModified = new Date(now);
	const index = offlineParts(
		{ ...pages.archive, locale: pages.locale, films: true },
		{
			[archiveIds.key]: known,
			[archiveIds.archive]: JSON.stringify(found.archive),
			[archiveIds.log]: first
		}
	);
	const verifier = offlineParts(
		{ ...pages.verifier, locale: pages.locale },
		{ [archiveIds.key]: known }
	);
	async function* files() {
		const file = (path: string, pieces: AsyncIterable<string | Uint8Array>) => ({
			name: path,
			input: counted(path, pieces, told),
			lastModified
		});
		yield file('index.html', index.pieces());
		yield file('verify.html', verifier.pieces());
		yield file('judging-log.jsonl', second!);
		yield file('README.txt', once(pages.readme));
		for (const film of found!.films) {
			if (!(await storage.stat(film.key))) throw new Missing(film.key);
			yield { ...file(film.path, filmBytes(storage, film)), size: film.bytes };
		}
		const manifest = `${JSON.stringify({ edition: editionId, madeAt: now, key: known, files: told }, null, '\t')}\n`;
		const sums = told.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
		yield { name: 'manifest.json', input: manifest, lastModified };
		yield { name: 'manifest.note', input: signed(dataDir, manifest), lastModified };
		yield { name: 'SHA256SUMS', input: sums, lastModified };
	}
	return makeZip(files());
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');

function signed(dataDir: string, manifest: string): string {
	const signer = openSigner(dataDir, '');
	return signer.signText(fileText(signer.key.name, 'archive', digestOf(manifest)));
}

async function* once(text: string): AsyncGenerator<string> {
	yield text;
}

/** Bytes as they pass, noted in the manifest when all have. */
async function* counted(
	path: string,
	pieces: AsyncIterable<string | Uint8Array>,
	told: ArchiveFile[]
): AsyncGenerator<Uint8Array> {
	const hash = createHash('sha256');
	let bytes = 0;
	for await (const piece of pieces) {
		const some = typeof piece === 'string' ? Buffer.from(piece) : piece;
		hash.update(some);
		bytes += some.length;
		yield some;
	}
	const sha256 = hash.digest('hex');
	told.push({ path, bytes, sha256 });
}

async function* filmBytes(storage: Storage, { key, sha256 }: Shown): AsyncGenerator<Uint8Array> {
	const hash = createHash('sha256');
	let held: Uint8Array | null = null;
	for await (const piece of (await storage.read(key)) as AsyncIterable<Uint8Array>) {
		if (held) yield held;
		hash.update(piece);
		held = piece;
	}
	// The last piece is held back until the whole is known to be right.
	if (hash.digest('hex') !== sha256) throw new Error(`archive: ${key} is not what its row says`);
	if (held) yield held;
}
