import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileText } from '$lib/domain/judging/log/file';
import { verifyLog } from '$lib/domain/judging/log/verify';
import { readVerifier } from '$lib/server/audit/key';
import { entries, entryFiles, quarantine } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { content } from '$tests/contests';
import { pathFor } from '$tests/films';
import { aStore, withFilm } from '$tests/judging-archive';
import { judged, released } from '$tests/judging-log';
import type { Judged } from '$tests/judging-log';
import { hashes } from '$tests/judging-tamper';
import { NOON } from '$tests/make';
import { objection } from '$tests/noticed';
import { unpack } from '$tests/unpack';
import { gather } from './archive';
import { archivePage, packArchive } from './archive-pack';
import type { Pages } from './archive-pack';
import { noticeOf } from './notices';
import { fileObjection } from './objections';

const part = { script: '1', style: '', title: '档案', needsScript: '' };
const pages: Pages = { locale: 'zh', archive: part, verifier: part, readme: '说明' };
const storage = aStore();
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let all: Judged;
let winners: string[];
let files: Map<string, Buffer>;
beforeAll(async () => {
	all = await released({ entries: 5, award: true });
	winners = all.round.entries.slice(-2).map(({ id }) => id);
	const film = pathFor('small.mp4');
	writeFileSync(film, 'a film');
	await withFilm(all, storage, winners[0]!, { path: film, free: true });
	await withFilm(all, storage, winners[1]!, { path: film, free: false });
	await write(all.db, (tx) =>
		tx.update(entries).set({
			content: content({
				crew: [
					{ id: 'a', name: '甲成人', role: 'director', age: 'adult', guardian: null },
					{ id: 'b', name: '乙少年', role: 'director', age: 'under-18', guardian: null }
				]
			})
		})
	);
	const { db, dataDir, round } = all;
	const notice = (await noticeOf(db, round.editionId))!;
	await storage.put('letters/canary', Readable.from(['CANARY LETTER']));
	const filed = await fileObjection(
		db,
		{ who: null, address: null, now: NOON },
		notice.id,
		objection(round.entries[0]!.number, { text: '金丝雀：请核对这件作品的来源。' }),
		{
			letter: { key: 'letters/canary', sha256: sha256(Buffer.from('CANARY LETTER')) },
			locale: 'zh'
		}
	);
	expect(filed.ok).toBe(true);
	const made = await packArchive(db, round.editionId, pages, { dataDir, storage, now: NOON });
	files = unpack(Buffer.from(await new Response(made).arrayBuffer()));
});

const text = (name: string) => files.get(name)!.toString();

describe('a sealed archive', () => {
	it('has nothing of who objected, what they said, and the letter they sent', () => {
		for (const [name, bytes] of files) {
			const said = bytes.toString();
			const found = ['CANARY', 'letters/', '金丝雀', '王小明', '13800000000'].filter((word) =>
				said.includes(word)
			);
			expect([name, found]).toEqual([name, []]);
		}
	});

	it('lists every file with its hash, and the portal signed the list', () => {
		const manifest = JSON.parse(text('manifest.json')) as {
			files: { path: string; sha256: string; bytes: number }[];
		};
		const own = ['manifest.json', 'manifest.note', 'SHA256SUMS'];
		expect(manifest.files.map(({ path }) => path).sort()).toEqual(
			[...files.keys()].filter((name) => !own.includes(name)).sort()
		);
		for (const { path, sha256: said, bytes } of manifest.files)
			expect([sha256(files.get(path)!), files.get(path)!.length]).toEqual([said, bytes]);
		const { key } = readVerifier(all.dataDir)!;
		const body = fileText(key.name, 'archive', sha256(files.get('manifest.json')!));
		const [, signature] = /\n— \S+ (\S+)\n$/.exec(text('manifest.note'))!;
		expect(text('manifest.note').startsWith(`${body}\n`)).toBe(true);
		const bytes = Buffer.from(signature!, 'base64').subarray(4);
		expect(hashes.signedBy!(key.key, Buffer.from(body), bytes)).toBe(true);
	});

	it('holds the log whole, beside the page and within it', () => {
		const log = text('judging-log.jsonl');
		expect(verifyLog(log, hashes).findings).toEqual([]);
		const [, inside] = /id="log">([^<]*)</.exec(text('index.html'))!;
		expect(inside!.replaceAll('&lt;', '<').replaceAll('&amp;', '&')).toBe(log);
	});

	it('has films that were released to be shown, and no other', async () => {
		const found = await gather(all.db, all.round.editionId, {
			now: NOON,
			withFilms: true,
			storage
		});
		expect(found!.archive.entries).toHaveLength(2);
		const free = found!.archive.entries.find(({ id }) => id === winners[0])!;
		const shut = found!.archive.entries.find(({ id }) => id === winners[1])!;
		expect([...files.keys()].filter((name) => name.startsWith('films/'))).toEqual([
			free.film!.path
		]);
		expect(files.get(free.film!.path)!.toString()).toBe('a film');
		expect(shut.film).toBe(null);
	});

	it('names grown-ups whose work was released, and nobody else', () => {
		const all = [...files.values()].map(String).join('');
		expect(all.match(/甲成人/g)).toHaveLength(1);
		for (const secret of ['乙少年', '13800000000', 'li@example.cn', '评委1'])
			expect(all.includes(secret)).toBe(false);
	});

	it('has no film the scanner for malware has not cleared', async () => {
		const { db, round } = all;
		const films = async () =>
			(await gather(db, round.editionId, { now: NOON, withFilms: true, storage }))!.films.length;
		expect(await films()).toBe(1);
		const id = (await db.select().from(entryFiles).where(eq(entryFiles.entryId, winners[0]!)))[0]!
			.filmId;
		await write(db, (tx) =>
			tx.insert(quarantine).values({ id, noun: 'films', state: 'found', finding: 'x', since: NOON })
		);
		expect(await films()).toBe(0);
		await write(db, (tx) => tx.delete(quarantine).where(eq(quarantine.id, id)));
	});

	it('is broken off where a film is not what its row says', async () => {
		const { db, dataDir, round } = all;
		const other = aStore();
		const film = pathFor('other.mp4');
		writeFileSync(film, 'b film');
		await other.put(`films/${winners[0]}/720p`, film);
		const made = await packArchive(db, round.editionId, pages, {
			...{ dataDir, storage: other, now: NOON }
		});
		await expect(new Response(made).arrayBuffer()).rejects.toThrow();
	});
});

it('no archive is made before the results are released and the notice tells who won', async () => {
	const sealed = await judged();
	await sealed.end('sealed');
	for (const { db, dataDir, round } of [sealed, await released()]) {
		const where = { dataDir, storage, now: NOON };
		expect(await packArchive(db, round.editionId, pages, where)).toBe(null);
		expect(await archivePage(db, round.editionId, pages, where)).toBe(null);
	}
});

it('data in a page cannot end its element', async () => {
	await write(all.db, (tx) =>
		tx
			.update(entries)
			.set({ title: '</script><script>alert(1)</script>' })
			.where(eq(entries.id, winners[0]!))
	);
	const { db, dataDir, round } = all;
	const made = await archivePage(db, round.editionId, pages, { dataDir, now: NOON });
	let html = '';
	for await (const piece of made!.pieces()) html += piece;
	expect(html.match(/<script/g)).toHaveLength(4);
	expect(html).not.toContain('alert(1)</script');
});
