import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Env } from '$lib/domain/env';
import type { Db, Reader, Tx } from '../db/open';
import { assets, films, jobs, objections, quarantine, scans } from '../db/schema';
import { touchContent } from '../db/write';
import { again, enqueue, makeKnown } from '../jobs';
import type { Job } from '../jobs';
import { renderBare, renderCaptions } from '../films/render/order';
import { originalPath, storeOf } from '../media/store';
import type { ScanResult, ScanTask } from './work';

type Settings = Pick<Env, 'clamd' | 'dataDir' | 'storageUrl'>;

/** Milliseconds until a scanner that was not there is asked again. */
const LATER = 60_000;

interface Looked {
	noun: 'films' | 'media' | 'letters';
	file: ScanTask['file'];
	sha256: string;
	held: 'waiting' | 'found' | null;
}

/** A file the scanner may look at, with where its bytes lie; null when it is gone. */
async function fileOf(db: Reader, id: string, env: Settings): Promise<Looked | null> {
	const [row] = await db.select().from(quarantine).where(eq(quarantine.id, id));
	const held = row?.state ?? null;
	const [film] = await db
		.select({ key: films.key, sha256: films.sha256 })
		.from(films)
		.where(eq(films.id, id));
	if (film) return { noun: 'films', file: { key: film.key }, sha256: film.sha256, held };
	const [asset] = await db.select().from(assets).where(eq(assets.id, id));
	if (asset) {
		const { form, sha256, key } = asset;
		const store = storeOf(env);
		const picture = form === 'photo' || form === 'panorama';
		const path = picture ? originalPath(store, sha256) : join(store.root, key);
		return { noun: 'media', file: { path }, sha256, held };
	}
	const [letter] = await db.select().from(objections).where(eq(objections.id, id));
	if (!letter?.letterKey || !letter.letterHash) return null;
	const { letterKey: key, letterHash: sha256, letterHeld } = letter;
	return { noun: 'letters', file: { key }, sha256, held: letterHeld };
}

/** Lets a film or other file of an entry that is clean go the way of all others. */
async function clear(tx: Tx, id: string, { sha256, held }: Looked, now: number): Promise<void> {
	await tx
		.insert(scans)
		.values({ id, sha256, at: now })
		.onConflictDoUpdate({ target: scans.id, set: { sha256, at: now } });
	// One that came before there was a scanner went its way long ago.
	if (held === null) return;
	await tx.delete(quarantine).where(eq(quarantine.id, id));
	await tx.update(objections).set({ letterHeld: null }).where(eq(objections.id, id));
	// Public pages may show a picture of the library from now on.
	await touchContent(tx);
	const [film] = await tx.select({ form: films.form }).from(films).where(eq(films.id, id));
	if (!film) return;
	if (film.form === 'film') return enqueue(tx, { kind: 'inspect', subject: id, now });
	await tx.update(films).set({ state: 'ready', updatedAt: now }).where(eq(films.id, id));
	if (film.form === 'captions') await renderCaptions(tx, id, now);
	else if (film.form !== 'other') await renderBare(tx, id, now);
}

/** Keeps what is not clean from everybody for good, and says so where it came from. */
async function condemn(
	tx: Tx,
	id: string,
	{ noun, held }: Looked,
	finding: string,
	now: number
): Promise<void> {
	if (noun === 'letters') {
		await tx.update(objections).set({ letterHeld: 'found' }).where(eq(objections.id, id));
		return;
	}
	const row = { state: 'found', finding } as const;
	await tx
		.insert(quarantine)
		.values({ id, noun, since: now, ...row })
		.onConflictDoUpdate({ target: quarantine.id, set: row });
	// What was shown until now is shown no more.
	if (held === null) await touchContent(tx);
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
			const one = await fileOf(db, subject, env);
			if (!one || one.held === 'found') return null;
			return { scanner: clamd, file: one.file, sha256: one.sha256 };
		},
		async finish(tx: Tx, job: Job, result, now) {
			const { id, subject } = job;
			const one = await fileOf(tx, subject, env);
			if (!one || !result) return;
			if ('unscanned' in result) {
				await again(tx, id, now + LATER);
				await tx
					.update(jobs)
					.set({ reason: `scanner: ${result.unscanned}` })
					.where(eq(jobs.id, id));
			} else if (result.sha256 !== one.sha256)
				// Another file took its place meanwhile.
				await again(tx, id, now);
			else if (result.found) await condemn(tx, subject, one, result.found, now);
			else await clear(tx, subject, one, now);
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
