import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import type { FilmFacts } from '../../src/lib/domain/films/facts';
import { close, open } from '../../src/lib/server/db/open';
import type { Db } from '../../src/lib/server/db/open';
import { entries, entryFiles, films, jobs, newId } from '../../src/lib/server/db/schema';
import { write } from '../../src/lib/server/db/write';
import { endOf, writeGrant } from '../../src/lib/server/films/grant';
import { openKeys } from '../../src/lib/server/keys';
import { FolderStorage } from '../../src/lib/server/storage/folder';
import { byTurns, latencies } from './by-turns';
import { type Figure, percentile } from './figure';
import { seedPortal, startPortal } from './portal';
import { prepareUploads } from './uploads-ground';
import { makeFilm, run } from './uploads-send';

const MB = 1024 * 1024;

/** Puts a film into a portal that is not running, as one of the entry. */
async function put(
	db: Db,
	dataDir: string,
	path: string,
	{ entryId, type, facts }: { entryId: string; type: string; facts: Partial<FilmFacts> }
): Promise<{ filmId: string; ownerId: string; bytes: number }> {
	const filmId = newId();
	const key = `films/${filmId}/original`;
	const { bytes, sha256 } = await new FolderStorage(join(dataDir, 'files')).put(key, path);
	const [entry] = await db.select().from(entries).where(eq(entries.id, entryId));
	await write(db, async (tx) => {
		await tx.insert(films).values({
			...{ id: filmId, form: 'film', sha256, bytes, type, key, state: 'inspected' },
			facts: { size: bytes, streams: [], ...facts } as FilmFacts
		});
		await tx.insert(entryFiles).values({
			...{ entryId, materialId: 'film', filmId, originalName: 'bench', addedAt: Date.now() }
		});
	});
	return { filmId, ownerId: entry!.ownerId!, bytes };
}

/** How soon the first byte of any place of a long film is there, asked as a player asks. */
export async function measureSeek(
	root: string,
	folder: string,
	{ bytes, times }: { bytes: number; times: number }
): Promise<Figure[]> {
	const dataDir = mkdtempSync(join(folder, 'seek-'));
	const path = join(folder, 'long.mp4');
	await seedPortal(root, dataDir, 0);
	const { entryId, cookie } = await prepareUploads(root, dataDir);
	makeFilm(path, bytes);
	const db = await open(`file:${join(dataDir, 'liantu.db')}`, {
		migrations: join(root, 'drizzle')
	});
	const { filmId, ownerId } = await put(db, dataDir, path, {
		entryId,
		type: 'video/mp4',
		facts: { container: 'mp4' }
	});
	close(db);
	rmSync(path);
	openKeys(dataDir);
	const until = endOf(Date.now());
	const grant = writeGrant({ filmId, personId: ownerId, until, original: true });
	const portal = await startPortal(root, dataDir);
	const agent = new http.Agent({ keepAlive: true });
	try {
		const taken: number[] = [];
		for (let n = 0; n < times; n++) {
			// All over the file, never one place after its neighbour.
			const start = Math.floor(((n * 7919) % times) * (bytes / times));
			const began = performance.now();
			await firstByte(`${portal.origin}/files/films/${grant}/original`, agent, {
				cookie,
				range: `bytes=${start}-`
			});
			taken.push(performance.now() - began);
		}
		const note = `over HTTP with the rights of who asks, ${Math.round(bytes / MB)} MB, ${times} places`;
		const name = 'first byte anywhere in a long film';
		return [
			{
				...{ part: 'seek', name: `${name}, p99`, ours: percentile(taken, 99), unit: 'ms', note },
				target: { of: 'ours', at: 'most', value: 20 }
			},
			{ part: 'seek', name: `${name}, p50`, ours: percentile(taken, 50), unit: 'ms', note }
		];
	} finally {
		agent.destroy();
		await portal.stop();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

function firstByte(url: string, agent: http.Agent, headers: Record<string, string>): Promise<void> {
	return new Promise((done, failed) => {
		const request = http.get(url, { agent, headers }, (answer) => {
			if (answer.statusCode !== 206) failed(new Error(`answered ${answer.statusCode}`));
			answer.once('data', () => {
				done();
				request.destroy();
			});
		});
		request.on('error', failed);
	});
}

/** How much slower pages are while a film is encoded, by turns with the same work held still. */
export async function measureBesideWork(
	root: string,
	folder: string,
	{ seconds, windows }: { seconds: number; windows: number }
): Promise<Figure[]> {
	const name = 'page while a film is encoded, p99, baseline with the work held still';
	const figure = { part: 'worker-web', name, unit: 'ms' } as const;
	const path = join(folder, 'film.mov');
	const made = await run('ffmpeg', [
		...['-nostdin', '-v', 'error', '-y', '-f', 'lavfi'],
		...['-i', `testsrc2=s=1920x1080:r=25:d=${seconds},noise=alls=12:allf=t`],
		...['-c:v', 'mpeg4', '-q:v', '6', path]
	]);
	if (made === null) return [{ ...figure, ours: null, note: 'there is no ffmpeg' }];
	const dataDir = mkdtempSync(join(folder, 'work-'));
	await seedPortal(root, dataDir, 0);
	const { entryId } = await prepareUploads(root, dataDir);
	const db = await open(`file:${join(dataDir, 'liantu.db')}`, {
		migrations: join(root, 'drizzle')
	});
	const { filmId } = await put(db, dataDir, path, {
		entryId,
		type: 'video/quicktime',
		facts: { container: 'mov', duration: seconds }
	});
	await write(db, (tx) =>
		tx.insert(jobs).values({ kind: 'copies', subject: filmId, payload: {}, runAfter: 0 })
	);
	close(db);
	rmSync(path);
	const portal = await startPortal(root, dataDir);
	try {
		await latencies(portal.origin, 3000);
		let workers: number[] = [];
		const tell = (signal: NodeJS.Signals) => {
			for (const pid of workers) {
				try {
					process.kill(pid, signal);
				} catch {
					// It came to its end meanwhile.
				}
			}
		};
		const taken = await byTurns(
			portal.origin,
			{
				async hold() {
					workers = await encoders(portal.pid);
					tell('SIGSTOP');
					await wait(300);
					return workers.length > 0;
				},
				async go() {
					tell('SIGCONT');
					await wait(300);
				},
				// Only pages that came while there was work count.
				still: () => descendants(portal.pid).some((pid) => nameOf(pid) === 'ffmpeg')
			},
			{ pages: 300, windows }
		);
		if (!taken.windows) throw new Error('the portal encodes nothing');
		return [
			{
				...figure,
				ours: taken.beside,
				baseline: taken.peace,
				ratio: taken.ratio,
				target: { of: 'ratio', at: 'most', value: 1.1 },
				note: `${taken.windows} pairs of windows of ${taken.pages / taken.windows} pages, the middle of their ratios; an encoding of 1080p and 720p`
			}
		];
	} finally {
		await portal.stop();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

/** The processes of a portal that encode; waits a while until there are some. */
async function encoders(portal: number): Promise<number[]> {
	for (let n = 0; n < 300; n++) {
		const all = descendants(portal);
		if (all.some((pid) => nameOf(pid) === 'ffmpeg')) return all;
		await wait(100);
	}
	return [];
}

function descendants(pid: number): number[] {
	try {
		const own = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
			.split(' ')
			.map(Number)
			.filter(Boolean);
		return own.flatMap((child) => [child, ...descendants(child)]);
	} catch {
		return [];
	}
}

function nameOf(pid: number): string {
	try {
		return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
	} catch {
		return '';
	}
}
