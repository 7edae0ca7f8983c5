import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { CHUNK } from '$lib/domain/films/upload';
import { entryFiles, films, jobs, uploads } from '$lib/server/db/schema';
import { measureFile } from '$lib/server/storage/durable';
import { freePort, serve } from './serve';
import type { Served } from './serve';
import { described, halfSent, lookInto, MadeFilm, prepare, talker } from './uploads-real';

// The built portal, killed without a word while a film arrives. FULL=1 sends the whole gigabyte.

const MB = 1024 * 1024;
const KILLS = 20;
const film = new MadeFilm((process.env.FULL ? 1024 : 200) * MB + 4321);
const folder = mkdtempSync(join(tmpdir(), 'liantu-kills-'));
let entryId = '';
let cookie = '';
let port = 0;
let served: Served;

const start = async () => {
	served = await serve({ DATA_DIR: folder, PORT: String(port), DEMO: 'off', LOG_LEVEL: 'warn' });
};
const kill = async () => {
	served.child.kill('SIGKILL');
	await served.ended;
};

beforeAll(async () => {
	({ entryId, cookie } = await prepare(folder));
	port = await freePort();
	await start();
});
afterAll(async () => {
	await served?.stop();
	rmSync(folder, { recursive: true, force: true });
});

it('twenty kills during one upload lose no byte that was acknowledged, and the hash is equal', async () => {
	const tell = talker(cookie);
	const begun = await tell(port, 'POST', '/uploads', {
		'upload-length': String(film.bytes),
		...described(entryId, { sha256: film.sha256() })
	});
	const path = begun.headers.location!;
	const offsetNow = async () => {
		const head = await tell(port, 'HEAD', path);
		expect(head.status).toBe(200);
		return Number(head.headers['upload-offset']);
	};
	// As many pieces between two kills as leave some for the last of them.
	const pieces = Math.floor((film.bytes / CHUNK - 2) / KILLS);
	let acknowledged = 0;
	for (let killed = 0; killed < KILLS; killed++) {
		let at = await offsetNow();
		expect(at).toBeGreaterThanOrEqual(acknowledged);
		for (let sent = 0; sent < Math.max(pieces, killed % 2); sent++) {
			const piece = film.piece(at, CHUNK);
			const answer = await tell(port, 'PATCH', path, { 'upload-offset': String(at) }, piece);
			expect(answer.status).toBe(204);
			acknowledged = at += piece.length;
		}
		await halfSent({ port, path, cookie }, at, film.piece(at, CHUNK), (killed + 1) / (KILLS + 1));
		await kill();
		await start();
	}
	// The last piece is sent whole, and the answer never comes.
	for (let at = await offsetNow(); at < film.bytes; at = await offsetNow()) {
		const piece = film.piece(at, CHUNK);
		if (at + piece.length < film.bytes)
			await tell(port, 'PATCH', path, { 'upload-offset': String(at) }, piece);
		else break;
	}
	const at = await offsetNow();
	await halfSent({ port, path, cookie }, at, film.piece(at, CHUNK), 1);
	await kill();
	await start();
	const left = await offsetNow();
	if (left < film.bytes)
		await tell(
			port,
			'PATCH',
			path,
			{ 'upload-offset': String(left) },
			film.piece(left - (left % 16), CHUNK).subarray(left % 16)
		);
	const head = await vi.waitFor(
		async () => {
			const answer = await tell(port, 'HEAD', path);
			expect(answer.headers['liantu-state']).toBe('kept');
			return answer;
		},
		{ timeout: 20_000, interval: 100 }
	);
	expect(head.headers['liantu-sha256']).toBe(film.sha256());
	const key = `films/${String(head.headers['liantu-film'])}/original`;
	expect(await measureFile(join(folder, 'files', key))).toEqual({
		bytes: film.bytes,
		sha256: film.sha256()
	});
	await kill();
	// Whatever was killed in between: one film, one file, one job, and nothing left lying.
	const counts = await lookInto(folder, async (db) => [
		await db.$count(films),
		await db.$count(entryFiles),
		await db.$count(jobs),
		(await db.select().from(uploads)).map(({ state }) => state)
	]);
	expect(counts).toEqual([1, 1, 1, ['kept']]);
	expect(readdirSync(join(folder, 'incoming', 'films'))).toEqual([]);
	await start();
}, 300_000);
