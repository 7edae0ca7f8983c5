import { createHash } from 'node:crypto';
import { makeZip } from 'client-zip';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { endingOf, packedPath, untaken } from '$lib/domain/contests/file-pattern';
import { formatEntries, fromStart } from '$lib/domain/contests/filter-entries';
import type { EntryQuery } from '$lib/domain/contests/filter-entries';
import { csvLine } from '$lib/domain/export/cell';
import { asText } from '$lib/domain/export/content';
import { mayOrganize } from '$lib/domain/people/may';
import type { By, Who } from '$lib/domain/people/who';
import type { Locale } from '$lib/domain/locale';
import { record } from '../audit';
import type { Db, Reader } from '../db/open';
import { editions, entryFiles, films } from '../db/schema';
import { write } from '../db/write';
import { Missing } from '../storage';
import type { Storage } from '../storage';
import * as towns from '../towns';
import { freshenLines, versionFiles } from './entry-lines';
import { entryWords } from './entry-words';
import { stamp } from './export-entries';
import { heldAmong } from '../scan/hold';
import { linesByRow, rowsOf } from './list';

/** Entries read at a time. */
const CHUNK = 100;
const ALL = 1_000_000;

/** Which files a package holds. */
type Packed = 'films' | 'all';

/** One file of a package, as its manifest tells of it. */
interface Listed {
	path: string;
	number: string;
	title: string;
	material: string;
	original: string;
	bytes: number;
	sha256: string;
	type: string;
	/** `missing`: its row is there and its bytes are not. */
	status: 'packed' | 'missing';
}

/** How many files a package of a list would hold, and their bytes. */
export async function packageSize(
	db: Db,
	who: Who | null,
	query: EntryQuery,
	which: Packed
): Promise<{ files: number; bytes: number }> {
	if (!mayOrganize(who)) return { files: 0, bytes: 0 };
	const rows = JSON.stringify(await listed(db, query));
	const only = which === 'films' ? sql`films.form = 'film'` : sql`1`;
	const [sum] = await db.all<{ files: number; bytes: number }>(
		sql`SELECT count(*) AS files, coalesce(sum(films.bytes), 0) AS bytes FROM json_each(${rows}) AS listed
			JOIN entries ON entries.row = listed.value
			JOIN entry_versions ON entry_versions.entry_id = entries.id AND entry_versions.number = entries.version
			JOIN json_each(entry_versions.files) AS held
			JOIN entry_files ON entry_files.id = held.value
			JOIN films ON films.id = entry_files.film_id WHERE ${only}`
	);
	return sum!;
}

/**
 * The files of the entries a list keeps as one archive, made while it is read: nothing is held, zip64
 * above four gigabytes. Every file is hashed on its way; one that is not what its row says breaks the
 * archive off. The manifest stands at the end, so that an archive with one is whole. Recorded before
 * the first byte leaves; null for whoever does not organize.
 */
export async function packageEntries(
	db: Db,
	by: By,
	storage: Storage,
	query: EntryQuery,
	{ pattern, which, locale }: { pattern: string; which: Packed; locale: Locale }
): Promise<ReadableStream<Uint8Array> | null> {
	const [edition] = await db.select().from(editions).where(eq(editions.id, query.edition));
	const plan = edition?.plan;
	if (!mayOrganize(by.who) || !edition || !plan) return null;
	const rows = await listed(db, query);
	await write(db, (tx) =>
		record(tx, by, {
			act: 'package',
			noun: 'entries',
			id: edition.id,
			title: edition.titleZh,
			after: { filter: formatEntries(fromStart(query)), total: rows.length, which, pattern }
		})
	);
	const voice = entryWords(plan, locale, await towns.bySlug(db));
	const taken = new Set(['manifest.csv', 'manifest.json']);
	const told: Listed[] = [];
	async function* files() {
		for await (const { line, file, film, held } of eachFile(db, rows, which)) {
			const material = voice.material(line.category, file.materialId);
			const path = untaken(
				packedPath(pattern, {
					number: line.number,
					title: line.title,
					category: voice.categoryCode(line.category),
					material,
					town: line.town ? voice.town(line.town) : '',
					ext: endingOf(file.name, film.type.split('/')[1] ?? 'bin')
				}),
				taken
			);
			const { bytes, sha256, type } = film;
			const one: Listed = {
				...{ path, number: line.number, title: line.title, material, original: file.name },
				...{ bytes, sha256, type, status: 'packed' }
			};
			const gone = (reason: unknown) => {
				if (reason instanceof Missing) return null;
				throw reason;
			};
			// What the scanner for malware has not cleared goes nowhere.
			const input = held ? null : await bytesOf(storage, film).catch(gone);
			told.push(input ? one : { ...one, status: 'missing' });
			if (input) yield { name: path, input, size: bytes, lastModified: new Date(film.createdAt) };
		}
		const lastModified = new Date(by.now);
		yield { name: 'manifest.csv', input: manifestCsv(told), lastModified };
		const manifest = { edition: edition!.titleZh, at: stamp(by.now), files: told };
		yield { name: 'manifest.json', input: JSON.stringify(manifest, null, '\t'), lastModified };
	}
	return makeZip(files());
}

const listed = async (db: Db, query: EntryQuery): Promise<number[]> => {
	await freshenLines(db, query.edition);
	return rowsOf(db, { ...fromStart(query), sort: 'number', down: false }, { limit: ALL });
};

/** Every file of the newest version of every entry, entry by entry. */
async function* eachFile(db: Reader, rows: readonly number[], which: Packed) {
	for (let from = 0; from < rows.length; from += CHUNK) {
		const lines = await linesByRow(db, rows.slice(from, from + CHUNK));
		const files = await versionFiles(
			db,
			lines.map(({ id }) => id)
		);
		const found = await db
			.select({ film: films, fileId: entryFiles.id })
			.from(films)
			.innerJoin(entryFiles, and(eq(entryFiles.filmId, films.id)))
			.where(
				inArray(
					entryFiles.id,
					files.map(({ fileId }) => fileId)
				)
			);
		const held = await heldAmong(
			db,
			found.map(({ film }) => film.id)
		);
		const film = new Map(found.map((one) => [one.fileId, one.film]));
		for (const line of lines)
			for (const file of files)
				if (file.entryId === line.id && (which === 'all' || file.form === 'film')) {
					const one = film.get(file.fileId)!;
					yield { line, file, film: one, held: held.has(one.id) };
				}
	}
}

/** The bytes of a file as they pass, hashed; the last piece is held back until the hash is right. */
async function bytesOf(
	storage: Storage,
	{ key, sha256, bytes }: typeof films.$inferSelect
): Promise<AsyncGenerator<Uint8Array>> {
	if (!(await storage.stat(key))) throw new Missing(key);
	const stream = await storage.read(key);
	return (async function* () {
		const hash = createHash('sha256');
		let passed = 0;
		let held: Uint8Array | null = null;
		for await (const piece of stream as AsyncIterable<Uint8Array>) {
			if (held) yield held;
			hash.update(piece);
			passed += piece.length;
			held = piece;
		}
		if (passed !== bytes || hash.digest('hex') !== sha256)
			throw new Error(`package: ${key} is not what its row says`);
		if (held) yield held;
	})();
}

const heads = [
	'path',
	'number',
	'title',
	'material',
	'original',
	'bytes',
	'sha256',
	'type',
	'status'
] as const;

const manifestCsv = (files: readonly Listed[]): string =>
	`\ufeff${csvLine(heads)}${files
		.map((file) => csvLine(heads.map((head) => asText(file[head]))))
		.join('')}`;
