import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Env } from '$lib/domain/env';
import type { Db, Reader, Tx } from '../db/open';
import { assets, films, jobs, quarantine } from '../db/schema';
import { touchContent } from '../db/write';
import { again, enqueue, makeKnown } from '../jobs';
import type { Job } from '../jobs';
import { renderCaptions } from '../films/render/order';
import { originalPath, storeOf } from '../media/store';
import type { ScanResult, ScanTask } from './work';

type Settings = Pick<Env, 'clamd' | 'dataDir' | 'storageUrl'>;

/** Milliseconds until a scanner that was not there is asked again. */
const LATER = 60_000;

/** Where the bytes of a file in quarantine lie; null when it is gone. */
async function fileOf(db: Reader, id: string, env: Settings): Promise<ScanTask['file'] | null> {
	const [held] = await db.select().from(quarantine).where(eq(quarantine.id, id));
	if (held?.state !== 'waiting') return null;
	if (held.noun === 'films') {
		const [film] = await db.select({ key: films.key }).from(films).where(eq(films.id, id));
		return film ?? null;
	}
	const [asset] = await db.select().from(assets).where(eq(assets.id, id));
	if (!asset) return null;
	const store = storeOf(env);
	const picture = asset.form === 'photo' || asset.form === 'panorama';
	return { path: picture ? originalPath(store, asset.sha256) : join(store.root, asset.key) };
}

/** Lets a film or other file of an entry that is clean go the way of all others. */
async function clear(tx: Tx, id: string, now: number): Promise<void> {
	await tx.delete(quarantine).where(eq(quarantine.id, id));
	// Public pages may show a picture of the library from now on.
	await touchContent(tx);
	const [film] = await tx.select({ form: films.form }).from(films).where(eq(films.id, id));
	if (!film) return;
	if (film.form === 'film') return enqueue(tx, { kind: 'inspect', subject: id, now });
	await tx.update(films).set({ state: 'ready', updatedAt: now }).where(eq(films.id, id));
	if (film.form === 'captions') await renderCaptions(tx, id, now);
}

/** Keeps what is not clean from everybody for good, and says so where it came from. */
async function condemn(tx: Tx, id: string, finding: string, now: number): Promise<void> {
	await tx.update(quarantine).set({ state: 'found', finding }).where(eq(quarantine.id, id));
	await tx
		.update(films)
		.set({ state: 'unusable', reason: 'malware', updatedAt: now })
		.where(eq(films.id, id));
}

/**
 * Makes known how files are looked at by the scanner for malware. Without one the kind stays unknown:
 * what waited for it goes on waiting, and is served to nobody. A scanner that is down, or looks at
 * nothing, is asked again every minute, however long that takes.
 */
export function knowScanning(env: Settings): void {
	const { clamd } = env;
	if (!clamd) return;
	makeKnown<ScanTask, ScanResult | null>('scan', {
		longest: 3_600_000,
		async task(db, { subject }) {
			const file = await fileOf(db, subject, env);
			return file && { scanner: clamd, file };
		},
		async finish(tx: Tx, job: Job, result, now) {
			const { id, subject } = job;
			if (result && 'unscanned' in result) {
				await again(tx, id, now + LATER);
				await tx
					.update(jobs)
					.set({ reason: `scanner: ${result.unscanned}` })
					.where(eq(jobs.id, id));
			} else if (result?.found) await condemn(tx, subject, result.found, now);
			else await clear(tx, subject, now);
		}
	});
}

/** What the operator is told about the scanner at start. */
export async function scannerNotice(db: Db, { clamd }: Pick<Env, 'clamd'>): Promise<string | null> {
	if (clamd) return null;
	const waiting = await db.$count(quarantine, eq(quarantine.state, 'waiting'));
	return waiting
		? `CLAMD is not set, but ${waiting} files wait for the scanner: they are served to nobody until it is.`
		: 'CLAMD is not set: uploaded files are not scanned for malware.';
}
