import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from '@libsql/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chance, fileOf, film } from './films';
import { serve } from './serve';
import type { Served } from './serve';
import { stock, within } from './stock';

// The built portal works off films while its workers, and now and then itself, are killed.

const KILLS = 50;
/** Every so many of them it is the portal that dies. */
const PORTAL = 12;
const folder = mkdtempSync(join(tmpdir(), 'liantu-kills-'));
const settings = (name: string) => ({ DATA_DIR: join(folder, name), DEMO: 'off' });
let films: string[];
let captions: string[];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
	films = [];
	for (let seed = 1; seed <= 9; seed++)
		films.push(
			await film(
				// Every third must be encoded, in three stretches.
				seed % 3
					? { seed, seconds: 3, size: [160, 90] }
					: { seed, seconds: 40, size: [160, 90], args: ['-c:v', 'mpeg4'] }
			)
		);
	captions = [await fileOf('a.srt', '1\n00:00:01,000 --> 00:00:02,000\n清风\n')];
}, 120_000);

/** Asks the database of a portal, whether that runs or not. */
async function asked(name: string, sql: string): Promise<Record<string, unknown>[]> {
	const client = createClient({ url: `file:${join(folder, name, 'liantu.db')}`, timeout: 5000 });
	try {
		return (await client.execute(sql)).rows;
	} finally {
		client.close();
	}
}

/** Stocks a portal with the films, and a tally of every time that a job becomes done. */
async function prepare(name: string): Promise<string[]> {
	const dataDir = join(folder, name);
	const stocked = await stock(dataDir, films, { captions });
	await within(dataDir, async (db) => {
		await db.$client.executeMultiple(`
			CREATE TABLE tally (job TEXT NOT NULL);
			CREATE TRIGGER tallied AFTER UPDATE OF state ON jobs WHEN NEW.state = 'done' AND OLD.state <> 'done'
			BEGIN INSERT INTO tally VALUES (NEW.id); END;`);
	});
	return stocked.map(({ filmId }) => filmId);
}

const left = async (name: string) =>
	Number((await asked(name, "SELECT count(*) AS n FROM jobs WHERE state <> 'done'"))[0]!.n);

async function untilDone(name: string): Promise<void> {
	for (let n = 0; n < 1200 && (await left(name)); n++) await wait(100);
}

/** Process ids of the workers of a portal. */
function workersOf({ pid }: Served): number[] {
	try {
		return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
			.split(' ')
			.map(Number)
			.filter(
				(child) => child && readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('work.js')
			);
	} catch {
		return [];
	}
}

/** What was made of each film, in the order they were sent. */
async function made(name: string, ids: string[]): Promise<unknown[]> {
	const rows = await asked(name, 'SELECT film_id, kind, sha256, bytes FROM renditions');
	return rows
		.map(({ film_id, ...row }) => ({ film: ids.indexOf(film_id as string), ...row }))
		.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

/** Every file below a folder. */
const below = (path: string): string[] => {
	try {
		return readdirSync(path, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name));
	} catch {
		return [];
	}
};

describe.skipIf(process.platform !== 'linux')('work on films', () => {
	it('is done once and only once through fifty kills, and ends as if there had been none', async () => {
		const calmIds = await prepare('calm');
		const calm = await serve(settings('calm'));
		await untilDone('calm');
		expect(await calm.stop()).toBe(0);

		const ids = await prepare('wild');
		const random = chance(7);
		let portal = await serve(settings('wild'));
		let kills = 0;
		while (kills < KILLS && (await left('wild'))) {
			await wait(20 + 230 * random());
			if ((kills + 1) % PORTAL === 0) {
				portal.child.kill('SIGKILL');
				await portal.ended;
				portal = await serve(settings('wild'));
				kills++;
				continue;
			}
			const workers = workersOf(portal);
			if (!workers.length) continue;
			process.kill(workers[Math.floor(random() * workers.length)]!, 'SIGKILL');
			kills++;
		}
		expect(kills).toBe(KILLS);
		await untilDone('wild');
		expect(await portal.stop()).toBe(0);

		const jobs = await asked('wild', 'SELECT kind, state, reason FROM jobs ORDER BY kind');
		expect(jobs.filter(({ state }) => state !== 'done')).toEqual([]);
		const tallied = await asked('wild', 'SELECT job, count(*) AS n FROM tally GROUP BY job');
		expect([tallied.length, tallied.every(({ n }) => n === 1)]).toEqual([jobs.length, true]);
		expect(jobs.map(({ kind }) => kind)).toEqual(
			(await asked('calm', 'SELECT kind FROM jobs ORDER BY kind')).map(({ kind }) => kind)
		);

		// The same files, byte for byte, each named by a row, and nothing half done beside them.
		expect(await made('wild', ids)).toEqual(await made('calm', calmIds));
		const rows = await asked(
			'wild',
			'SELECT key, sha256 FROM renditions UNION SELECT key, sha256 FROM films'
		);
		const store = join(folder, 'wild', 'files');
		const hashes = new Map(
			below(join(store, 'films')).map((path) => [
				path.slice(store.length + 1),
				createHash('sha256').update(readFileSync(path)).digest('hex')
			])
		);
		hashes.delete('films/manifest.sha256');
		expect(Object.fromEntries(hashes)).toEqual(
			Object.fromEntries(rows.map(({ key, sha256 }) => [key, sha256]))
		);
		expect(below(join(folder, 'wild', 'incoming', 'render'))).toEqual([]);
	}, 240_000);
});
