import { describe, expect, test } from 'vitest';
import { conformance, landing } from './landing';
import { collections } from './collections';
import { db, event, list, ids, rels, reasons } from '$tests/worlds/features';

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
			],
			[
				'events',
				{
					temporal: {
						interval: [[null, null]],
						trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian'
					}
				}
			]
		]);
	});
});
