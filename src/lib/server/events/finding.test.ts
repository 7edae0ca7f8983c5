import { beforeAll, describe, expect, test } from 'vitest';
import { everyEvent } from '$lib/domain/events/filter';
import { empty } from '$lib/domain/rich/rich';
import { eq } from 'drizzle-orm';
import { emptyDb, NOON } from '../../../../tests/make';
import type { Db } from '../db/open';
import { articles, events, seatCounts } from '../db/schema';
import { write } from '../db/write';
import { plant } from '../seed';
import { bySlug, seriesBySlug } from './detail';
import { between, list } from './finding';

const DAY = 86_400_000;
let db: Db;
const all = { limit: 100 };
const slugs = async (over: Partial<typeof everyEvent>, at = NOON) =>
	(await list(db, { ...everyEvent, ...over }, at, all)).events.map(({ slug }) => slug);

beforeAll(async () => {
	db = await emptyDb();
	await plant(db, NOON);
});

describe('finding events', () => {
	test('shows each once, by its next date, and what was newest first', async () => {
		expect(await slugs({})).toEqual([
			'demonstration-exhibition',
			'demonstration-talk',
			'demonstration-stage',
			'demonstration-draw'
		]);
		expect(await slugs({ past: true })).toEqual([
			'culture-week-2024-closing',
			'drama-luyu-asks-tea'
		]);
	});

	test('narrows by town, type, audience, chapter, series and words', async () => {
		expect(await slugs({ towns: ['liangzhu'] })).toEqual(['demonstration-talk']);
		expect(await slugs({ types: ['tour', 'talk'] })).toEqual([
			'demonstration-talk',
			'demonstration-draw'
		]);
		expect(await slugs({ audiences: ['elders'] })).toEqual(['demonstration-talk']);
		expect(await slugs({ series: 'demonstration-series', chapter: 'listen' })).toEqual([
			'demonstration-talk'
		]);
		expect(await slugs({ q: '陆羽', past: true })).toEqual(['drama-luyu-asks-tea']);
		expect(await slugs({ q: 'zzqqxx' })).toEqual([]);
	});

	test('with free seats leaves out what is full, and what nobody signs up for', async () => {
		const free = await slugs({ free: true });
		expect(free).not.toContain('demonstration-exhibition');
		const event = (await bySlug(db, 'demonstration-draw', NOON))!;
		await write(db, async (tx) => {
			const occasionId = event.dates[0]!.id;
			await tx
				.insert(seatCounts)
				.values({ occasionId, capacity: 10, taken: 10 })
				.onConflictDoUpdate({
					target: [seatCounts.occasionId, seatCounts.zone],
					set: { taken: 10, capacity: 10 }
				});
		});
		expect(await slugs({ free: true })).toEqual(
			free.filter((slug) => slug !== 'demonstration-draw')
		);
	});

	test('between two moments gives every date in order', async () => {
		const found = await between(db, everyEvent, NOON, { from: NOON, to: NOON + 31 * DAY });
		const starts = found.map(({ date }) => date.startsAt);
		expect(starts).toEqual([...starts].sort((a, b) => a - b));
		expect(found.filter(({ slug }) => slug === 'demonstration-talk').length).toBe(4);
	});

	test('never shows what is not published, not yet, or no more', async () => {
		const hidden = (set: Partial<typeof events.$inferInsert>) =>
			write(db, async (tx) => {
				await tx.update(events).set(set).where(eq(events.slug, 'demonstration-talk'));
			});
		for (const set of [
			{ publishedAt: null },
			{ publishedAt: NOON + 1 },
			{ publishedAt: NOON, expiresAt: NOON }
		]) {
			await hidden({ expiresAt: null, ...set });
			expect(await slugs({})).not.toContain('demonstration-talk');
			expect(await bySlug(db, 'demonstration-talk', NOON)).toBe(null);
		}
		await hidden({ publishedAt: NOON, expiresAt: null });
		expect(await slugs({})).toContain('demonstration-talk');
	});

	test('leads to a report from the moment of its publication', async () => {
		const later = { slug: 'later-report', titleZh: '后来的报道', publishedAt: NOON + 60_000 };
		await write(db, async (tx) => {
			const [article] = await tx
				.insert(articles)
				.values({ ...later, bodyZh: empty() })
				.returning({ id: articles.id });
			await tx
				.update(events)
				.set({ articleId: article!.id })
				.where(eq(events.slug, 'demonstration-talk'));
		});
		const report = async (at: number) =>
			(await bySlug(db, 'demonstration-talk', at))!.article?.slug ?? null;
		expect([await report(NOON), await report(NOON + 60_000)]).toEqual([null, 'later-report']);
	});

	test('tells of a series only what is published', async () => {
		const week = (await seriesBySlug(db, 'culture-week-2024', NOON))!;
		expect(week.chapters.map(({ title, day }) => [title.zh, day])).toEqual(
			['以路引廉', '青春倡廉', '敬岗爱廉', '思学悟廉', '文化育廉'].map((zh) => [zh, null])
		);
		expect([week.opensOn, week.closesOn, week.declaredDays]).toEqual([null, '2024-11-15', 5]);
		expect(week.sources.map(({ source }) => source.slug)).toEqual(['A0']);
		expect(await seriesBySlug(db, 'culture-week-2024', NOON - 1)).toBe(null);
	});
});
