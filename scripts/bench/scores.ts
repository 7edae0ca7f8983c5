import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { newRound } from '../../src/lib/domain/judging/round-new';
import { typedOf } from '../../src/lib/domain/judging/desk/sheet-form';
import { emptySheet } from '../../src/lib/domain/judging/sheet';
import type { Sheet } from '../../src/lib/domain/judging/sheet';
import type { By } from '../../src/lib/domain/people/who';
import { close, open } from '../../src/lib/server/db/open';
import type { Db } from '../../src/lib/server/db/open';
import { write } from '../../src/lib/server/db/write';
import { saveSheet } from '../../src/lib/server/judging/score';
import { type Figure, median, percentile } from './figure';
import { startPortal } from './portal';
import { laidRound } from './scores-ground';
import type { BenchJuror } from './scores-ground';

const part = 'scores';
const JURORS = 40;
const { criteria } = newRound({ zh: '' });
/** As each of them types: a mark now and then, watching in between. */
const PACE = 1000;

/**
 * What a juror waits for: saving a sheet while forty save, through the archive and over HTTP, and an
 * entry's page with the addresses of its film. A save is the row, its history and its record of the
 * log, on the disk before it is answered; the baseline inserts one bare row of the same size.
 */
export async function measureScores(
	root: string,
	folder: string,
	{ count, saves, pages }: { count: number; saves: number; pages: number }
): Promise<Figure[]> {
	const dataDir = mkdtempSync(join(folder, 'scores-'));
	const openDb = () =>
		open(`file:${join(dataDir, 'liantu.db')}`, { migrations: join(root, 'drizzle') });
	const first = await startPortal(root, dataDir);
	await first.stop();
	const db = await openDb();
	const { roundId, jurors } = await laidRound(db, { count, panelSize: JURORS });
	const bare = await bareInserts(db, saves);
	const archive = await byArchive(db, roundId, jurors, saves);
	close(db);
	const portal = await startPortal(root, dataDir, { DEMO: 'off' });
	try {
		const send = (juror: BenchJuror, n: number) => post(portal.origin, roundId, juror, n);
		// A server just started is still being compiled.
		await paced(jurors, JURORS * 4, PACE / 4, send);
		const http = await paced(jurors, saves, PACE, send);
		const before = portal.busy() ?? NaN;
		const burst = await together(jurors, saves, send);
		const between = portal.busy() ?? NaN;
		await readPages(portal.origin, roundId, jurors, 20);
		const begun = portal.busy() ?? NaN;
		const read = await readPages(portal.origin, roundId, jurors, pages);
		const ended = portal.busy() ?? NaN;
		return [
			figure('saving a score by the archive, all forty in the same moment, p99', archive, bare),
			figure('saving a score over HTTP, forty jurors saving once a second each, p99', http, bare, 15),
			figure('saving a score over HTTP, all forty in the same moment, p99', burst, bare),
			figure('jury page with addresses of its film, p99', read, undefined, 400),
			cost('processor time of the server for a save', (between - before) / burst.length),
			cost('processor time of the server for a jury page', (ended - begun) / read.length)
		];
	} finally {
		await portal.stop();
	}
}

const figure = (name: string, times: number[], bare?: number[], most?: number): Figure => ({
	part,
	name,
	ours: percentile(times, 99),
	...(bare ? { baseline: percentile(bare, 99) } : {}),
	unit: 'ms',
	...(most ? { target: { of: 'ours' as const, at: 'most' as const, value: most } } : {}),
	note: `p50 ${median(times).toFixed(1)} ms of ${times.length}`
});

const cost = (name: string, each: number): Figure => ({
	part,
	name,
	ours: Number.isFinite(each) ? each : null,
	unit: 'ms',
	note: 'all its threads'
});

/** Milliseconds of each call when all jurors act in the same moment, again and again. */
async function together(
	jurors: readonly BenchJuror[],
	times: number,
	one: (juror: BenchJuror, n: number) => Promise<unknown>
): Promise<number[]> {
	const taken: number[] = [];
	for (let n = 0; taken.length < times; n++) {
		const began = performance.now();
		await Promise.all(
			jurors.map(async (juror) => {
				await one(juror, n);
				taken.push(performance.now() - began);
			})
		);
	}
	return taken;
}

/** The same when each acts at a moment of its own once in `pace` milliseconds. */
async function paced(
	jurors: readonly BenchJuror[],
	times: number,
	pace: number,
	one: (juror: BenchJuror, n: number) => Promise<unknown>
): Promise<number[]> {
	const taken: number[] = [];
	await Promise.all(
		jurors.map(async (juror, at) => {
			await new Promise((wait) => setTimeout(wait, (pace * at) / jurors.length));
			for (let n = 0; n < times / jurors.length; n++) {
				const began = performance.now();
				await one(juror, n);
				const took = performance.now() - began;
				taken.push(took);
				await new Promise((wait) => setTimeout(wait, Math.max(0, pace - took)));
			}
		})
	);
	return taken;
}

const sheetOf = (n: number): Sheet => ({
	...emptySheet,
	marks: Object.fromEntries(criteria.map(({ id }, at) => [id, 6000 + ((n * 7 + at) % 40) * 100])),
	comment: `第 ${n} 次`
});
let keys = 0;
const newKey = () => `bench-key-${++keys}`;
const taskOf = ({ tasks }: BenchJuror, n: number) => tasks[n % tasks.length]!;

async function bareInserts(db: Db, times: number): Promise<number[]> {
	await write(db, (tx) =>
		tx.run(sql`CREATE TABLE bare (id INTEGER PRIMARY KEY, sheet TEXT NOT NULL)`)
	);
	const forty = Array.from({ length: JURORS }, () => ({ tasks: [] }) as unknown as BenchJuror);
	const insert = (_: BenchJuror, n: number) =>
		write(db, (tx) =>
			tx.run(sql`INSERT INTO bare (sheet) VALUES (${JSON.stringify(sheetOf(n))})`)
		);
	await together(forty, JURORS * 5, insert);
	const taken = await together(forty, times, insert);
	await write(db, (tx) => tx.run(sql`DROP TABLE bare`));
	return taken;
}

async function byArchive(
	db: Db,
	roundId: string,
	jurors: readonly BenchJuror[],
	times: number
): Promise<number[]> {
	const save = async (juror: BenchJuror, n: number) => {
		const by: By = {
			who: {
				...{ id: juror.personId, name: '', email: '', session: '', strong: true, provedAt: 0 },
				grants: [{ role: 'juror', scope: null }]
			},
			address: '203.0.113.9',
			now: Date.now()
		};
		const task = taskOf(juror, n);
		const said = await saveSheet(
			db,
			by,
			{ roundId, code: task.code, taskId: task.id },
			{
				typed: (plan) => typedOf(plan, sheetOf(n)),
				...{ revision: task.revision, key: newKey(), typedAt: by.now }
			}
		);
		if (!said.ok) throw new Error(`not saved: ${JSON.stringify(said.refusals)}`);
		task.revision = said.value.revision;
	};
	await together(jurors, JURORS * 5, save);
	return together(jurors, times, (juror, n) => save(juror, n + 1000));
}

const headers = (origin: string, { token }: BenchJuror) => ({
	origin,
	cookie: `liantu=${token}`,
	accept: 'application/json',
	'x-sveltekit-action': 'true'
});

/** Saves as the page does; the answer says the revision that stands. */
async function post(origin: string, roundId: string, juror: BenchJuror, n: number) {
	const task = taskOf(juror, n);
	const { marks, comment } = typedOf(newRound({ zh: '' }), sheetOf(n + 5000));
	const body = new URLSearchParams({
		...{ task: task.id, revision: String(task.revision), key: newKey() },
		...{ typedAt: String(Date.now()), verdict: '', rank: '', comment },
		...Object.fromEntries(Object.entries(marks).map(([id, mark]) => [`marks.${id}`, mark]))
	});
	const answer = await fetch(`${origin}/jury/${roundId}/${task.code}?/save`, {
		method: 'POST',
		headers: headers(origin, juror),
		body
	});
	const said = (await answer.json()) as { type: string; data: string };
	if (said.type !== 'success') throw new Error(`a save was answered ${JSON.stringify(said)}`);
	const flat = JSON.parse(said.data) as [{ revision: number }, ...unknown[]];
	task.revision = flat[flat[0].revision] as number;
}

/** Milliseconds until the page of an entry was there whole, ten jurors asking at once. */
async function readPages(
	origin: string,
	roundId: string,
	jurors: readonly BenchJuror[],
	times: number
): Promise<number[]> {
	return together(jurors.slice(0, 10), times, async (juror, n) => {
		const answer = await fetch(`${origin}/jury/${roundId}/${taskOf(juror, n).code}`, {
			headers: { cookie: `liantu=${juror.token}`, accept: 'text/html' }
		});
		const text = await answer.text();
		if (answer.status !== 200 || !text.includes('/files/films/'))
			throw new Error(`a page was answered ${answer.status}`);
	});
}
