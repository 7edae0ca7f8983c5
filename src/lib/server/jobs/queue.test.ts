import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptyDb } from '../../../../tests/make';
import type { Db } from '../db/open';
import { jobs } from '../db/schema';
import { write } from '../db/write';
import { makeKnown } from './kinds';
import type { Job } from './kinds';
import {
	again,
	complete,
	DEATHS,
	enqueue,
	giveBack,
	Lost,
	release,
	renew,
	take,
	TRIES
} from './queue';

const NOW = Date.UTC(2026, 10, 22, 8);
const LEASE = 60_000;
let db: Db;

beforeAll(() => {
	makeKnown('knead', { task: async () => null, finish: async () => {}, longest: 1000 });
	makeKnown('bake', { task: async () => null, finish: async () => {}, longest: 1000, slow: true });
});
beforeEach(async () => {
	db = await emptyDb();
});

const put = (subject: string, more: { priority?: number; runAfter?: number; kind?: string } = {}) =>
	write(db, (tx) => enqueue(tx, { kind: 'knead', subject, now: NOW, ...more }));
const stateOf = async (subject: string) =>
	(await db.select().from(jobs).where(eq(jobs.subject, subject)))[0]!;
const taken = async (now = NOW): Promise<Job> => (await take(db, 'w', now, LEASE))!;

describe('the queue', () => {
	test('holds a job about a thing once, however often it is asked for', async () => {
		await put('a');
		await put('a');
		expect((await db.select().from(jobs)).length).toBe(1);
	});

	test('forgets what was put in by a transaction that failed', async () => {
		await expect(
			write(db, async (tx) => {
				await enqueue(tx, { kind: 'knead', subject: 'a', now: NOW });
				throw new Error('no');
			})
		).rejects.toThrow('no');
		expect(await take(db, 'w', NOW, LEASE)).toBeNull();
	});

	test('gives the more urgent first, then the older', async () => {
		await put('old', { runAfter: NOW - 2 });
		await put('new', { runAfter: NOW - 1 });
		await put('urgent', { priority: 1 });
		expect([await taken(), await taken(), await taken()].map(({ subject }) => subject)).toEqual([
			'urgent',
			'old',
			'new'
		]);
	});

	test('gives neither what waits for its time nor what nobody knows how to do', async () => {
		await put('later', { runAfter: NOW + 1 });
		await put('strange', { kind: 'juggle' });
		expect(await take(db, 'w', NOW, LEASE)).toBeNull();
		expect((await take(db, 'w', NOW + 1, LEASE))?.subject).toBe('later');
	});

	test('gives what takes long to those who have the time, and to nobody else', async () => {
		await put('a', { kind: 'bake' });
		await put('b');
		expect((await taken()).subject).toBe('b');
		expect(await take(db, 'w', NOW, LEASE)).toBeNull();
		expect((await take(db, 'v', NOW, LEASE, true))?.subject).toBe('a');
	});

	test('gives a hundred jobs to many takers, each once', async () => {
		for (let n = 0; n < 100; n++) await put(String(n));
		const got = await Promise.all(
			Array.from({ length: 130 }, (_, n) => take(db, `w${n}`, NOW, LEASE))
		);
		const subjects = got.flatMap((job) => (job ? [job.subject] : []));
		expect([subjects.length, new Set(subjects).size]).toEqual([100, 100]);
	});
});

describe('a job', () => {
	test('that is done stays done, and its result is written once', async () => {
		await put('a');
		const job = await taken();
		await write(db, (tx) => complete(tx, job, NOW + 5));
		await expect(write(db, (tx) => complete(tx, job, NOW + 6))).rejects.toThrow(Lost);
		expect(await stateOf('a')).toMatchObject({ state: 'done', doneAt: NOW + 5, progress: 1 });
	});

	test('whose worker was silent too long goes to another, and the first comes too late', async () => {
		await put('a');
		const first = await taken();
		await release(db, NOW + LEASE - 1, false);
		expect(await take(db, 'v', NOW + LEASE, LEASE)).toBeNull();
		await release(db, NOW + LEASE, false);
		const second = (await take(db, 'v', NOW + LEASE, LEASE))!;
		await expect(write(db, (tx) => complete(tx, first, NOW))).rejects.toThrow(Lost);
		await write(db, (tx) => complete(tx, second, NOW));
		expect(second.tries).toBe(2);
	});

	test('whose worker says that it lives stays with it', async () => {
		await put('a');
		const job = await taken();
		await renew(db, job, 0.5, NOW + 2 * LEASE);
		await release(db, NOW + LEASE, false);
		expect(await stateOf('a')).toMatchObject({ state: 'running', progress: 0.5 });
	});

	test('that was under way when the portal ended waits again and lost no try', async () => {
		await put('a');
		await taken();
		await release(db, NOW, true);
		expect(await stateOf('a')).toMatchObject({ state: 'waiting', tries: 0 });
	});

	test('is tried again at once, then after ever longer rests, and fails at last', async () => {
		await put('a');
		const rests: number[] = [];
		let now = NOW;
		for (let n = 1; n <= TRIES; n++) {
			const job = await taken(now);
			const over = await write(db, (tx) =>
				giveBack(tx, job, { reason: 'dough', hopeless: false, now })
			);
			expect(over).toBe(n === TRIES);
			const { runAfter } = await stateOf('a');
			rests.push(runAfter - now);
			now = runAfter;
		}
		expect(rests.slice(0, -1)).toEqual([0, 0, 30_000, 60_000, 120_000]);
		expect(await stateOf('a')).toMatchObject({ state: 'failed', reason: 'dough' });
	});

	test('that can never succeed fails at once, and may be asked for again', async () => {
		await put('a');
		const job = await taken();
		await write(db, (tx) => giveBack(tx, job, { reason: 'stone', hopeless: true, now: NOW }));
		expect(await take(db, 'w', NOW, LEASE)).toBeNull();
		expect(await write(db, (tx) => again(tx, job.id, NOW))).toBe(true);
		expect((await taken()).tries).toBe(1);
		expect(await write(db, (tx) => again(tx, job.id, NOW))).toBe(false);
	});

	test('that came further than before has its tries anew, and keeps how far it came', async () => {
		await put('a');
		for (let n = 1; n <= 2 * TRIES; n++) {
			const job = await taken();
			const failure = { reason: 'dough', hopeless: false, share: n / 20, now: NOW };
			expect(await write(db, (tx) => giveBack(tx, job, failure))).toBe(false);
		}
		expect(await stateOf('a')).toMatchObject({ tries: 1, progress: 0.6, runAfter: NOW });
	});

	test('whose worker dies is tried more often, though not for ever', async () => {
		await put('a');
		const failure = { reason: 'killed', hopeless: false, died: true };
		let now = NOW;
		let tries = 0;
		for (let over = false; !over; tries++) {
			const job = await taken(now);
			over = await write(db, (tx) => giveBack(tx, job, { ...failure, now }));
			now = (await stateOf('a')).runAfter;
		}
		expect(tries).toBe(DEATHS);
	});
});
