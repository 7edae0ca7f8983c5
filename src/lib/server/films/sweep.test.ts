import { mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { emptyDb, NOON } from '$tests/make';
import { mails, somebody } from '$tests/people';
import type { Db } from '../db/open';
import { films, renditions, uploads } from '../db/schema';
import { write } from '../db/write';
import { FolderStorage } from '../storage/folder';
import { manifest, MANIFEST, verifyStore } from './manifest';
import { expire, sweepIncoming, warn } from './sweep';
import { sweepStore } from './sweep-store';
import type { Yard } from './yard';

const DAY = 86_400_000;
let db: Db;
let yard: Yard;
let root: string;

beforeEach(async () => {
	db = await emptyDb();
	const folder = mkdtempSync(join(tmpdir(), 'liantu-sweep-'));
	root = join(folder, 'files');
	yard = {
		db,
		storage: new FolderStorage(root),
		incoming: join(folder, 'incoming'),
		time: () => NOON,
		free: () => Promise.resolve(Infinity),
		report: (error) => {
			throw error;
		}
	};
	mkdirSync(yard.incoming, { recursive: true });
});

let made = 0;
const idOf = (n: number) => String(n).padStart(32, '0');

/** An upload of somebody as its row, with a file among the incoming. */
async function upload(over: Partial<typeof uploads.$inferInsert>): Promise<string> {
	const id = idOf(++made);
	await write(db, (tx) =>
		tx.insert(uploads).values({
			id,
			personId: 'x',
			originalName: 'film.mp4',
			length: 10,
			expiresAt: NOON + 7 * DAY,
			...over
		})
	);
	lay(join(yard.incoming, id));
	return id;
}

/** Lays a file that is two days old. */
function lay(path: string, at = NOON - 2 * DAY): void {
	writeFileSync(path, 'x');
	utimesSync(path, at / 1000, at / 1000);
}

/** Puts a file of two days into the store. */
async function put(key: string, at = NOON - 2 * DAY): Promise<string> {
	const { sha256 } = await yard.storage.put(key, Readable.from([Buffer.from(key)]));
	utimesSync(join(root, key), at / 1000, at / 1000);
	return sha256;
}

it('an unfinished upload is mailed about once, a day before it ends', async () => {
	const personId = await somebody(db, { email: 'li@example.cn', name: '李青', locale: 'zh' });
	const entryId = 'e1';
	for (const part of [0, 1])
		await upload({ personId, entryId, expiresAt: NOON + DAY - part, partial: true });
	await upload({ personId, entryId, expiresAt: NOON + 2 * DAY });
	await upload({ personId, entryId, expiresAt: NOON + DAY, state: 'kept' });
	expect(await warn(yard, NOON)).toBe(1);
	expect(await warn(yard, NOON)).toBe(0);
	const [sent, ...more] = await mails(db);
	expect(more).toEqual([]);
	expect([sent!.to, sent!.template]).toEqual(['li@example.cn', 'upload-expires']);
	expect(sent!.subject).toContain('film. mp4');
	expect(sent!.link).toMatch(/\/account\/entries\/e1$/);
});

it('what nobody went on with expires with its bytes; what is complete does not', async () => {
	const old = { expiresAt: NOON };
	const gone = [await upload(old), await upload({ ...old, partial: true, state: 'complete' })];
	const stays = [await upload({ ...old, state: 'complete' }), await upload({})];
	expect(await expire(yard, NOON)).toBe(2);
	expect(readdirSync(yard.incoming).sort()).toEqual(stays.sort());
	const states = await db.select({ id: uploads.id, state: uploads.state }).from(uploads);
	for (const { id, state } of states)
		expect([id, state === 'expired']).toEqual([id, gone.includes(id)]);
});

it('files among the incoming that no upload is about are removed, once they are a day old', async () => {
	const whole = await upload({ state: 'complete' });
	const wanted = [
		whole,
		await upload({}),
		await upload({ state: 'ended', partial: true, joinedTo: whole })
	];
	const kept = await upload({ state: 'kept' });
	await upload({ state: 'ended', partial: true, joinedTo: kept });
	lay(join(yard.incoming, 'stranger'));
	lay(join(yard.incoming, 'young'), NOON - DAY + 1);
	expect(await sweepIncoming(yard, NOON)).toBe(3);
	expect(readdirSync(yard.incoming).sort()).toEqual([...wanted, 'young'].sort());
});

const film = (id: string, sha256: string, bytes: number) =>
	write(db, (tx) =>
		tx.insert(films).values({
			id,
			form: 'film',
			sha256,
			bytes,
			type: 'video/mp4',
			key: `films/${id}/original`
		})
	);

it('the store loses what no row names, and never what one does', async () => {
	await film('named', await put('films/named/original'), 20);
	const sha256 = await put('films/named/720p.mp4');
	await write(db, (tx) =>
		tx.insert(renditions).values({
			filmId: 'named',
			kind: '720p',
			key: 'films/named/720p.mp4',
			sha256,
			bytes: 20,
			type: 'video/mp4',
			at: NOON
		})
	);
	await upload({ state: 'complete', filmId: 'coming' });
	await put('films/coming/original');
	await put('films/coming/720p.mp4');
	await put('films/orphan/original');
	await put('films/young/original', NOON - DAY + 1);
	await put('library/picture.webp');
	expect((await sweepStore(yard, NOON)).sort()).toEqual([
		'films/coming/720p.mp4',
		'films/orphan/original'
	]);
	const left: string[] = [];
	for await (const { key } of yard.storage.list('')) left.push(key);
	expect(left.sort()).toEqual([
		'films/coming/original',
		MANIFEST,
		'films/named/720p.mp4',
		'films/named/original',
		'films/young/original',
		'library/picture.webp'
	]);
	// Swept again, the manifest, which no row names, stays too.
	utimesSync(join(root, MANIFEST), 0, 0);
	expect(await sweepStore(yard, NOON)).toEqual([]);
});

it('a store of hundreds is swept to its end', async () => {
	for (let n = 0; n < 450; n++) {
		mkdirSync(join(root, `films/f${n}`), { recursive: true });
		lay(join(root, `films/f${n}/original`));
	}
	await film('f7', 'x', 1);
	expect((await sweepStore(yard, NOON)).length).toBe(449);
});

it('the manifest names every file with its hash, and tells what is missing or changed', async () => {
	const whole = await put('films/a/original');
	await film('a', whole, 'films/a/original'.length);
	await film('b', await put('films/b/original'), 'films/b/original'.length);
	await film('c', 'x', 1);
	await film('d', await put('films/d/original'), 'films/d/original'.length);
	writeFileSync(join(root, 'films/b/original'), 'FILMS/b/original');
	writeFileSync(join(root, 'films/d/original'), 'short');
	const told = async (thorough: boolean) => {
		const found: string[] = [];
		for await (const { key, wrong } of verifyStore(yard, thorough)) found.push(`${key} ${wrong}`);
		return found;
	};
	expect(await told(false)).toEqual(['films/c/original missing', 'films/d/original bytes']);
	expect(await told(true)).toEqual([
		'films/b/original sha256',
		'films/c/original missing',
		'films/d/original bytes'
	]);
	await sweepStore(yard, NOON);
	const { text } = await import('node:stream/consumers');
	const lines = (await text(await yard.storage.read(MANIFEST))).split('\n');
	expect(lines[0]).toBe(`${whole}  a/original`);
	let count = 0;
	for await (const entry of manifest(db)) count += entry.bytes ? 1 : 0;
	expect([count, lines.length]).toEqual([4, 5]);
	const rows = await db.select().from(films).where(eq(films.id, 'a'));
	expect(rows.length).toBe(1);
});
