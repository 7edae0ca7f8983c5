import { beforeAll, describe, expect, test } from 'vitest';
import { NOON, emptyDb, place, putAll } from '$tests/make';
import type { Db } from '../db/open';
import { citations, sources, stops, trails } from '../db/schema';
import { write } from '../db/write';
import { conformance, landing } from './landing';
import { collections } from './collections';
import { item, items } from './items';
import type { Event } from './items';
import type { CollectionId } from './collections';

let db: Db;

beforeAll(async () => {
	db = await emptyDb();
	const at = (lon: number, lat: number) => ({ lon, lat, precision: 'exact' as const });
	const ids = await putAll(db, [
		place({
			slug: 'a-hall',
			name: { zh: '阿馆', en: 'Hall A' },
			town: 'pingyao',
			...at(120, 30.4)
		}),
		place({
			slug: 'b-unit',
			name: { zh: '波村' },
			kind: 'unit',
			category: 'village',
			...at(119.8, 30.4)
		}),
		place({ slug: 'c-nowhere', name: { zh: '次处' } }),
		{ ...place({ slug: 'canary', name: { zh: '金丝雀' }, ...at(120, 30.4) }), draft: true }
	]);
	await putAll(
		db,
		[place({ slug: 'd-later', name: { zh: '得馆' }, ...at(120.1, 30.4) })],
		NOON + 86_400_000
	);
	await write(db, async (tx) => {
		await tx.insert(sources).values({ slug: 'A0', titleZh: '年度综述', date: '2024' });
		await tx.insert(citations).values({ subject: 'place', subjectId: ids[0]!, sourceSlug: 'A0' });
		for (const [slug, publishedAt] of [
			['way', NOON],
			['canary-way', null]
		] as const) {
			const [trail] = await tx
				.insert(trails)
				.values({ slug, nameZh: slug, mode: 'walk', publishedAt })
				.returning({ id: trails.id });
			await tx.insert(stops).values([
				{ trailId: trail!.id, number: 1, placeId: ids[0]! },
				{ trailId: trail!.id, number: 2, placeId: ids[1]! }
			]);
		}
	});
});

function event(path: string, accept = '*/*'): Event {
	return {
		url: new URL(`https://lian.example${path}`),
		request: new Request(`https://lian.example${path}`, { headers: { accept } }),
		locals: { locale: path.startsWith('/en') ? 'en' : 'zh', db, now: NOON }
	};
}

async function list(query: string, id: CollectionId = 'places') {
	const response = await items(event(`/api/collections/${id}/items${query}`), id);
	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- documents of many shapes
	const body = (await response.json()) as any;
	return { response, body, status: response.status };
}

const ids = (body: { features: { id: string }[] }) => body.features.map(({ id }) => id);
const rels = (body: { links: { rel: string }[] }) => body.links.map(({ rel }) => rel);
const reasons = (body: { errors: { parameter: string; reason: string }[] }) =>
	body.errors.map(({ parameter, reason }) => `${parameter}: ${reason}`);

describe('the places as features', () => {
	test('are all published ones, drawn or not, in the order of the list', async () => {
		const { body, response } = await list('');
		expect(ids(body)).toEqual(['a-hall', 'b-unit', 'c-nowhere', 'd-later']);
		expect(body).toMatchObject({ type: 'FeatureCollection', numberMatched: 4, numberReturned: 4 });
		expect(body.timeStamp).toBe('2026-11-22T04:00:00.000Z');
		expect(body.features[2].geometry).toBeNull();
		expect(response.headers.get('content-type')).toBe('application/geo+json');
		expect(response.headers.get('content-crs')).toBe(
			'<http://www.opengis.net/def/crs/OGC/1.3/CRS84>'
		);
	});

	test('say what is known and where it comes from', async () => {
		const { body } = await list('?limit=1');
		expect(body.features[0]).toEqual({
			type: 'Feature',
			id: 'a-hall',
			geometry: { type: 'Point', coordinates: [120, 30.4] },
			properties: {
				slug: 'a-hall',
				kind: 'site',
				category: null,
				name: '阿馆',
				name_en: 'Hall A',
				summary: null,
				summary_en: null,
				town: 'pingyao',
				town_name: 'pingyao',
				town_name_en: null,
				address: null,
				address_en: null,
				level: null,
				tags: [],
				precision: 'exact',
				accuracy_m: null,
				source_datum: 'wgs84',
				position_verified: false,
				synthetic: false,
				published: '2026-11-22T04:00:00.000Z',
				updated: '2026-11-22T04:00:00.000Z',
				url: 'https://lian.example/places/a-hall',
				sources: ['年度综述，2024']
			}
		});
	});

	test('come page by page, each leading to the next and back', async () => {
		const first = await list('?limit=3&kind=site');
		expect(ids(first.body)).toEqual(['a-hall', 'c-nowhere', 'd-later']);
		expect(rels(first.body)).toEqual(['self', 'alternate', 'collection']);
		const middle = await list('?limit=1&offset=1&kind=site');
		expect(rels(middle.body)).toEqual(['self', 'alternate', 'collection', 'next', 'prev']);
		const next = new URL(middle.body.links[3].href);
		expect(next.href).toBe(
			'https://lian.example/api/collections/places/items?limit=1&offset=2&kind=site'
		);
		expect(ids((await list(next.search)).body)).toEqual(['d-later']);
		expect(rels((await list('?offset=99')).body)).toEqual([
			'self',
			'alternate',
			'collection',
			'prev'
		]);
	});

	test('are sifted by box, and what is not drawn lies in none', async () => {
		const { body } = await list('?bbox=119,30,120.05,31');
		expect(ids(body)).toEqual(['a-hall', 'b-unit']);
		expect(body.numberMatched).toBe(2);
		expect(ids((await list('?bbox=119,30,-10,120.05,31,900')).body)).toEqual(['a-hall', 'b-unit']);
	});

	test('are sifted by the moment of publication', async () => {
		expect(ids((await list('?datetime=2026-11-22')).body)).toEqual([
			'a-hall',
			'b-unit',
			'c-nowhere'
		]);
		const later = await list('?datetime=2026-11-23/..&kind=site');
		expect(ids(later.body)).toEqual(['d-later']);
		expect(later.body.numberMatched).toBe(1);
		expect((await list('?datetime=../2020-01-01')).body.numberMatched).toBe(0);
	});

	test('carry only the properties asked for', async () => {
		const { body } = await list('?properties=kind,name&limit=1');
		expect(body.features[0].properties).toEqual({ kind: 'site', name: '阿馆' });
	});

	test('have one validator as long as nothing changes, whatever the clock says', async () => {
		const later = {
			...event('/api/collections/places/items'),
			locals: { locale: 'zh' as const, db, now: NOON + 999 }
		};
		const [now, then] = [
			await items(event('/api/collections/places/items'), 'places'),
			await items(later, 'places')
		];
		expect(then.headers.get('etag')).toBe(now.headers.get('etag'));
		expect((await list('?limit=1')).response.headers.get('etag')).not.toBe(now.headers.get('etag'));
	});

	test('are a page for whoever wants a page, with the same filter', async () => {
		const response = await items(
			event('/en/api/collections/places/items?kind=unit&limit=5', 'text/html,*/*'),
			'places'
		);
		expect([response.status, response.headers.get('location')]).toEqual([
			303,
			'/en/places?kind=unit'
		]);
	});
});

describe('wrong questions', () => {
	test('are refused with every reason, in the language asked for', async () => {
		const { status, body, response } = await list(
			'?limit=-1&bbox=120,31,119,30&kind=palace&sort=name;DROP TABLE places&colour=red&lang=en'
		);
		expect([status, response.headers.get('content-type')]).toEqual([
			400,
			'application/problem+json'
		]);
		expect(reasons(body)).toEqual([
			'colour: unknown-parameter',
			'limit: limit-out-of-range',
			'kind: unknown-value',
			'bbox: box-inverted',
			'sort: unknown-value'
		]);
		expect(body.errors[1].detail).toBe('the limit is a whole number from 1 to 1000');
		expect(body).toMatchObject({
			type: 'about:blank',
			status: 400,
			instance: '/api/collections/places/items'
		});
	});

	test.each([
		['?limit=1e9', 'limit: limit-out-of-range'],
		['?limit=1000000000', 'limit: limit-out-of-range'],
		['?bbox=1,2,3', 'bbox: box-shape'],
		['?bbox=119,30,181,31', 'bbox: box-outside-world'],
		['?bbox=NaN,NaN,NaN,NaN', 'bbox: box-shape'],
		['?town=nowhere', 'town: unknown-value'],
		['?trail=canary-way', 'trail: unknown-value'],
		["?level='%22><script>", 'level: unknown-value'],
		['?sort=near', 'sort: needs-position'],
		['?f=xml', 'f: unknown-value'],
		['?page=none', 'page: unknown-parameter'],
		['?bbox-crs=EPSG:4326', 'bbox-crs: unknown-crs'],
		['?datetime=2026-99-99', 'datetime: datetime-shape'],
		['?limit=1&limit=2', 'limit: only-one'],
		[`?q=${'廉'.repeat(201)}`, 'q: too-long']
	])('%s is refused', async (query, reason) => {
		const { status, body } = await list(query);
		expect([status, reasons(body)]).toEqual([400, [reason]]);
	});
});

describe('one feature', () => {
	const one = (path: string, id: CollectionId, slug: string, accept?: string) =>
		item(event(path, accept), id, slug);

	test('comes with its links and the moment it changed', async () => {
		const response = (await one('/api/collections/places/items/a-hall', 'places', 'a-hall'))!;
		expect(response.headers.get('last-modified')).toBe('Sun, 22 Nov 2026 04:00:00 GMT');
		expect(await response.json()).toMatchObject({
			id: 'a-hall',
			links: [
				{ rel: 'self', href: 'https://lian.example/api/collections/places/items/a-hall' },
				{ rel: 'alternate', href: 'https://lian.example/places/a-hall' },
				{ rel: 'collection', href: 'https://lian.example/api/collections/places' }
			]
		});
	});

	test('that is a draft or was never there is none', async () => {
		expect(await one('/x', 'places', 'canary')).toBeNull();
		expect(await one('/x', 'places', "a' OR '1'='1")).toBeNull();
		expect(await one('/x', 'trails', 'canary-way')).toBeNull();
	});
});

describe('the trails as features', () => {
	test('are the published ones with the line through their stops', async () => {
		const { body } = await list('', 'trails');
		expect(ids(body)).toEqual(['way']);
		expect(body.features[0].geometry).toEqual({
			type: 'LineString',
			coordinates: [
				[120, 30.4],
				[119.8, 30.4]
			]
		});
	});

	test('lie in every box their line passes through', async () => {
		expect(ids((await list('?bbox=119.85,30.3,119.9,30.5', 'trails')).body)).toEqual(['way']);
		expect(ids((await list('?bbox=119.85,30.5,119.9,30.6', 'trails')).body)).toEqual([]);
	});

	test('are sifted by how they are travelled', async () => {
		expect(ids((await list('?mode=walk', 'trails')).body)).toEqual(['way']);
		expect(ids((await list('?mode=drive', 'trails')).body)).toEqual([]);
		expect(reasons((await list('?mode=fly&corridor=none&kind=site', 'trails')).body)).toEqual([
			'kind: unknown-parameter',
			'mode: unknown-value',
			'corridor: unknown-value'
		]);
	});
});

describe('the way in', () => {
	test('leads to everything the standard asks for', () => {
		expect(rels(landing(event('/api')))).toEqual([
			'self',
			'alternate',
			'service-desc',
			'service-doc',
			'conformance',
			'data'
		]);
		expect(conformance(event('/en/api')).links[0]!.href).toBe(
			'https://lian.example/en/api/conformance'
		);
	});

	test('tells the extent of each collection in space and time', async () => {
		const { collections: all } = await collections(db, event('/api'));
		expect(all.map(({ id, extent }) => [id, extent])).toEqual([
			[
				'places',
				{
					spatial: {
						bbox: [[119.8, 30.4, 120.1, 30.4]],
						crs: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
					},
					temporal: {
						interval: [['2026-11-22T04:00:00.000Z', '2026-11-23T04:00:00.000Z']],
						trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian'
					}
				}
			],
			[
				'trails',
				{
					spatial: {
						bbox: [[119.8, 30.4, 120, 30.4]],
						crs: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
					},
					temporal: {
						interval: [['2026-11-22T04:00:00.000Z', '2026-11-22T04:00:00.000Z']],
						trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian'
					}
				}
			]
		]);
	});
});
