import { beforeAll, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { NOON, emptyDb } from '$tests/make';
import type { Db } from '../db/open';
import { events, places } from '../db/schema';
import { write } from '../db/write';
import { plant } from '../seed';
import { collection } from './collections';
import { item, items } from './items';
import type { Event } from './items';

let db: Db;

const asking = (path: string): Event => ({
	url: new URL(`https://lian.example${path}`),
	request: new Request(`https://lian.example${path}`),
	locals: { locale: 'zh', db, now: NOON }
});
const answer = async (query: string) => {
	const response = await items(asking(`/api/collections/events/items${query}`), 'events');
	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- documents of many shapes
	return { status: response.status, body: (await response.json()) as any };
};
const slugs = async (query: string): Promise<string[]> =>
	(await answer(query)).body.features.map(({ id }: { id: string }) => id);

beforeAll(async () => {
	db = await emptyDb();
	await plant(db, NOON);
});

describe('events as features', () => {
	test('are all published ones, what was and what comes, by their first dates', async () => {
		const { body } = await answer('');
		const starts = body.features.map(
			(one: { properties: { starts: string } }) => one.properties.starts
		);
		expect(starts).toEqual([...starts].sort());
		expect([body.numberMatched, body.numberReturned]).toEqual([starts.length, starts.length]);
		expect(await slugs('?type=performance')).toEqual([
			'drama-luyu-asks-tea',
			'demonstration-stage'
		]);
	});

	test('say how well the time is known, and where', async () => {
		const { body } = await answer('?q=陆羽问茶&properties=name,precision,place,dates,ends');
		expect(body.features[0].properties).toEqual({
			name: '话剧《陆羽问茶》',
			precision: 'span',
			place: 'tiaoxi-grand-theatre',
			dates: 1,
			ends: '2024-11-15T16:00:00.000Z'
		});
	});

	test('are sifted by what the page sifts by, many values at once', async () => {
		expect(await slugs('?series=demonstration-series&chapter=listen')).toEqual([
			'demonstration-talk'
		]);
		expect(await slugs('?town=liangzhu&datetime=2026-11-01/..')).toEqual(['demonstration-talk']);
		expect(await slugs('?type=talk&type=tour')).toEqual([
			'demonstration-talk',
			'demonstration-draw'
		]);
		expect(await slugs('?q=zzqqxx')).toEqual([]);
	});

	test('lie in time by their dates, ends of a span included', async () => {
		const during = (datetime: string) => slugs(`?datetime=${datetime}&type=talk`);
		const { body } = await answer('?type=talk');
		const { starts, dates } = body.features[0].properties;
		const first = Date.parse(starts);
		const iso = (at: number) => new Date(at).toISOString();
		expect(dates).toBe(4);
		expect(await during(iso(first))).toEqual(['demonstration-talk']);
		expect(await during(`../${iso(first)}`)).toEqual(['demonstration-talk']);
		expect(await during(`../${iso(first - 1)}`)).toEqual([]);
		expect(
			(await answer(`?type=talk&datetime=../${iso(first)}`)).body.features[0].properties.dates
		).toBe(1);
	});

	test('lie in a box by the place they are held at', async () => {
		const [at] = await db
			.select({ lon: places.lon, lat: places.lat })
			.from(events)
			.innerJoin(places, eq(places.id, events.placeId))
			.where(eq(events.slug, 'demonstration-talk'));
		const [lon, lat] = [at!.lon!, at!.lat!];
		const box = (west: number) =>
			`?type=talk&bbox=${west},${lat - 0.01},${west + 0.02},${lat + 0.01}`;
		expect(await slugs(box(lon - 0.01))).toEqual(['demonstration-talk']);
		expect(await slugs(box(lon + 0.01))).toEqual([]);
	});

	test('come page by page, none twice and none left out', async () => {
		const all = await slugs('');
		const paged: string[] = [];
		let next: string | undefined = '?limit=2';
		while (next) {
			const { body } = await answer(next);
			paged.push(...body.features.map(({ id }: { id: string }) => id));
			const link = body.links.find(({ rel }: { rel: string }) => rel === 'next');
			next = link && new URL(link.href).search;
		}
		expect(paged).toEqual(all);
	});

	test.each([
		['?type=party', 'type: unknown-value'],
		['?for=nobody', 'for: unknown-value'],
		['?town=A b', 'town: unknown-value'],
		['?town=atlantis', 'town: unknown-value'],
		['?series=no-such-series', 'series: unknown-value'],
		['?chapter=no-such-chapter', 'chapter: unknown-value'],
		['?free=perhaps', 'free: unknown-value'],
		['?view=month', 'view: unknown-parameter'],
		['?bbox=1,2,3', 'bbox: box-shape'],
		['?datetime=yesterday', 'datetime: datetime-shape'],
		['?properties=phone', 'properties: unknown-value']
	])('refuse %s', async (query, reason) => {
		const { status, body } = await answer(query);
		const [wrong] = body.errors as { parameter: string; reason: string }[];
		expect([status, `${wrong!.parameter}: ${wrong!.reason}`]).toEqual([400, reason]);
	});

	test('tell their extent in space and time', async () => {
		const { extent } = await collection(db, asking('/api'), 'events');
		expect(extent.temporal.interval[0]![0]).toBe('2024-11-10T16:00:00.000Z');
		expect(extent.spatial?.bbox[0]!.length).toBe(4);
	});

	test('are not told before they are published, singly or in the list', async () => {
		const path = '/api/collections/events/items/demonstration-talk';
		expect((await item(asking(path), 'events', 'demonstration-talk'))?.status).toBe(200);
		await write(db, async (tx) => {
			await tx
				.update(events)
				.set({ publishedAt: NOON + 1 })
				.where(eq(events.slug, 'demonstration-talk'));
		});
		expect(await item(asking(path), 'events', 'demonstration-talk')).toBe(null);
		expect(await slugs('?type=talk')).toEqual([]);
	});
});
