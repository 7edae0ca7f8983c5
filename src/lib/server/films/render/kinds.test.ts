import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { emptyDb, NOON } from '../../../../../tests/make';
import type { Db } from '../../db/open';
import { films, jobs, renditions } from '../../db/schema';
import { write } from '../../db/write';
import type { Job } from '../../jobs';
import { kindOf } from '../../jobs/kinds';
import { knowRendering } from '.';
import { renderCaptions, renderFilm } from './order';
import type { Made } from './task';

let db: Db;
beforeEach(async () => {
	db = await emptyDb();
	knowRendering('/nowhere');
	await write(db, (tx) =>
		tx.insert(films).values({
			...{ id: 'f1', form: 'film', sha256: 'a', bytes: 1, type: 'video/mp4', key: 'films/f1/o' },
			...{ state: 'inspected', facts: { container: 'mp4', duration: 60 } as never },
			...{ createdAt: NOON, updatedAt: NOON }
		})
	);
});

const made = (...kinds: string[]): Made[] =>
	kinds.map((kind) => ({ kind, key: `films/f1/${kind}`, sha256: kind, bytes: 1, type: 'x' }));
const job = { id: 'j1', kind: 'copies', subject: 'f1' } as Job;
const finish = (kind: string, result: Made[]) =>
	write(db, (tx) => kindOf(kind)!.finish(tx, { ...job, kind }, result, NOON));
const kinds = async () =>
	(await db.select().from(renditions).orderBy(renditions.kind)).map(({ kind }) => kind);
const stateOf = async () => (await db.select().from(films))[0]?.state;

describe('a film that was inspected', () => {
	test('is looked at before it is copied, once each however often it is asked for', async () => {
		for (let n = 0; n < 2; n++) await write(db, (tx) => renderFilm(tx, 'f1', NOON));
		await write(db, (tx) => renderCaptions(tx, 'c1', NOON));
		const rows = await db.select().from(jobs).orderBy(jobs.kind);
		expect(rows.map(({ kind, priority }) => [kind, priority])).toEqual([
			['captions', -5],
			['copies', -10],
			['look', -5]
		]);
	});

	test('is ready when its copies are there', async () => {
		await finish('look', made('poster', 'storyboard'));
		expect(await stateOf()).toBe('inspected');
		await finish('copies', made('1080p', '720p'));
		expect([await stateOf(), await kinds()]).toEqual([
			'ready',
			['1080p', '720p', 'poster', 'storyboard']
		]);
	});

	test('keeps of each kind what was made of it last', async () => {
		await finish('look', made('poster', 'captions-zh', 'captions-en'));
		await finish('copies', made('1080p', '720p'));
		await finish('look', made('poster', 'captions-zh'));
		await finish('copies', made('720p'));
		expect(await kinds()).toEqual(['720p', 'captions-zh', 'poster']);
	});

	test('that is gone meanwhile, cannot be watched or is of no known container is left alone', async () => {
		const task = () => kindOf('copies')!.task(db, job);
		expect(await task()).toEqual({
			...{ jobId: 'j1', filmId: 'f1', key: 'films/f1/o', container: 'mp4', duration: 60 }
		});
		const change = (values: Partial<typeof films.$inferInsert>) =>
			write(db, (tx) => tx.update(films).set(values).where(eq(films.id, 'f1')));
		await change({ state: 'unusable' });
		expect(await task()).toBeNull();
		await change({ state: 'inspected', facts: { container: 'gif' } as never });
		expect(await task()).toBeNull();
		await write(db, (tx) => tx.delete(films));
		expect(await task()).toBeNull();
		await finish('copies', made('720p'));
		expect(await kinds()).toEqual([]);
	});
});
