// Long because one upload counter, whose last law is that nothing went wrong behind all others.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accept } from '$lib/domain/refusal';
import { removeFile } from '$lib/server/contests/entry-files';
import { audit, auditPersonal, entryFiles, films, jobs } from '$lib/server/db/schema';
import { openUploads } from '$lib/server/films/uploads';
import { NOON } from './make';
import { filmBytes, metadata, openCounter, said, sha256 } from './uploading';
import type { Counter } from './uploading';

const MB = 1024 * 1024;
let counter: Counter;

beforeAll(async () => {
	counter = await openCounter();
});
afterAll(() => counter.close());

describe('an upload', () => {
	it('sent in pieces is kept whole: in the store, as rows, for inspection, on record', async () => {
		const film = filmBytes(3 * MB + 17);
		const path = await counter.begin(film.length, { sha256: sha256(film) });
		const first = await counter.patch(path, 0, film.subarray(0, 2 * MB));
		expect([first.status, first.headers['upload-offset'], first.headers['liantu-state']]).toEqual([
			204,
			String(2 * MB),
			'open'
		]);
		const last = await counter.patch(path, 2 * MB, film.subarray(2 * MB));
		expect([last.status, last.headers['liantu-state'], last.headers['liantu-sha256']]).toEqual([
			204,
			'kept',
			sha256(film)
		]);
		const filmId = String(last.headers['liantu-film']);
		const { db, me } = counter;
		const [row] = await db.select().from(films).where(eq(films.id, filmId));
		expect(row).toMatchObject({
			form: 'film',
			sha256: sha256(film),
			bytes: film.length,
			type: 'video/mp4',
			state: 'arrived',
			editionId: counter.editionId,
			uploadedBy: me.id
		});
		const [file] = await db
			.select()
			.from(entryFiles)
			.where(eq(entryFiles.id, String(last.headers['liantu-file'])));
		expect(file).toMatchObject({ entryId: me.entryId, materialId: 'film', filmId });
		expect(file!.originalName).toBe('清风.mp4');
		const [job] = await db.select().from(jobs).where(eq(jobs.subject, filmId));
		expect([job?.kind, job?.state]).toEqual(['inspect', 'waiting']);
		const acts = await db.select().from(audit).where(eq(audit.thing, filmId));
		expect(acts.map(({ act, noun, person }) => [act, noun, person])).toEqual([
			['upload', 'films', me.id]
		]);
		expect(sha256(readFileSync(join(counter.folder, 'files', row!.key)))).toBe(sha256(film));
		expect(counter.incoming()).not.toContain(path.split('/').at(-1));
	});

	it('leaves no name in the record, kept, taken out or given up: names of files name people', async () => {
		const { db, me } = counter;
		const filename = '王小明访谈.mp4';
		const kept = await counter.patch(await counter.begin(100, { filename }), 0, filmBytes(100));
		const who = { id: me.id, name: '', email: '', grants: [], session: '', strong: false };
		const by = { who: { ...who, provedAt: null }, address: null, now: NOON };
		const fileId = String(kept.headers['liantu-file']);
		expect(await removeFile(db, by as never, me.entryId, fileId)).toEqual(accept(filename));
		await counter.send('DELETE', await counter.begin(100, { filename }));
		const acts = (await db.select().from(audit)).slice(-3);
		expect(acts.map(({ act, record }) => [act, record.includes('王小明')])).toEqual([
			['upload', false],
			['remove', false],
			['drop', false]
		]);
		const beside = await db.select().from(auditPersonal).where(eq(auditPersonal.path, '/title'));
		const said = beside.slice(-3).map(({ person, value }) => [person, value]);
		expect(said).toEqual(acts.map(() => [me.id, JSON.stringify(filename)]));
	});

	it('says how far it is, and nothing more is taken once it is kept', async () => {
		const film = filmBytes(1000);
		const path = await counter.begin(1000);
		await counter.patch(path, 0, film.subarray(0, 400));
		const head = await counter.send('HEAD', path);
		expect([
			head.status,
			head.headers['upload-offset'],
			head.headers['upload-length'],
			head.headers['cache-control']
		]).toEqual([200, '400', '1000', 'no-store']);
		await counter.patch(path, 400, film.subarray(400));
		expect((await counter.send('HEAD', path)).headers['liantu-state']).toBe('kept');
		expect(said(await counter.patch(path, 1000, Buffer.from('x')))).toEqual([409, 'offset']);
	});

	it('may bring its first bytes when it is begun', async () => {
		const film = filmBytes(5000);
		const answer = await counter.send(
			'POST',
			'/en/uploads',
			{
				'upload-length': '5000',
				'content-type': 'application/offset+octet-stream',
				'upload-metadata': metadata({ entry: counter.me.entryId, material: 'film' })
			},
			film
		);
		expect([
			answer.status,
			answer.headers['upload-offset'],
			answer.headers['liantu-state']
		]).toEqual([201, '5000', 'kept']);
		expect(answer.headers.location).toMatch(/^\/en\/uploads\/[0-9a-f]{32}$/);
	});

	it('may say its length later, within what is allowed', async () => {
		const film = filmBytes(2000);
		const begun = await counter.send('POST', '/uploads', {
			'upload-defer-length': '1',
			'upload-metadata': metadata({ entry: counter.me.entryId, material: 'film' })
		});
		const path = begun.headers.location!;
		await counter.patch(path, 0, film.subarray(0, 1000));
		expect((await counter.send('HEAD', path)).headers['upload-defer-length']).toBe('1');
		const tooLong = await counter.patch(path, 1000, film.subarray(1000), {
			'upload-length': String(50 * 1024 * MB)
		});
		expect(said(tooLong)).toEqual([413, 'too-large']);
		const last = await counter.patch(path, 1000, film.subarray(1000), { 'upload-length': '2000' });
		expect([last.status, last.headers['liantu-state']]).toEqual([204, 'kept']);
	});

	it('is given up when asked, and then gone', async () => {
		const path = await counter.begin(1000);
		await counter.patch(path, 0, filmBytes(300));
		expect((await counter.send('DELETE', path)).status).toBe(204);
		expect(counter.incoming()).not.toContain(path.split('/').at(-1));
		expect(said(await counter.send('HEAD', path))).toEqual([410, 'gone']);
		expect(said(await counter.patch(path, 300, filmBytes(700)))).toEqual([410, 'gone']);
	});

	it('goes on from another computer of the same account, known by its fingerprint', async () => {
		const path = await counter.begin(1000, { fingerprint: 'sha256:abc/1000' });
		await counter.patch(path, 0, filmBytes(300));
		const { db, me } = counter;
		await counter.desk.marks.flush();
		const found = (await openUploads(db, me, me.entryId)).find(({ id }) => path.endsWith(id));
		expect(found).toMatchObject({
			name: '清风.mp4',
			offset: 300,
			length: 1000,
			fingerprint: 'sha256:abc/1000',
			state: 'open'
		});
		const stranger = await counter.other();
		expect(await openUploads(db, stranger, me.entryId)).toEqual([]);
	});
});

describe('bytes that do not fit', () => {
	it('another offset than the last safe byte is refused and changes nothing', async () => {
		const path = await counter.begin(1000);
		await counter.patch(path, 0, filmBytes(300));
		for (const offset of [0, 299, 301, 1000]) {
			const answer = await counter.patch(path, offset, filmBytes(100));
			expect([...said(answer), answer.headers['upload-offset']]).toEqual([409, 'offset', '300']);
		}
		expect((await counter.row(path)).offset).toBe(300);
	});

	it('more bytes than were declared are refused, with a length or without', async () => {
		const path = await counter.begin(1000);
		expect(said(await counter.patch(path, 0, filmBytes(1001)))).toEqual([413, 'too-long']);
		const chunked = await counter.send(
			'PATCH',
			path,
			{
				'content-type': 'application/offset+octet-stream',
				'upload-offset': '0',
				'transfer-encoding': 'chunked'
			},
			undefined
		);
		expect(chunked.status).toBe(204);
		expect((await counter.row(path)).state).toBe('open');
	});

	it('a wrong hash of a piece is refused, and the piece with it', async () => {
		const film = filmBytes(1000);
		const path = await counter.begin(1000);
		const digest = (bytes: Buffer) => Buffer.from(sha256(bytes), 'hex').toString('base64');
		const wrong = await counter.patch(path, 0, film.subarray(0, 500), {
			'upload-checksum': `sha256 ${digest(film)}`
		});
		expect([...said(wrong), (await counter.row(path)).offset]).toEqual([460, 'checksum', 0]);
		for (const [from, to] of [
			[0, 500],
			[500, 1000]
		] as const)
			await counter.patch(path, from, film.subarray(from, to), {
				'upload-checksum': `sha256 ${digest(film.subarray(from, to))}`
			});
		expect(await counter.row(path)).toMatchObject({ state: 'kept', sha256: sha256(film) });
	});

	it('a wrong hash of the whole is refused, nothing of it is kept', async () => {
		const film = filmBytes(1000);
		const path = await counter.begin(1000, { sha256: sha256(filmBytes(1000)) });
		const before = await counter.db.$count(films);
		expect(said(await counter.patch(path, 0, film))).toEqual([422, 'hash']);
		expect(await counter.db.$count(films)).toBe(before);
		expect(await counter.row(path)).toMatchObject({ state: 'refused', reason: 'hash' });
		expect(counter.incoming()).not.toContain(path.split('/').at(-1));
		expect(said(await counter.send('HEAD', path))).toEqual([422, 'hash']);
	});

	it('the hash may be said with the last piece', async () => {
		const film = filmBytes(1000);
		const path = await counter.begin(1000);
		const claim = { 'liantu-sha256': sha256(filmBytes(10)) };
		expect(said(await counter.patch(path, 0, film, claim))).toEqual([422, 'hash']);
	});

	it('no bytes, no length and forty gigabytes are refused before anything is sent', async () => {
		const tried = async (headers: Record<string, string>) =>
			said(
				await counter.send('POST', '/uploads', {
					'upload-metadata': metadata({ entry: counter.me.entryId, material: 'film' }),
					...headers
				})
			);
		expect(await tried({ 'upload-length': '0' })).toEqual([400, 'empty']);
		expect(await tried({})).toEqual([400, 'length']);
		expect(await tried({ 'upload-length': '-1' })).toEqual([400, 'length']);
		expect(await tried({ 'upload-length': '1e3' })).toEqual([400, 'length']);
		expect(await tried({ 'upload-length': '10', 'upload-defer-length': '1' })).toEqual([
			400,
			'length'
		]);
		expect(await tried({ 'upload-length': String(40 * 1024 * MB) })).toEqual([413, 'too-large']);
	});
});

it('nothing went wrong behind these answers', () => {
	expect(counter.defects).toEqual([]);
});
