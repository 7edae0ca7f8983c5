import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, expect, it } from 'vitest';
import { parseEntries } from '$lib/domain/contests/filter-entries';
import type { Db } from '$lib/server/db/open';
import { audit, entryFiles, entryVersions, films } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { anEdition, anEntry, content } from '$tests/contests';
import type { AnEdition } from '$tests/contests';
import { emptyDb, NOON } from '$tests/make';
import { asRole } from '$tests/people';
import { unpack } from '$tests/unpack';
import { FolderStorage } from '../storage/folder';
import { exportEntries } from './export-entries';
import { packageEntries, packageSize } from './package';

let db: Db;
let edition: AnEdition;
let storage: FolderStorage;
const by = asRole('organizer');
const query = () => ({ ...parseEntries(new URLSearchParams()), edition: edition.editionId });

beforeEach(async () => {
	db = await emptyDb();
	edition = await anEdition(db);
	storage = new FolderStorage(mkdtempSync(join(tmpdir(), 'liantu-package-')));
});

async function sent(title: string, bytes: string, over: { kept?: boolean; claims?: string } = {}) {
	const entry = await anEntry(db, edition, { state: 'submitted', content: content({ title }) });
	const key = `films/${entry.id}/original`;
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	if (over.kept !== false) await storage.put(key, Readable.from([Buffer.from(bytes)]));
	await write(db, async (tx) => {
		const [film] = await tx
			.insert(films)
			.values({
				form: 'film',
				sha256: over.claims ?? sha256,
				bytes: Buffer.byteLength(bytes),
				type: 'video/mp4',
				key
			})
			.returning();
		const [file] = await tx
			.insert(entryFiles)
			.values({
				entryId: entry.id,
				materialId: 'film',
				filmId: film!.id,
				originalName: '../../evil.MP4',
				addedAt: NOON
			})
			.returning();
		await tx.insert(entryVersions).values({
			entryId: entry.id,
			number: 1,
			content: entry.content,
			files: [file!.id],
			at: NOON
		});
	});
	return { ...entry, sha256 };
}

async function packed(pattern = '{number}-{title}.{ext}') {
	const stream = await packageEntries(db, by, storage, query(), {
		pattern,
		which: 'films',
		locale: 'zh'
	});
	const files = unpack(Buffer.from(await new Response(stream).arrayBuffer()));
	return new Map([...files].map(([name, bytes]) => [name, bytes.toString('utf8')]));
}

it('holds every original under a name that stays in its folder, and a manifest with hashes', async () => {
	const one = await sent('../../etc/passwd', 'film one');
	const two = await sent('con', 'film two');
	const files = await packed();
	expect([...files.keys()].sort()).toEqual(
		[
			`${one.number}-._._etc_passwd.mp4`,
			`${two.number}-con.mp4`,
			'manifest.csv',
			'manifest.json'
		].sort()
	);
	expect(files.get(`${two.number}-con.mp4`)).toBe('film two');
	const manifest = JSON.parse(files.get('manifest.json')!) as {
		files: { path: string; sha256: string; status: string }[];
	};
	expect(manifest.files.map(({ sha256, status }) => [sha256, status])).toEqual([
		[one.sha256, 'packed'],
		[two.sha256, 'packed']
	]);
	expect(await packageSize(db, by.who, query(), 'films')).toEqual({ files: 2, bytes: 16 });
});

it('names two works alike apart', async () => {
	await sent('清风', 'a');
	await sent('清风', 'b');
	const files = await packed('{title}.{ext}');
	expect([files.get('清风.mp4'), files.get('清风-2.mp4')]).toEqual(['a', 'b']);
});

it('says of a film whose bytes are gone that they are missing', async () => {
	await sent('清风', 'a', { kept: false });
	const files = await packed();
	expect([...files.keys()]).toEqual(['manifest.csv', 'manifest.json']);
	expect(files.get('manifest.json')).toContain('"status": "missing"');
});

it('breaks off where bytes are not what their row says: no manifest, no whole archive', async () => {
	await sent('清风', 'a', { claims: 'f'.repeat(64) });
	await expect(packed()).rejects.toThrow('is not what its row says');
});

it('is recorded before the first byte, with how many and which', async () => {
	await sent('清风', 'a');
	await packageEntries(db, by, storage, query(), {
		pattern: '{title}',
		which: 'all',
		locale: 'zh'
	});
	const [record] = await db.select().from(audit);
	expect(record!.act).toBe('package');
	expect(record!.record).toContain('"which":"all"');
});

it('a table has the columns that were chosen, texts that are no formulas, and says which reach a person', async () => {
	await sent('=HYPERLINK("http://x")', 'a');
	const made = await exportEntries(db, by, query(), {
		format: 'csv',
		names: ['phone', 'title', 'nonsense'],
		locale: 'zh'
	});
	let text = '';
	for await (const piece of made!.pieces) text += String(piece);
	expect(text).toBe(`\ufeff作品名称,联系电话\r\n"'=HYPERLINK(""http://x"")",13800000000\r\n`);
	const [record] = await db.select().from(audit);
	expect(record!.record).toContain('"personal":"phone"');
});
