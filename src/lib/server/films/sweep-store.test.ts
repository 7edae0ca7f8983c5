import { mkdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { NOON } from '$tests/make';
import { films, jobs, renditions, uploads } from '../db/schema';
import { write } from '../db/write';
import { enqueue } from '../jobs';
import { manifest, MANIFEST } from './manifest';
import { takenBy } from './quota';
import { startSweeping } from './sweep';
import { sweepErased } from './sweep-erased';
import { sweepStore } from './sweep-store';
import { Disk } from './upload-disk';
import { Marks } from './upload-marks';
import { DAY, db, yard, root, upload, lay, put, keys, film } from '$tests/worlds/sweep';

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

it('the manifest names every file that a row names, with its hash', async () => {
	const whole = await put('films/a/original');
	await film('a', whole, 'films/a/original'.length);
	await film('b', await put('films/b/original'), 'films/b/original'.length);
	await film('c', 'x', 1);
	await sweepStore(yard, NOON);
	const { text } = await import('node:stream/consumers');
	const lines = (await text(await yard.storage.read(MANIFEST))).split('\n');
	expect(lines[0]).toBe(`${whole}  a/original`);
	let count = 0;
	for await (const entry of manifest(db)) count += entry.bytes ? 1 : 0;
	expect([count, lines.length]).toEqual([3, 4]);
	const rows = await db.select().from(films).where(eq(films.id, 'a'));
	expect(rows.length).toBe(1);
});
