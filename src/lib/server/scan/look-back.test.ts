import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { EICAR, openClamd } from '$tests/clamd';
import type { Clamd } from '$tests/clamd';
import { NOON } from '$tests/make';
import { by, library, pdf } from '$tests/media';
import { noticed, objection } from '$tests/noticed';
import type { ANotice } from '$tests/noticed';
import { assets, films, jobs, newId, objections, quarantine, scans, uses } from '../db/schema';
import { write } from '../db/write';
import { openLetter } from '../judging/objection-desk';
import { fileObjection } from '../judging/objections';
import { forgetObjections } from '../judging/objections-forget';
import { kindOf } from '../jobs/kinds';
import { complete, take } from '../jobs/queue';
import { works } from '../jobs/works';
import { publicName } from '../media/serve';
import { takeFile } from '../media/upload';
import { FolderStorage } from '../storage/folder';
import { knowScanning } from './kind';
import { lookBack } from './look-back';

// Films, the library and letters that came before there was a scanner are looked at afterwards.

const BAD = Buffer.from(EICAR);
let lib: Awaited<ReturnType<typeof library>>;
let clamd: Clamd;
let storage: FolderStorage;
beforeEach(async () => {
	[lib, clamd] = [await library(), await openClamd()];
	storage = new FolderStorage(join(lib.folder, 'files'));
	knowScanning({
		...{ clamd: { host: '127.0.0.1', port: clamd.port }, dataDir: lib.folder },
		storageUrl: `file:${join(lib.folder, 'files')}`
	});
});
afterEach(async () => {
	lib.close();
	await clamd.stop();
});

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const put = async (key: string, bytes: Buffer) => {
	await storage.put(key, Readable.from([bytes]));
	return { key, sha256: hashOf(bytes) };
};

/** A film that is shown since long ago. */
async function film(bytes: Buffer): Promise<string> {
	const id = newId(NOON);
	const stored = await put(`films/${id}/original`, bytes);
	await write(lib.db, (tx) =>
		tx.insert(films).values({
			...{ id, form: 'film', bytes: bytes.length, type: 'video/mp4', state: 'ready' },
			...stored
		})
	);
	return id;
}

/** An objection with a letter. */
async function letter({ id, round }: ANotice, bytes: Buffer, scanned = false): Promise<string> {
	const kept = await put(`letters/${newId(NOON)}`, bytes);
	const anybody = { who: null, address: null, now: NOON };
	const said = await fileObjection(lib.db, anybody, id, objection(round.entries[0]!.number), {
		...{ letter: kept, locale: 'zh' as const, scanned }
	});
	if (!said.ok) throw new Error(JSON.stringify(said.refusals));
	return said.value.id;
}

/** Works off scans, as the portal and its worker do, until none is due. */
async function scan(now = NOON, most = Infinity): Promise<number> {
	const url = `file:${join(lib.folder, 'files')}`;
	const ground = { dataDir: lib.folder, storageUrl: url, films: { kind: 'folder', url } };
	for (let done = 0; ; done++) {
		const job = done < most ? await take(lib.db, 'w', now, 60_000) : null;
		if (!job) return done;
		expect(job.kind).toBe('scan');
		const kind = kindOf('scan')!;
		const task = await kind.task(lib.db, job);
		const work = await works.scan!();
		const bench = { ground, progress: () => {}, signal: AbortSignal.timeout(20_000) };
		const result = task && (await work(task as never, bench as never));
		await write(lib.db, async (tx) => {
			await complete(tx, job, now);
			if (task) await kind.finish(tx, job, result, now);
		});
	}
}

const standing = async () =>
	Object.fromEntries(
		(await lib.db.select().from(quarantine)).map(({ id, state, finding }) => [id, [state, finding]])
	);

it('what is found in a film or the library is kept from everybody; what is clean stays as it was', async () => {
	const [clean, bad] = [await film(Buffer.from('clean')), await film(BAD)];
	const [good, ill] = [
		await lib.sent(pdf('good'), 'a.pdf'),
		await lib.sent(Buffer.concat([pdf('ill'), BAD]), 'b.pdf')
	];
	for (const assetId of [good, ill])
		await write(lib.db, (tx) =>
			tx
				.insert(uses)
				.values({ assetId, noun: 'articles', itemId: assetId, field: 'body', live: true })
		);
	const shown = async (id: string) => {
		const [asset] = await lib.db.select().from(assets).where(eq(assets.id, id));
		return (await publicName(lib.db, asset!.key)) !== null;
	};
	expect([await shown(good), await shown(ill)]).toEqual([true, true]);
	expect(await lookBack(lib.db, NOON)).toBe(4);
	expect(await scan()).toBe(4);
	const found = ['found', 'Eicar-Signature'];
	expect(await standing()).toEqual({ [bad]: found, [ill]: found });
	expect([await shown(good), await shown(ill)]).toEqual([true, false]);
	const state = async (id: string) => {
		const [row] = await lib.db.select().from(films).where(eq(films.id, id));
		return [row!.state, row!.reason];
	};
	expect([await state(clean), await state(bad)]).toEqual([
		['ready', null],
		['unusable', 'malware']
	]);
	// Nothing of it is inspected or made again, and nothing is looked at twice.
	expect((await lib.db.select().from(jobs)).map(({ kind }) => kind)).toEqual(Array(4).fill('scan'));
	expect(await lookBack(lib.db, NOON)).toBe(0);
	expect(await lib.db.$count(scans)).toBe(2);
});

it('goes on after a restart, some at a time, behind whatever comes in now', async () => {
	for (let n = 0; n < 5; n++) await film(Buffer.from(`film ${n}`));
	expect(await lookBack(lib.db, NOON, 2)).toBe(2);
	expect(await lookBack(lib.db, NOON, 2)).toBe(0);
	expect((await lib.db.select().from(jobs)).every(({ priority }) => priority < 0)).toBe(true);
	// The portal ends after one of them; the other still stands in the queue.
	expect(await scan(NOON, 1)).toBe(1);
	expect(await lookBack(lib.db, NOON, 2)).toBe(1);
	expect(await scan()).toBe(2);
	expect(await lookBack(lib.db, NOON)).toBe(2);
	expect(await scan()).toBe(2);
	expect([await lookBack(lib.db, NOON), clamd.seen.length]).toEqual([0, 5]);
});

it('a scanner that is of no use takes nothing away, and is asked again', async () => {
	const id = await film(BAD);
	await lookBack(lib.db, NOON);
	clamd.says = 'ERROR\0';
	expect(await scan()).toBe(1);
	expect(await standing()).toEqual({});
	clamd.says = null;
	expect(await scan(NOON + 60_000)).toBe(1);
	expect(Object.keys(await standing())).toEqual([id]);
});

it('a thing with other bytes than those that were cleared is looked at anew', async () => {
	const id = await lib.sent(pdf('first'), 'a.pdf');
	await lookBack(lib.db, NOON);
	await scan();
	expect(await lookBack(lib.db, NOON)).toBe(0);
	// Replaced while no scanner was set.
	const taken = await takeFile({ ...lib, by: by('editor'), replaces: id }, 'b.pdf', [
		Buffer.concat([pdf('second'), BAD])
	] as unknown as AsyncIterable<Buffer>);
	expect('id' in taken && taken.id).toBe(id);
	expect(await lookBack(lib.db, NOON)).toBe(1);
	await scan();
	expect(Object.keys(await standing())).toEqual([id]);
});

it('a letter is opened by nobody before it is cleared; one of before until something is found', async () => {
	const notice = await noticed(lib.db);
	const open = async (id: string) =>
		(await openLetter(lib.db, notice.one, notice.round.editionId, id)).ok;
	const held = async (id: string) =>
		(await lib.db.select().from(objections).where(eq(objections.id, id)))[0]!.letterHeld;
	const [good, bad] = [
		await letter(notice, Buffer.from('%PDF-1.7 good'), true),
		await letter(notice, BAD, true)
	];
	const [old, ill] = [
		await letter(notice, Buffer.from('%PDF-1.7 old')),
		await letter(notice, Buffer.concat([Buffer.from('%PDF-1.7 '), BAD]))
	];
	const all = [good, bad, old, ill];
	const can = () => Promise.all(all.map(open));
	expect(await can()).toEqual([false, false, true, true]);
	expect(await lookBack(lib.db, NOON)).toBe(2);
	expect(await scan()).toBe(4);
	expect(await can()).toEqual([true, false, true, false]);
	expect(await Promise.all(all.map(held))).toEqual([null, 'found', null, 'found']);
	// With who objected goes what was written down of their letter.
	await write(lib.db, (tx) => tx.update(objections).set({ forgetAt: NOON }));
	expect(await write(lib.db, (tx) => forgetObjections(tx, NOON))).toBe(4);
	expect([await lib.db.$count(scans), await lookBack(lib.db, NOON)]).toEqual([0, 0]);
});
