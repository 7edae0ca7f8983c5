// Long because one upload counter hears from everybody who may send and everybody who may not.
import { existsSync, readdirSync } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Who } from '$lib/domain/people/who';
import { entries, uploads } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { AN_HOUR } from '$lib/server/films/upload-pace';
import { keyOf } from '$lib/server/films/yard';
import { NOON } from './make';
import { signedIn } from './people';
import { filmBytes, metadata, openCounter, said, sha256 } from './uploading';
import type { Counter } from './uploading';

let counter: Counter;

beforeAll(async () => {
	counter = await openCounter();
});
afterAll(() => counter.close());

describe('who may send', () => {
	it('nobody who is not signed in, and nobody from another site', async () => {
		const path = await counter.begin(1000);
		expect(said(await counter.send('HEAD', path, {}, undefined, ''))).toEqual([401, 'sign-in']);
		const foreign = await counter.patch(path, 0, filmBytes(10), { origin: 'https://evil.example' });
		expect(foreign.status).toBe(403);
		const scripted = await counter.patch(path, 0, filmBytes(10), {
			'sec-fetch-site': 'cross-site'
		});
		expect(scripted.status).toBe(403);
		expect((await counter.row(path)).offset).toBe(0);
	});

	it('another’s upload is no upload: not asked for, sent to, ended, or joined', async () => {
		const path = await counter.begin(1000);
		const { cookie } = await counter.other();
		const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };
		for (const [method, body] of [
			['HEAD', undefined],
			['PATCH', filmBytes(10)],
			['DELETE', undefined]
		] as const)
			expect(said(await counter.send(method, path, headers, body, cookie))).toEqual([
				404,
				'missing'
			]);
		const metadata_ = metadata({ entry: counter.me.entryId, material: 'film' });
		expect(
			said(
				await counter.send(
					'POST',
					'/uploads',
					{ 'upload-length': '10', 'upload-metadata': metadata_ },
					undefined,
					cookie
				)
			)
		).toEqual([404, 'missing']);
		expect(await counter.row(path)).toMatchObject({ state: 'open', offset: 0 });
	});

	it('what was sent is never served from there', async () => {
		const path = await counter.begin(1000);
		const answer = await counter.send('GET', path);
		expect([answer.status, answer.headers.allow, answer.body.length]).toEqual([
			405,
			'POST, HEAD, PATCH, DELETE, OPTIONS',
			0
		]);
	});

	it('nobody after the close, and in the grace what bytes had come of before it', async () => {
		const own = await openCounter();
		const { closesAt, graceMinutes } = own.plan.dates;
		const [path, announced, silent] = [
			await own.begin(1000),
			await own.begin(1000),
			await own.begin(1000)
		];
		const headers = { 'content-type': 'application/offset+octet-stream' };
		for (const [to, at] of [
			[path, closesAt! - 1],
			[silent, closesAt! - 16 * 60_000]
		] as const) {
			own.clock.now = at;
			const token = await signedIn(own.db, own.me.id, { now: at });
			const first = { ...headers, 'upload-offset': '0' };
			expect((await own.send('PATCH', to, first, filmBytes(100), `liantu=${token}`)).status).toBe(
				204
			);
		}
		await own.desk.marks.flush();
		own.clock.now = closesAt! + 1;
		const token = await signedIn(own.db, own.me.id, { now: own.clock.now });
		const send = (method: string, to: string, more: Record<string, string>, body?: Buffer) =>
			own.send(method, to, { ...headers, ...more }, body, `liantu=${token}`);
		const late = await send('POST', '/uploads', {
			'content-type': 'text/plain',
			'upload-length': '10',
			'upload-metadata': metadata({ entry: own.me.entryId, material: 'film' })
		});
		expect(said(late)).toEqual([422, 'closed']);
		expect((await send('PATCH', path, { 'upload-offset': '100' }, filmBytes(400))).status).toBe(
			204
		);
		for (const [to, at] of [
			[announced, '0'],
			[silent, '100']
		] as const)
			expect(said(await send('PATCH', to, { 'upload-offset': at }, filmBytes(500)))).toEqual([
				422,
				'closed'
			]);
		own.clock.now = closesAt! + graceMinutes * 60_000;
		expect(said(await send('PATCH', path, { 'upload-offset': '500' }, filmBytes(500)))).toEqual([
			422,
			'closed'
		]);
		await own.close();
	});

	it('nobody into an entry that was decided, until it is returned', async () => {
		const own = await openCounter();
		const state = (set: Partial<typeof entries.$inferInsert>) =>
			write(own.db, (tx) => tx.update(entries).set(set).where(eq(entries.id, own.me.entryId)));
		const path = await own.begin(1000);
		await state({ state: 'passed', number: 'T-1', submittedAt: NOON });
		expect(said(await own.patch(path, 0, filmBytes(10)))).toEqual([422, 'decided']);
		await state({ state: 'returned' });
		expect((await own.patch(path, 0, filmBytes(10))).status).toBe(204);
		await own.close();
	});
});

it('of two who bring the same bytes at once one is let in', async () => {
	const film = filmBytes(4_000_000);
	const path = await counter.begin(film.length);
	const answers = await Promise.all([
		counter.patch(path, 0, film),
		counter.patch(path, 0, film),
		counter.patch(path, 0, film)
	]);
	const statuses = answers.map(({ status }) => status).sort();
	expect(statuses[0]).toBe(204);
	expect(statuses.slice(1).every((status) => status === 409 || status === 423)).toBe(true);
	expect(await counter.row(path)).toMatchObject({ state: 'kept', sha256: sha256(film) });
});

it('nobody begins and gives up without end: neither does a thing once an hour’s worth is used', async () => {
	const own = await openCounter();
	const path = await own.begin(1000);
	const by = { who: { id: own.me.id } as Who, address: null, now: NOON };
	for (let n = 1; n < AN_HOUR; n++) await own.desk.desk.join(by, {} as never, []).catch(() => {});
	const begun = { 'upload-length': '10' };
	const of = { 'upload-metadata': metadata({ entry: own.me.entryId, material: 'film' }) };
	const answers = [
		await own.send('POST', '/uploads', { ...begun, ...of }),
		await own.send('POST', '/uploads', { 'upload-concat': `final;${path}`, ...of }),
		await own.send('DELETE', path)
	];
	expect(answers.map(said)).toEqual(answers.map(() => [429, 'too-often']));
	expect([await own.db.$count(uploads), (await own.row(path)).state]).toEqual([1, 'open']);
	const { cookie } = await own.other();
	expect(said(await own.send('POST', '/uploads', { ...begun, ...of }, undefined, cookie))).toEqual([
		404,
		'missing'
	]);
	// What is under way goes on.
	expect((await own.patch(path, 0, filmBytes(1000))).headers['liantu-state']).toBe('kept');
	await own.close();
});

it('what is kept is never written again, whatever was known of it before', async () => {
	const film = filmBytes(1000);
	const path = await counter.begin(film.length);
	const before = await counter.row(path);
	await counter.patch(path, 0, film);
	const { desk, yard } = counter;
	const by = { who: { id: counter.me.id } as Who, address: null, now: NOON };
	const piece = { offset: 0, bytes: 1000, length: null, checksum: null, sha256: null };
	const again = await desk.desk.receive(by, before, piece, Readable.from([filmBytes(1000)]));
	expect(again).toEqual({ ok: false, refusals: [{ field: '', reason: 'offset' }] });
	expect((await desk.desk.end(by, before)).ok).toBe(false);
	const { filmId } = await counter.row(path);
	expect(sha256(await buffer(await yard.storage.read(keyOf(filmId!))))).toBe(sha256(film));
	expect(counter.incoming()).not.toContain(before.id);
});

it('speaks the protocol: versions, what it can do, and nothing half understood', async () => {
	const options = await counter.send('OPTIONS', '/uploads');
	expect([
		options.status,
		options.headers['tus-version'],
		options.headers['tus-extension']
	]).toEqual([
		204,
		'1.0.0',
		'creation,creation-with-upload,creation-defer-length,expiration,checksum,termination,concatenation'
	]);
	const path = await counter.begin(1000);
	const old = await counter.send('HEAD', path, { 'tus-resumable': '0.2.2' });
	expect([old.status, old.headers['tus-version']]).toEqual([412, '1.0.0']);
	expect(said(await counter.send('PATCH', path, { 'upload-offset': '0' }, filmBytes(9)))).toEqual([
		415,
		'type'
	]);
	const described = (text: string) =>
		counter.send('POST', '/uploads', { 'upload-length': '10', 'upload-metadata': text });
	const entry = metadata({ entry: counter.me.entryId });
	const material = metadata({ material: 'film' });
	for (const text of [
		'',
		entry,
		material,
		`${entry},${material},${material}`,
		`${entry},${material},owner Zm9v`,
		`${entry},${material},filename %%%`,
		`${entry},${material},filename gIA=`,
		`${entry},${material},sha256 ${Buffer.from('abc').toString('base64')}`,
		`entry ${Buffer.from("x' OR 1").toString('base64')},${material}`
	])
		expect([text, ...said(await described(text))]).toEqual([text, 400, 'metadata']);
	expect(said(await described(`${entry},${metadata({ material: 'nothing' })}`))).toEqual([
		404,
		'missing'
	]);
});

it('names are cleaned, and no name reaches the disk', async () => {
	const names = [
		'../../etc/passwd',
		'C:\\films\\con.mp4',
		'a\0b\u202egpj.exe',
		'名'.repeat(300) + '.mp4',
		'"><script>.mp4'
	];
	for (const filename of names) {
		const path = await counter.begin(24, { filename });
		await counter.patch(path, 0, filmBytes(24));
		const row = await counter.row(path);
		expect(row.state).toBe('kept');
		expect(row.originalName).toMatch(/^[^/\\\0\u202e"<>]{1,120}$/);
	}
	const all = readdirSync(counter.folder, { recursive: true, encoding: 'utf8' });
	expect(all.filter((path) => /passwd|con|script|名/.test(path))).toEqual([]);
	expect(existsSync('/etc/passwd.part')).toBe(false);
});

it('nothing went wrong behind these answers', () => {
	expect(counter.defects).toEqual([]);
});
