import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EICAR, openClamd } from '$tests/clamd';
import type { Clamd } from '$tests/clamd';
import { emptyDb, NOON } from '$tests/make';
import { agreed, asked, hall, receiver, row, why } from '$tests/visits';
import type { Db } from '../db/open';
import { write } from '../db/write';
import { kindOf } from '../jobs/kinds';
import { complete, take } from '../jobs/queue';
import { works } from '../jobs/works';
import { sweepLetters } from '../letters';
import { FolderStorage } from '../storage/folder';
import { openLetter } from './desk';
import { knowLetterScanning } from './scan';

let folder: string;
let clamd: Clamd;
let db: Db;
let at: string;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'liantu-visit-letters-'));
	[clamd, db] = [await openClamd(), await emptyDb()];
	at = await hall(db);
	knowLetterScanning({ clamd: { host: '127.0.0.1', port: clamd.port } });
});
afterAll(async () => {
	await clamd.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** Works off the next scan, as the portal and its worker do; false when none is due. */
async function scanned(now: number): Promise<boolean> {
	const job = await take(db, 'w', now, 60_000);
	if (!job) return false;
	const kind = kindOf(job.kind)!;
	const url = `file:${folder}`;
	const ground = { dataDir: folder, storageUrl: url, films: { kind: 'folder', url } };
	const work = await works[job.kind]!();
	const bench = { ground, progress: () => {}, signal: AbortSignal.timeout(20_000) };
	const task = await kind.task(db, job);
	const result = task && (await work(task as never, bench as never));
	await write(db, async (tx) => {
		await complete(tx, job, now);
		if (task) await kind.finish(tx, job, result, now);
	});
	return true;
}

const put = (key: string, text: string) =>
	new FolderStorage(folder).put(key, Readable.from([Buffer.from(text)]));

it('a letter is opened once the scanner found nothing in it, and never when it found something', async () => {
	for (const [key, text, state, no] of [
		['letters/clean', '%PDF-1.7 clean', 'clear', []],
		['letters/foul', `%PDF-1.7 ${EICAR}`, 'found', ['not-scanned']]
	] as const) {
		await put(key, text);
		const { id } = await asked(db, at, {}, { letter: { key, sha256: 'x' }, scanned: true });
		expect(why(await openLetter(db, receiver(), id))).toEqual(['not-scanned']);
		expect(await scanned(NOON)).toBe(true);
		expect((await row(db, id)).letterScan).toBe(state);
		expect(why(await openLetter(db, receiver(), id))).toEqual(no);
	}
});

it('a scanner that is down is asked again, and the letter waits as long', async () => {
	await put('letters/later', '%PDF-1.7');
	const letter = { key: 'letters/later', sha256: 'x' };
	const { id } = await asked(db, at, {}, { letter, scanned: true });
	clamd.says = 'INSTREAM size limit exceeded. ERROR\0';
	expect(await scanned(NOON)).toBe(true);
	expect((await row(db, id)).letterScan).toBe('waiting');
	clamd.says = null;
	expect(await scanned(NOON + 59_999)).toBe(false);
	expect(await scanned(NOON + 60_000)).toBe(true);
	expect((await row(db, id)).letterScan).toBe('clear');
});

it('the sweep of letters leaves alone what a visit names', async () => {
	await put('letters/orphan', 'x');
	await put('letters/kept', 'x');
	await agreed(db, at, {}, { letter: { key: 'letters/kept', sha256: 'x' } });
	const gone = await sweepLetters(db, Date.now() + 10 * 86_400_000, new FolderStorage(folder));
	expect(gone).toEqual(['letters/orphan']);
});
