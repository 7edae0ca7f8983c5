import { describe, expect, test } from 'vitest';
import { NOON } from '$tests/make';
import { item, items } from './items';
import type { CollectionId } from './collections';
import { db, event, list, ids, rels } from '$tests/worlds/features';

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
