import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { films, jobs, quarantine } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { leaveToWatch, fileFor } from '$lib/server/films/watch';
import { kindOf } from '$lib/server/jobs/kinds';
import { complete, take } from '$lib/server/jobs/queue';
import { works } from '$lib/server/jobs/works';
import { knowScanning, scannerNotice } from '$lib/server/scan/kind';
import { EICAR, openClamd } from './clamd';
import type { Clamd } from './clamd';
import { NOON } from './make';
import { sample } from './people';
import { filmBytes, openCounter } from './uploading';
import type { Counter } from './uploading';

// Files of entries wait for the scanner before anybody is served them.

let counter: Counter;
let clamd: Clamd;
beforeAll(async () => {
	[counter, clamd] = [await openCounter(), await openClamd()];
	counter.yard.scanned = true;
	knowScanning({
		clamd: { host: '127.0.0.1', port: clamd.port },
		dataDir: counter.folder,
		storageUrl: `file:${join(counter.folder, 'files')}`
	});
});
afterAll(async () => {
	await counter.close();
	await clamd.stop();
});

const url = () => `file:${join(counter.folder, 'files')}`;

/** Works off the next scan, as the portal and its worker do; false when none is due. */
async function scanned(now: number): Promise<boolean> {
	const { db } = counter;
	const job = await take(db, 'w', now, 60_000);
	if (!job) return false;
	const kind = kindOf(job.kind)!;
	const ground = {
		dataDir: counter.folder,
		storageUrl: url(),
		films: { kind: 'folder', url: url() }
	};
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

/** Sends a film; its id. */
async function send(bytes: Buffer): Promise<string> {
	const path = await counter.begin(bytes.length);
	const last = await counter.patch(path, 0, bytes);
	expect([last.status, last.headers['liantu-state']]).toEqual([204, 'kept']);
	return (await counter.row(path)).filmId!;
}

async function served(filmId: string): Promise<boolean> {
	const who = sample(counter.me.id);
	const leave = await leaveToWatch(counter.db, who, filmId, NOON);
	return !!leave && (await fileFor(counter.db, who, leave, 'original', NOON)) !== null;
}

const jobsOf = async (filmId: string) =>
	(await counter.db.select().from(jobs).where(eq(jobs.subject, filmId)))
		.map(({ kind, state }) => `${kind} ${state}`)
		.sort();
const filmOf = async (id: string) =>
	(await counter.db.select().from(films).where(eq(films.id, id)))[0]!;

it('what is clean is served, and inspected, only after the scan', async () => {
	const bytes = filmBytes(700_000);
	const id = await send(bytes);
	expect([await served(id), await jobsOf(id)]).toEqual([false, ['scan waiting']]);
	expect(await scanned(NOON)).toBe(true);
	expect(clamd.seen.at(-1)!.equals(bytes)).toBe(true);
	expect([await served(id), await jobsOf(id)]).toEqual([true, ['inspect waiting', 'scan done']]);
	expect(await counter.db.$count(quarantine)).toBe(0);
});

it('what is found is unusable with its reason, and served to nobody for good', async () => {
	const id = await send(Buffer.concat([filmBytes(5000), Buffer.from(EICAR)]));
	expect(await scanned(NOON)).toBe(true);
	expect(await filmOf(id)).toMatchObject({ state: 'unusable', reason: 'malware' });
	expect([await served(id), await jobsOf(id)]).toEqual([false, ['scan done']]);
	const [held] = await counter.db.select().from(quarantine).where(eq(quarantine.id, id));
	expect(held).toMatchObject({ state: 'found', finding: 'Eicar-Signature' });
});

it('while the scanner is of no use a file waits, every minute anew, and nothing gives up', async () => {
	const id = await send(filmBytes(5000));
	clamd.says = 'INSTREAM size limit exceeded. ERROR\0';
	for (let minute = 0; minute < 30; minute++)
		expect(await scanned(NOON + minute * 60_000)).toBe(true);
	expect(await scanned(NOON + 29.5 * 60_000)).toBe(false);
	expect([await served(id), await jobsOf(id)]).toEqual([false, ['scan waiting']]);
	const of = and(eq(jobs.subject, id), eq(jobs.kind, 'scan'));
	const [job] = await counter.db.select().from(jobs).where(of);
	expect([job!.tries, job!.reason?.startsWith('scanner: ')]).toEqual([0, true]);
	expect(await scannerNotice(counter.db, { clamd: null })).toBe(
		'CLAMD is not set, but 1 files wait for the scanner: they are served to nobody until it is.'
	);
	clamd.says = null;
	expect(await scanned(NOON + 30 * 60_000)).toBe(true);
	expect([await served(id), await jobsOf(id)]).toEqual([true, ['inspect waiting', 'scan done']]);
});
