import { asc, count, eq, isNotNull } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { everything } from '../../domain/filter';
import { join } from 'node:path';
import type { Db } from '../db/open';
import { open } from '../db/open';
import { empty } from '$lib/domain/rich/rich';
import * as schema from '../db/schema';
import { contentVersion, write } from '../db/write';
import { bySlug, find, tally } from '../places';
import { find as search, understand } from '../search';
import type { Subject } from '../search';
import { isEmpty, plant } from './index';
import { clearVolume, plantVolume, volumeOf } from './plant-volume';

const NOON = Date.parse('2026-11-22T12:00:00+08:00');
const migrations = join(import.meta.dirname, '../../../../drizzle');
const fresh = () => open('file::memory:', { migrations });

/** Every row of every table that seeding writes, in a fixed order. */
async function everyRow(db: Db) {
	const tables = {
		places: schema.places,
		citations: schema.citations,
		honours: schema.honours,
		figures: schema.figures,
		articles: schema.articles,
		events: schema.events,
		trails: schema.trails,
		stops: schema.stops,
		towns: schema.towns,
		sources: schema.sources,
		bases: schema.bases,
		settings: schema.settings
	};
	const rows: Record<string, unknown[]> = {};
	for (const [name, table] of Object.entries(tables)) rows[name] = await db.select().from(table);
	return rows;
}

const subjects: Subject[] = ['place', 'trail', 'article', 'event'];

async function slugOf(db: Db, id: string): Promise<string | undefined> {
	for (const table of [schema.places, schema.trails, schema.articles, schema.events]) {
		const [row] = await db.select({ slug: table.slug }).from(table).where(eq(table.id, id));
		if (row) return row.slug;
	}
}

describe('planting', () => {
	let db: Db;
	beforeAll(async () => {
		db = await fresh();
		expect(await isEmpty(db)).toBe(true);
		expect(await plant(db, NOON)).toBe(true);
	});

	it('fills an empty database once; a second time changes nothing', async () => {
		const before = await everyRow(db);
		expect(await isEmpty(db)).toBe(false);
		expect(await plant(db, NOON + 1)).toBe(false);
		expect(await everyRow(db)).toEqual(before);
	});

	it('keeps its hands off a database somebody else has begun', async () => {
		const other = await fresh();
		await write(other, async (tx) => {
			await tx
				.insert(schema.articles)
				.values({ slug: 'ours', titleZh: '自己的文章', bodyZh: empty() });
		});
		expect(await plant(other, NOON)).toBe(false);
		expect(await other.select().from(schema.places)).toEqual([]);
	});

	it('cites every place, trail, honour, figure, article, event and own town by its id', async () => {
		const cited = new Set(
			(await db.select().from(schema.citations)).map(
				({ subject, subjectId }) => `${subject} ${subjectId}`
			)
		);
		const wanted = [
			...(await db.select({ id: schema.places.id }).from(schema.places)).map(
				({ id }) => `place ${id}`
			),
			...(await db.select({ id: schema.trails.id }).from(schema.trails)).map(
				({ id }) => `trail ${id}`
			),
			...(await db.select({ id: schema.honours.id }).from(schema.honours)).map(
				({ id }) => `honour ${id}`
			),
			...(await db.select({ id: schema.figures.slug }).from(schema.figures)).map(
				({ id }) => `figure ${id}`
			),
			...(await db.select({ id: schema.articles.id }).from(schema.articles)).map(
				({ id }) => `article ${id}`
			),
			...(await db.select({ id: schema.events.id }).from(schema.events)).map(
				({ id }) => `event ${id}`
			),
			...(
				await db
					.select({ id: schema.towns.slug })
					.from(schema.towns)
					.where(eq(schema.towns.own, true))
			).map(({ id }) => `town ${id}`)
		];
		expect(wanted.length).toBeGreaterThan(50);
		expect(wanted.filter((one) => !cited.has(one))).toEqual([]);
	});

	it('holds no phone, no hours, no recording and no synthetic row', async () => {
		expect(await db.select().from(schema.places).where(isNotNull(schema.places.phone))).toEqual([]);
		expect(await db.select().from(schema.openings)).toEqual([]);
		expect(await db.select().from(schema.exceptions)).toEqual([]);
		expect(await db.select().from(schema.media)).toEqual([]);
		expect(await volumeOf(db)).toBe(0);
	});

	it('shows a place with its town, honours and sources', async () => {
		const detail = await bySlug(db, 'future-sci-tech-city', NOON);
		expect(detail?.honours.length).toBe(1);
		expect(detail?.sources.length).toBe(1);
		const village = await bySlug(db, 'gangnan-village', NOON);
		expect(village?.sources.map(({ source }) => source.slug).sort()).toEqual([
			'A2',
			'articles',
			'divisions',
			'own-drawing'
		]);
	});

	it('is found by Chinese, pinyin and initials', async () => {
		const first = async (q: string) => {
			const understood = await understand(db, q, subjects, NOON);
			if (!understood.ok || !understood.value?.match) return null;
			const { hits } = await search(db, understood.value.match, {
				among: subjects,
				at: NOON,
				limit: 1
			});
			return hits[0] ? `${hits[0].subject} ${await slugOf(db, hits[0].id)}` : null;
		};
		expect(await first('玉琮廉路')).toBe('trail yucong-trail');
		expect(await first('ycll')).toBe('trail yucong-trail');
		expect(await first('qianzhuang')).toBe('place qianzhuang-village');
		expect(await first('澄清正名')).toBe('place chengqing-zhengming-hall');
	});

	it('is forgotten by nothing when synthetic places come and go', async () => {
		const before = await everyRow(db);
		await plantVolume(db, { volume: 150, seed: 3, now: NOON });
		expect(await volumeOf(db)).toBe(150);
		const [demo] = await db
			.select()
			.from(schema.trails)
			.where(eq(schema.trails.slug, 'demonstration-liangzhu-luniao'));
		const [mixed] = await db
			.select({ n: count() })
			.from(schema.stops)
			.innerJoin(schema.places, eq(schema.places.id, schema.stops.placeId))
			.innerJoin(schema.trails, eq(schema.trails.id, schema.stops.trailId))
			.where(eq(schema.trails.id, demo!.id));
		expect(mixed?.n).toBe(5);
		expect(await clearVolume(db)).toBe(150);
		const after = await everyRow(db);
		expect({ ...after, settings: [] }).toEqual({ ...before, settings: [] });
	});
});

describe('synthetic volume', () => {
	it('stands alone in an empty database, counted, searchable and marked', async () => {
		const db = await fresh();
		await plantVolume(db, { volume: 120, seed: 1, now: NOON });
		const rows = await db.select().from(schema.places).orderBy(asc(schema.places.slug));
		expect(rows.length).toBe(120);
		expect(rows.every(({ synthetic, slug }) => synthetic && /^synthetic-\d{6}$/.test(slug))).toBe(
			true
		);
		expect((await tally(db, everything, NOON)).total).toBe(120);
		expect(
			(await find(db, { ...everything, q: '000042' }, { at: NOON, limit: 5 })).map(
				({ slug }) => slug
			)
		).toEqual(['synthetic-000042']);
		expect(
			(await db.select().from(schema.trails)).map(({ slug, synthetic }) => [slug, synthetic])
		).toEqual([
			['synthetic-trail-1', true],
			['synthetic-trail-2', true]
		]);
	});

	it('makes the same rows again, whenever it runs', async () => {
		const [one, two] = [await fresh(), await fresh()];
		await plantVolume(one, { volume: 100, seed: 5, now: NOON });
		await plantVolume(two, { volume: 100, seed: 5, now: NOON });
		const rows = (db: Db) => db.select().from(schema.places).orderBy(asc(schema.places.id));
		expect(await rows(one)).toEqual(await rows(two));
		await plantVolume(one, { volume: 100, seed: 5, now: NOON });
		expect(await rows(one)).toEqual(await rows(two));
	});

	it('raises the content version, so that no cache keeps what is gone', async () => {
		const db = await fresh();
		await plantVolume(db, { volume: 3, now: NOON });
		const before = await contentVersion(db);
		await clearVolume(db);
		expect(await contentVersion(db)).toBe(before + 1);
		expect(await isEmpty(db)).toBe(true);
		expect(await plant(db, NOON)).toBe(true);
	});
});
