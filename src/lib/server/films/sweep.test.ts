import { mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, it, vi } from 'vitest';
import { anEdition, anEntry } from '$tests/contests';
import { emptyDb, NOON } from '$tests/make';
import { mails, somebody } from '$tests/people';
import type { Db } from '../db/open';
import { films, jobs, renditions, uploads } from '../db/schema';
import { write } from '../db/write';
import { enqueue } from '../jobs';
import { FolderStorage } from '../storage/folder';
import { manifest, MANIFEST, verifyStore } from './manifest';
import { takenBy } from './quota';
import { expire, startSweeping, sweepIncoming, warn } from './sweep';
import { forgetUploads, sweepErased } from './sweep-erased';
import { sweepStore } from './sweep-store';
import { Disk } from './upload-disk';
import { Marks } from './upload-marks';
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

/** Keys of everything in the store. */
async function keys(): Promise<string[]> {
	const all: string[] = [];
	for await (const { key } of yard.storage.list('')) all.push(key);
	return all.sort();
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
	for (const state of ['kept', 'ended', 'expired', 'refused'] as const) {
		await upload({ state, filmId: `was-${state}` });
		await put(`films/was-${state}/original`);
	}
	await put('films/young/original', NOON - DAY + 1);
	await put('library/picture.webp');
	expect((await sweepStore(yard, NOON)).sort()).toEqual([
		'films/coming/720p.mp4',
		'films/orphan/original',
		'films/was-ended/original',
		'films/was-expired/original',
		'films/was-kept/original',
		'films/was-refused/original'
	]);
	expect(await keys()).toEqual([
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

it('a deleted film is swept at once with what was made of it, unless it is worked on', async () => {
	const sent = { state: 'kept', personId: 'li', editionId: 'e' } as const;
	const whole = await upload({ ...sent, filmId: 'deleted', length: 30 });
	await upload({ ...sent, state: 'ended', partial: true, joinedTo: whole });
	await upload({ ...sent, filmId: 'there', length: 7 });
	const busy = await upload({ ...sent, filmId: 'busy', length: 500 });
	await film('there', await put('films/there/original', NOON), 7);
	for (const key of [
		'deleted/original',
		'deleted/720p.mp4',
		'busy/original',
		'deletedtoo/original'
	])
		await put(`films/${key}`, NOON);
	await write(db, (tx) => enqueue(tx, { kind: 'inspect', subject: 'busy', now: NOON }));
	await write(db, (tx) => tx.update(jobs).set({ state: 'running' }));
	expect(await takenBy(db, 'li', 'e')).toBe(530);
	expect(await sweepErased(yard)).toEqual(['deleted']);
	expect(await takenBy(db, 'li', 'e')).toBe(500);
	expect(await keys()).toEqual([
		'films/busy/original',
		'films/deletedtoo/original',
		'films/there/original'
	]);
	await write(db, (tx) => tx.update(jobs).set({ state: 'failed' }));
	expect(await sweepErased(yard)).toEqual(['busy']);
	expect(await sweepErased(yard)).toEqual([]);
	const rows = await db.select({ id: uploads.id, filmId: uploads.filmId }).from(uploads);
	expect([rows.map(({ filmId }) => filmId), rows[0]!.id === busy]).toEqual([['there'], false]);
});

it('uploads that came to nothing are forgotten after a month, or with their entry', async () => {
	const { id: entryId } = await anEntry(db, await anEdition(db), {});
	const old = { entryId, updatedAt: NOON - 30 * DAY };
	for (const state of ['ended', 'expired', 'refused'] as const) await upload({ ...old, state });
	await upload({ state: 'refused', entryId: 'deleted', updatedAt: NOON });
	const whole = await upload({ ...old, state: 'complete' });
	const stays = [
		whole,
		await upload({ ...old, state: 'ended', partial: true, joinedTo: whole }),
		await upload({ ...old, state: 'open' }),
		await upload({ ...old, state: 'kept' }),
		await upload({ ...old, state: 'ended', updatedAt: old.updatedAt + 1 })
	];
	expect(await forgetUploads(yard, NOON)).toBe(4);
	const left = await db.select({ id: uploads.id }).from(uploads);
	expect(left.map(({ id }) => id).sort()).toEqual(stays.sort());
});

it('the store is swept soon after the start, not only a day later', async () => {
	await put('films/orphan/original');
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
	const stop = startSweeping(yard, new Marks(yard, new Disk()), () =>
		Promise.reject(new Error('none'))
	);
	try {
		vi.advanceTimersByTime(5 * 60_000);
		const swept = async () => expect(await yard.storage.stat('films/orphan/original')).toBeNull();
		await vi.waitFor(swept, { timeout: 20_000 });
	} finally {
		await stop();
		vi.useRealTimers();
	}
}, 30_000);

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
