import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEdition, anEntry, content } from '../../../../../tests/contests';
import { ffmpeg, fileOf, film } from '../../../../../tests/films';
import { emptyDb, NOON } from '../../../../../tests/make';
import type { Db } from '../../db/open';
import { entryFiles, films, fingerprints, jobs, newId, twins } from '../../db/schema';
import { write } from '../../db/write';
import { filesOf } from '../../contests/entry-files';
import { enqueue, startWorkers } from '../../jobs';
import { filmStorage } from '../../storage';
import { knowInspection } from '../inspect/kind';
import { twinsOf } from './find';
import { hintsFor } from './hints';
import { knowTwins } from './kind';
import { spoolOf } from './spool';

const folder = mkdtempSync(join(tmpdir(), 'liantu-flow-'));
const ground = {
	dataDir: folder,
	storageUrl: `file:${join(folder, 'files')}`,
	films: { kind: 'folder', url: `file:${join(folder, 'store')}` }
} as const;
let db: Db;
let edition: Awaited<ReturnType<typeof anEdition>>;
let now = NOON;
let stop: () => Promise<void>;

beforeAll(async () => {
	db = await emptyDb();
	edition = await anEdition(db);
	knowInspection();
	knowTwins(ground);
	stop = await startWorkers(db, ground);
});
afterAll(async () => {
	await stop();
	rmSync(folder, { recursive: true, force: true });
});

/** Sends a file in for an entry, and waits until everything known was done about it. */
async function sent(path: string, entryId: string, materialId = 'film'): Promise<string> {
	now += 1000;
	const id = newId(now);
	const bytes = await readFile(path);
	const key = `films/${id}`;
	await filmStorage(ground).put(key, path);
	await write(db, async (tx) => {
		await tx.insert(films).values({
			...{ id, key, form: 'film', type: 'video/mp4', bytes: bytes.length },
			sha256: createHash('sha256').update(bytes).digest('hex'),
			...{ editionId: edition.editionId, createdAt: now, updatedAt: now }
		});
		await tx
			.insert(entryFiles)
			.values({ entryId, materialId, filmId: id, originalName: '片.mp4', addedAt: now });
		await enqueue(tx, { kind: 'inspect', subject: id, now });
	});
	const mine = ['inspect', 'fingerprint', 'compare'];
	const open = and(inArray(jobs.state, ['waiting', 'running']), inArray(jobs.kind, mine));
	for (;;) {
		const rows = await db.select().from(jobs).where(open);
		const failed = rows.find(({ reason }) => reason !== null);
		if (failed) throw new Error(`${failed.kind}: ${failed.reason}`);
		if (!rows.length) break;
		await new Promise((next) => setTimeout(next, 20));
	}
	return id;
}
const rowOf = async (id: string) => (await db.select().from(films).where(eq(films.id, id)))[0]!;
const entry = (title: string, phone = '13800000001', more = {}) =>
	anEntry(db, edition, {
		state: 'submitted',
		content: content({
			title,
			contact: { name: '李青', phone, email: 'li@example.cn', address: null }
		}),
		...more
	});

describe('a film that came in', { timeout: 90_000 }, () => {
	it('is inspected, judged by its category, and told from what is no film', async () => {
		const { id: entryId } = await entry('第一部');
		const good = await sent(await film({ seed: 41, seconds: 20 }), entryId);
		const bad = await sent(await fileOf('page.mp4', '<html>no film</html>'), entryId);
		expect(await rowOf(good)).toMatchObject({ state: 'inspected', reason: null });
		expect(await rowOf(bad)).toMatchObject({ state: 'unusable', reason: 'foreign' });
		const judged = await filesOf(db, { id: entryId, categoryId: 'film' }, edition.plan);
		expect(judged.map(({ filmId, state }) => [filmId, state])).toEqual([
			[good, 'inspected'],
			[bad, 'unusable']
		]);
		const resultOf = (at: number, rule: string) =>
			judged[at]!.verdicts!.find((verdict) => verdict.rule === rule)!;
		expect(resultOf(0, 'readable').result).toBe('pass');
		expect(resultOf(0, 'resolution')).toMatchObject({ result: 'fail', measured: '320×180' });
		expect(resultOf(1, 'type')).toMatchObject({ result: 'fail', measured: 'text/html' });
		const kinds = async (subject: string) =>
			(await db.select().from(jobs).where(eq(jobs.subject, subject))).map(({ kind }) => kind);
		expect((await kinds(good)).sort()).toEqual(['compare', 'copies', 'inspect', 'look']);
		expect(await kinds(bad)).toEqual(['inspect']);
	});

	it('is told to be a copy: the same bytes, coded anew, and not within its own entry', async () => {
		const path = await film({ seed: 42, seconds: 20 });
		const again = await ffmpeg(
			['-i', path, '-vf', 'hflip', '-crf', '30', '-preset', 'ultrafast'],
			'again.mp4'
		);
		const [one, two, three] = [await entry('甲'), await entry('乙'), await entry('丙')];
		const first = await sent(path, one.id);
		await sent(await film({ seed: 43, seconds: 20 }), one.id);
		expect(await twinsOf(db, one.id)).toEqual([]);
		const same = await sent(path, two.id);
		const near = await sent(again, three.id);
		// A film sent anew for the same entry is no copy of the one before.
		await sent(again, one.id);
		const found = await twinsOf(db, two.id);
		expect(found.map(({ kind, newer, entry }) => [kind, newer, entry!.title])).toEqual([
			['exact', true, '甲'],
			['both', false, '丙'],
			['both', false, '甲']
		]);
		const [copy] = (await twinsOf(db, three.id)).filter(({ otherId }) => otherId === same);
		expect(copy).toMatchObject({ kind: 'both', filmId: near, newer: true, settled: null });
		expect(copy!.share).toBeGreaterThan(0.8);
		expect(copy!.passages[0]!.mirrored).toBe(true);
		expect((await twinsOf(db, one.id)).some(({ entry }) => entry!.id === one.id)).toBe(false);
		const pairs = await db.select().from(twins).where(eq(twins.filmId, same));
		expect(pairs).toMatchObject([{ otherId: first, kind: 'exact', share: 1 }]);
	});

	it('keeps its prints beside the database, where they are made again when they are gone', async () => {
		const rows = await db.select().from(fingerprints);
		const there = await readdir(spoolOf(folder));
		expect(there.sort()).toEqual(rows.map(({ filmId }) => filmId).sort());
		rmSync(spoolOf(folder), { recursive: true });
		const other = await entry('丁');
		await sent(await film({ seed: 42, seconds: 20 }), other.id);
		expect((await twinsOf(db, other.id)).length).toBeGreaterThan(1);
	});
});

it('hints at entries of the same telephone, unit or title, but never at drafts', async () => {
	const one = await entry('清 风', '139 0000 0002', { unit: '塘栖中学' });
	const two = await entry('清风', '139-0000-0002');
	const three = await entry('另一部', '13900000003', { unit: '塘栖中学' });
	await entry('清风', '13900000002', { state: 'draft', unit: '塘栖中学' });
	expect(await hintsFor(db, one.id)).toEqual([
		{ kind: 'phone', entryIds: [two.id] },
		{ kind: 'unit', entryIds: [three.id] },
		{ kind: 'title', entryIds: [two.id] }
	]);
	expect(await hintsFor(db, three.id)).toEqual([{ kind: 'unit', entryIds: [one.id] }]);
	expect(await hintsFor(db, 'nobody')).toEqual([]);
});
