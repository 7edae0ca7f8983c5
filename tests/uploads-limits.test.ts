// Long because one upload counter, whose last law is that nothing went wrong behind all others.
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accept } from '$lib/domain/refusal';
import { discardEntry } from '$lib/server/contests/entry-withdraw';
import { editions, entryFiles, films, jobs, uploads } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { takenBy } from '$lib/server/films/quota';
import { forgetUploads, sweepErased } from '$lib/server/films/sweep-erased';
import { RESERVE } from '$lib/server/films/yard';
import { uploadSentence as enSentence, uploads as en } from '$lib/words/en/uploads';
import { uploadSentence as zhSentence, uploads as zh } from '$lib/words/zh/uploads';
import { NOON } from './make';
import { filmBytes, metadata, openCounter, said, sha256 } from './uploading';
import type { Counter } from './uploading';

const MB = 1024 * 1024;
const GB = 1024 * MB;
let counter: Counter;

beforeAll(async () => {
	counter = await openCounter({ quotaBytes: 5 * GB });
});
afterAll(() => counter.close());

const begun = (length: number, over: Record<string, string> = {}, cookie?: string) =>
	counter.send(
		'POST',
		'/uploads',
		{
			'upload-length': String(length),
			'upload-metadata': metadata({ entry: counter.me.entryId, material: 'film', ...over })
		},
		undefined,
		cookie
	);

describe('room', () => {
	it('is what open uploads declared and kept files take; ending one gives it back', async () => {
		const first = await counter.begin(3 * GB);
		const over = await begun(2 * GB + 1);
		expect(said(over)).toEqual([413, 'quota']);
		expect((JSON.parse(over.text) as { values: unknown }).values).toEqual({
			limit: 5 * GB,
			used: 3 * GB
		});
		await counter.send('DELETE', first);
		expect((await begun(2 * GB + 1)).status).toBe(201);
		// One that does not say its length takes as much as a film may.
		const deferred = await counter.send('POST', '/uploads', {
			'upload-defer-length': '1',
			'upload-metadata': metadata({ entry: counter.me.entryId, material: 'film' })
		});
		expect(said(deferred)).toEqual([413, 'quota']);
	});

	it('is given back when an entry was deleted, once its bytes are gone and not before', async () => {
		const own = await openCounter();
		const { db, desk, me, yard, editionId } = own;
		const kept = await own.patch(await own.begin(1000), 0, filmBytes(1000));
		expect(kept.headers['liantu-state']).toBe('kept');
		const part = await own.begin(500);
		await own.patch(part, 0, filmBytes(100));
		// Whole, and killed before it was kept.
		const whole = (await own.begin(100)).split('/').at(-1)!;
		writeFileSync(join(yard.incoming, whole), filmBytes(100));
		const filmId = 'killed';
		const set = { state: 'complete', offset: 100, filmId } as const;
		await write(db, (tx) => tx.update(uploads).set(set).where(eq(uploads.id, whole)));
		const taken = () => takenBy(db, me.id, editionId);
		expect(await taken()).toBe(1600);
		const by = { who: { id: me.id, grants: [] } as never, address: null, now: NOON };
		expect(await discardEntry(db, by, me.entryId)).toEqual(accept(true));
		expect([await db.$count(films), await taken()]).toEqual([0, 1100]);
		const [row] = await db.select().from(uploads).where(eq(uploads.id, whole));
		expect((await desk.conclude(row!, null, null)).ok).toBe(false);
		expect(await taken()).toBe(1000);
		await sweepErased(yard);
		await forgetUploads(yard, NOON);
		const left: string[] = [];
		for await (const { key } of yard.storage.list('')) left.push(key);
		expect([await taken(), await db.$count(uploads), left]).toEqual([0, 0, []]);
		expect(own.defects).toEqual([]);
		await own.close();
	});

	it('of one that does not say its length is what its own place allows, as the place is by now', async () => {
		const own = await openCounter({ quotaBytes: 5 * GB });
		const deferred = async (material: string) =>
			(
				await own.send('POST', '/uploads', {
					'upload-defer-length': '1',
					'upload-metadata': metadata({ entry: own.me.entryId, material })
				})
			).headers.location!;
		const taken = () => takenBy(own.db, own.me.id, own.editionId);
		const path = await deferred('film');
		const { film, materials } = own.plan.categories[0]!;
		expect(await taken()).toBe(film!.maxBytes);
		await deferred('poster');
		const poster = materials.find(({ id }) => id === 'poster')!;
		expect(await taken()).toBe(film!.maxBytes + poster.maxBytes);
		film!.maxBytes = 6 * GB;
		await write(own.db, (tx) =>
			tx.update(editions).set({ plan: own.plan }).where(eq(editions.id, own.editionId))
		);
		const long = await own.patch(path, 0, filmBytes(100), { 'upload-length': String(5 * GB) });
		expect(said(long)).toEqual([413, 'quota']);
		expect(said(await own.patch(path, 0, filmBytes(100)))).toEqual([413, 'quota']);
		const short = await own.patch(path, 0, filmBytes(100), { 'upload-length': '100' });
		expect(short.headers['liantu-state']).toBe('kept');
		expect(await taken()).toBe(100 + poster.maxBytes);
		await own.close();
	});

	it('is given once, to whoever of many asks first', async () => {
		const own = await openCounter({ quotaBytes: 10 * MB });
		const asked = await Promise.all(
			Array.from({ length: 20 }, () => own.begin(4 * MB).catch((error: Error) => error.message))
		);
		expect(asked.filter((answer) => answer.startsWith('/uploads/')).length).toBe(2);
		await own.close();
	});

	it('on the disk is kept for what was begun, and said only to those who may send', async () => {
		const own = await openCounter({ quotaBytes: 50 * GB });
		own.yard.free = () => Promise.resolve(RESERVE + 3 * GB);
		const first = await own.begin(2 * GB);
		await expect(own.begin(GB + 1)).rejects.toThrow('"disk"');
		expect((await own.patch(first, 0, filmBytes(5000))).status).toBe(204);
		await own.desk.marks.flush();
		expect(await own.row(first)).toMatchObject({ offset: 5000, length: 2 * GB });
		await own.begin(GB + 5000);
		await expect(own.begin(1)).rejects.toThrow('"disk"');
		const { cookie } = await own.other();
		const entry = { entry: own.me.entryId, material: 'film' };
		const headers = { 'upload-length': String(GB), 'upload-metadata': metadata(entry) };
		expect(said(await own.send('POST', '/uploads', headers, undefined, cookie))).toEqual([
			404,
			'missing'
		]);
		await own.close();
	});

	it('on the disk is looked at while bytes arrive: what is left over stays for the portal', async () => {
		const own = await openCounter();
		// More than may be under way between two looks.
		const film = filmBytes(100 * MB);
		const path = await own.begin(film.length);
		let looks = 0;
		own.yard.free = () => Promise.resolve(looks++ ? RESERVE - 1 : RESERVE);
		const stopped = await own.patch(path, 0, film);
		expect(said(stopped)).toEqual([507, 'disk']);
		const { offset, state } = await own.row(path);
		expect([state, offset >= 16 * MB, offset < film.length]).toEqual(['open', true, true]);
		expect(said(await own.patch(path, offset, film.subarray(offset)))).toEqual([507, 'disk']);
		own.yard.free = () => Promise.resolve(RESERVE);
		const last = await own.patch(path, offset, film.subarray(offset));
		expect(last.headers['liantu-sha256']).toBe(sha256(film));
		await own.close();
	});

	it('on the disk runs out with a sentence, and what arrived is safe', async () => {
		const film = filmBytes(1000);
		const path = await counter.begin(film.length);
		const file = join(counter.yard.incoming, path.split('/').at(-1)!);
		symlinkSync('/dev/full', file);
		const full = await counter.patch(path, 0, film);
		expect([...said(full), full.headers['upload-offset']]).toEqual([507, 'disk', '0']);
		rmSync(file);
		expect((await counter.patch(path, 0, film)).headers['liantu-sha256']).toBe(sha256(film));
	});
});

describe('a place of an entry', () => {
	it('takes as many files as the plan says, and one instead of another', async () => {
		const own = await openCounter();
		own.plan.categories[0]!.materials[0]!.max = 1;
		await write(own.db, (tx) =>
			tx.update(editions).set({ plan: own.plan }).where(eq(editions.id, own.editionId))
		);
		const kept = await own.patch(await own.begin(100), 0, filmBytes(100));
		await expect(own.begin(100)).rejects.toThrow('too-many');
		const fileId = String(kept.headers['liantu-file']);
		const next = await own.patch(await own.begin(100, { replaces: fileId }), 0, filmBytes(100));
		const lying = await own.db
			.select({ id: entryFiles.id })
			.from(entryFiles)
			.where(and(eq(entryFiles.entryId, own.me.entryId), isNull(entryFiles.removedAt)));
		expect(lying).toEqual([{ id: next.headers['liantu-file'] }]);
		// The film that was replaced lies in the store until nobody needs it.
		expect(await own.db.$count(films)).toBe(2);
		await own.close();
	});

	it('takes what it asks for and nothing else, refused with the first bytes', async () => {
		const tried = async (material: string, bytes: Buffer) => {
			const path = await counter.begin(bytes.length, { material });
			const answer = await counter.patch(path, 0, bytes);
			return answer.status === 204 ? 'kept' : said(answer)[1];
		};
		const text = (lead: string) => Buffer.from(lead.padEnd(6000, ' '), 'latin1');
		expect(await tried('film', text('MZ'))).toBe('program');
		expect(await tried('film', text('<html><script>'))).toBe('page');
		expect(await tried('film', text('#EXTM3U\nhttp://127.0.0.1/'))).toBe('playlist');
		expect(await tried('film', text('PK\x03\x04'))).toBe('archive');
		expect(await tried('film', text('%PDF-1.7'))).toBe('not-film');
		expect(await tried('poster', filmBytes(6000))).toBe('not-picture');
		expect(await tried('poster', text('<svg xmlns="x">'))).toBe('vector');
		expect(await tried('script', text('%PDF-1.7 <script>1</script>'))).toBe('mixed');
		expect(await tried('script', text('%PDF-1.7\n'))).toBe('kept');
		expect(await tried('captions', text('WEBVTT\n\n'))).toBe('kept');
		expect(await tried('captions', filmBytes(6000))).toBe('not-captions');
	});

	it('a refused file stops where its nature showed, and its bytes are gone', async () => {
		const path = await counter.begin(50 * MB);
		const piece = Buffer.alloc(16 * MB);
		piece.write('MZ');
		expect(said(await counter.patch(path, 0, piece))).toEqual([422, 'program']);
		expect(await counter.row(path)).toMatchObject({
			state: 'refused',
			reason: 'program',
			offset: 0
		});
		expect(counter.incoming()).not.toContain(path.split('/').at(-1));
		expect(said(await counter.patch(path, 0, filmBytes(100)))).toEqual([422, 'program']);
	});

	it('films are queued for inspection, captions to be converted, documents to be copied bare', async () => {
		const rows = await counter.db.select().from(films);
		const queued = new Map(
			(await counter.db.select().from(jobs)).map(({ subject, kind }) => [subject, kind])
		);
		const kinds: Record<string, string> = {
			film: 'inspect',
			captions: 'captions',
			document: 'bare'
		};
		for (const { id, form, state } of rows)
			expect([form, state, queued.get(id)]).toEqual([
				form,
				form === 'film' ? 'arrived' : 'ready',
				kinds[form]
			]);
		expect(new Set(rows.map(({ form }) => form))).toEqual(
			new Set(['film', 'document', 'captions'])
		);
	});
});

it('every reason has a sentence in both languages, with its numbers', () => {
	const detail = { limit: 2 * GB, used: 3 * MB, length: 9 };
	for (const reason of Object.keys(zh.reason)) {
		expect(zhSentence(reason, detail)).toMatch(/。$/);
		expect(enSentence(reason, detail)).toMatch(/\.$/);
	}
	expect(Object.keys(en.reason)).toEqual(Object.keys(zh.reason));
	expect(zhSentence('too-large', detail)).toContain('2 GB');
	expect(enSentence('quota', detail)).toContain('3 MB');
	expect(zhSentence('nobody knows')).toBe(zhSentence('failed'));
});

it('nothing went wrong behind these answers', () => {
	// A full disk is told to the operator too.
	expect(counter.defects.map((line) => (line as { status: number }).status)).toEqual([507]);
});
