import { beforeAll, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { everyEvent } from '$lib/domain/events/filter';
import { stretchOf } from '$lib/domain/events/map-days';
import { emptyDb, NOON } from '$tests/make';
import type { Db } from '../db/open';
import { events, occasions, places, settings } from '../db/schema';
import { touchContent, write } from '../db/write';
import { plant } from '../seed';
import { between } from './finding';
import { eventLayer, readLayer } from './on-map';

const DAY = 86_400_000;
let db: Db;
let talk: { at: number; venue: string };

const read = (query: string, at = NOON) => readLayer(db, new URLSearchParams(query), at);
const shown = async (query: string, at: number, places = { towns: [] as string[], q: '' }) => {
	const asked = await read(query, at);
	if (!asked.ok || !asked.value) throw new Error('refused');
	return eventLayer(db, asked.value, places, at);
};
const refused = async (query: string) => {
	const ruled = await read(query);
	return ruled.ok ? [] : ruled.refusals.map(({ field, reason }) => `${field} ${reason}`);
};

beforeAll(async () => {
	db = await emptyDb();
	await plant(db, NOON);
	const [row] = await db
		.select({ at: occasions.startsAt, venue: places.slug })
		.from(occasions)
		.innerJoin(events, eq(events.id, occasions.eventId))
		.innerJoin(places, eq(places.id, events.placeId))
		.where(eq(events.slug, 'demonstration-talk'))
		.orderBy(occasions.startsAt)
		.limit(1);
	talk = row!;
});

describe('events on the map', () => {
	test('are the dates of the days asked for, and the places they are held at', async () => {
		const { shown: today } = await shown('events=today&type=talk', talk.at);
		expect(today!.dates.map(({ slug, date }) => [slug, date.startsAt])).toEqual([
			['demonstration-talk', talk.at]
		]);
		expect(today!.spots.map(({ slug, count }) => [slug, count])).toEqual([[talk.venue, 1]]);
		expect((await shown('events=today&type=talk', talk.at - DAY)).shown!.total).toBe(0);
	});

	test('are as many as the list of that week tells, and as each choice says', async () => {
		for (const at of [NOON, talk.at, talk.at + 5 * DAY]) {
			const week = await between(db, everyEvent, at, stretchOf('week', at));
			const layer = await shown('events=week', at);
			expect(layer.shown!.total).toBe(week.length);
			expect(layer.counts.week).toBe(week.length);
			expect(layer.counts.today).toBe((await shown('events=today', at)).shown!.total);
		}
	});

	test('are narrowed by towns and words as places are, and by what only events know', async () => {
		const slugs = async (query: string, towns: string[] = [], q = '') =>
			(await shown(`events=week${query}`, talk.at, { towns, q })).shown!.dates.map(
				({ slug }) => slug
			);
		expect(await slugs('', ['liangzhu'])).toEqual(['demonstration-talk']);
		expect(await slugs('', ['luniao'])).toEqual([]);
		expect(await slugs('&type=talk,performance&series=demonstration-series')).toEqual([
			'demonstration-talk'
		]);
		expect(await slugs('', [], 'zzqqxx')).toEqual([]);
		const asked = await read('events=week&type=talk&for=elders&town=liangzhu');
		expect(asked.ok && asked.value?.keep).toEqual({
			events: 'week',
			type: 'talk',
			series: '',
			chapter: '',
			for: 'elders',
			free: ''
		});
	});

	test('that are called off are told and have no sign', async () => {
		const called = (standing: 'cancelled' | 'scheduled') =>
			write(db, (tx) =>
				tx.update(occasions).set({ standing }).where(eq(occasions.startsAt, talk.at))
			);
		await called('cancelled');
		const { shown: today } = await shown('events=today&type=talk', talk.at);
		expect([today!.total, today!.spots]).toEqual([1, []]);
		await called('scheduled');
	});

	test('at a place without a position, or none the public sees, are told and not drawn', async () => {
		const place = (set: Partial<typeof places.$inferInsert>) =>
			write(db, (tx) => tx.update(places).set(set).where(eq(places.slug, talk.venue)));
		const [before] = await db.select().from(places).where(eq(places.slug, talk.venue));
		const nowhere = { lon: null, lat: null, precision: 'unknown' as const };
		const told = async () => {
			const { shown: today } = await shown('events=today&type=talk', talk.at);
			return [today!.total, today!.spots.length, today!.dates[0]!.place?.drawn ?? null];
		};
		await place({ publishedAt: null });
		expect(await told()).toEqual([1, 0, null]);
		await place({ publishedAt: before!.publishedAt, ...nowhere });
		expect(await told()).toEqual([1, 0, false]);
		await place({ lon: before!.lon, lat: before!.lat, precision: before!.precision });
		expect(await told()).toEqual([1, 1, true]);
	});

	test('are none while nobody asks, and wrong questions are refused', async () => {
		expect((await shown('type=nonsense', NOON)).shown).toBe(null);
		expect(await refused('events=month')).toEqual(['events unknown-value']);
		expect(await refused('events=week&type=party&series=no-such')).toEqual(['type unknown-value']);
		expect(await refused('events=week&series=no-such')).toEqual(['series unknown-value']);
	});

	test('are gone with their part of the portal', async () => {
		db = await emptyDb();
		await write(db, async (tx) => {
			await tx.insert(settings).values({ key: 'modules', value: { events: false } });
			await touchContent(tx);
		});
		const asked = await read('');
		expect(asked.ok && asked.value).toBe(null);
		expect(await refused('events=week')).toEqual(['events unknown-value']);
	});
});
