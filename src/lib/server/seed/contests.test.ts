import { asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyDb, NOON } from '../../../../tests/make';
import { stops } from '$lib/domain/contests/check-list';
import { phaseOf } from '$lib/domain/contests/dates';
import { archiveOf, publicContests, publicEdition } from '../contests/public';
import type { Db } from '../db/open';
import { contests, editions } from '../db/schema';
import { write } from '../db/write';
import { plantContests } from './contests-plant';
import { plant } from './index';

describe('the planted contests', () => {
	let db: Db;
	beforeAll(async () => {
		db = await emptyDb();
		await plant(db, NOON);
	});

	it('give the six past editions as published, and say what was not found', async () => {
		const [cup] = await publicContests(db, NOON);
		const archive = await archiveOf(db, cup!.contest.id, NOON);
		const entries = archive.map(({ edition, figures }) => [
			edition.slug,
			figures.find(({ key }) => key === 'entries')?.value ?? null
		]);
		expect(entries).toEqual([
			['1', 480],
			['2', 852],
			['3', 1380],
			['4', 1668],
			['5', null],
			['6', 2493],
			['demo', null]
		]);
		const fifth = archive[4]!.figures[0]!;
		expect(fifth.note?.zh).toContain('没有查到公开数字');
		const sixth = archive[5]!.figures;
		expect(sixth.map(({ key, value }) => [key, value])).toEqual([
			['entries', 2493],
			['film', 911],
			['video', 1582]
		]);
		expect(sixth[0]!.note?.zh).toContain('13.88%');
		expect(archive.flatMap(({ figures }) => figures).every(({ source }) => source)).toBe(true);
	});

	it('invent no seventh edition: the one that can be tried says that it is a demonstration', async () => {
		const rows = await db.select().from(editions).orderBy(asc(editions.ordinal));
		expect(rows.filter(({ plan }) => plan).map(({ slug }) => slug)).toEqual(['demo']);
		const demo = await publicEdition(db, 'yucong-cup', 'demo', NOON);
		expect(demo!.edition.title.zh).toBe('演示：第七届（示例，非真实征集）');
		expect(demo!.edition.title.en).toContain('not a real call');
		expect(phaseOf(demo!.plan!, NOON)).toBe('open');
		expect(stops(demo!.plan!, NOON)).toEqual([]);
		expect(demo!.statements.map(({ key, version }) => [key, version])).toEqual([
			['originality', 1],
			['rights', 1],
			['ai', 1],
			['consent', 1],
			['guardian', 1]
		]);
	});

	it('come into a database that was planted before there were any, and only once', async () => {
		expect(await plantContests(db, NOON)).toBe(false);
		await write(db, async (tx) => {
			await tx.delete(editions);
			await tx.delete(contests);
		});
		expect(await plantContests(db, NOON)).toBe(true);
		expect(await db.$count(editions, eq(editions.slug, 'demo'))).toBe(1);
	});

	it('do not come into a portal with content of its own', async () => {
		expect(await plantContests(await emptyDb(), NOON)).toBe(false);
	});
});
