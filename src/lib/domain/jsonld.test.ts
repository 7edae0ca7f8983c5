import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleData, crumbsData, placeData, trailData } from './jsonld';
import { siteData } from './jsonld-site';
import { scriptText } from './jsonld-text';

const zh = { origin: 'https://lian.example', locale: 'zh' as const };
const en = { origin: 'https://lian.example', locale: 'en' as const };

const hall = {
	slug: 'hall',
	kind: 'site' as const,
	name: { zh: '澄清馆', en: 'Hall' },
	lon: 120,
	lat: 30,
	precision: 'exact' as const,
	week: [{ weekday: 1, opens: 540, closes: 1440 }]
};

describe('linked data of a place', () => {
	test('says what is known in the language of the page', () => {
		expect(placeData(hall, zh)).toEqual({
			'@type': ['TouristAttraction', 'CivicStructure'],
			'@id': 'https://lian.example/places/hall',
			url: 'https://lian.example/places/hall',
			name: '澄清馆',
			alternateName: 'Hall',
			address: { '@type': 'PostalAddress', addressCountry: 'CN' },
			geo: { '@type': 'GeoCoordinates', longitude: 120, latitude: 30 },
			openingHoursSpecification: [
				{
					'@type': 'OpeningHoursSpecification',
					dayOfWeek: 'https://schema.org/Monday',
					opens: '09:00',
					closes: '23:59'
				}
			]
		});
		expect(placeData(hall, en)).toMatchObject({
			url: 'https://lian.example/en/places/hall',
			name: 'Hall',
			alternateName: '澄清馆'
		});
	});

	test('gives no position where only the town is known', () => {
		expect(placeData({ ...hall, precision: 'town' }, zh)).not.toHaveProperty('geo');
	});

	test('calls a school a school and a village a place', () => {
		const unit = (category: 'school' | 'village') =>
			placeData({ ...hall, kind: 'unit', category }, zh)['@type'];
		expect(unit('school')).toBe('School');
		expect(unit('village')).toBe('Place');
	});
});

describe('linked data of the rest', () => {
	test('of a trail lists its stops in order', () => {
		const trail = {
			slug: 'way',
			name: { zh: '路' },
			stops: [{ slug: 'hall', name: { zh: '馆' } }]
		};
		expect(trailData(trail, zh)).toMatchObject({
			'@type': 'TouristTrip',
			itinerary: {
				'@type': 'ItemList',
				numberOfItems: 1,
				itemListElement: [{ position: 1, name: '馆', url: 'https://lian.example/places/hall' }]
			}
		});
		expect(trailData({ ...trail, stops: [] }, zh)).not.toHaveProperty('itinerary');
	});

	test('of an article gives its dates, of the site its search, of crumbs their order', () => {
		const article = { slug: 'a', title: { zh: '题' }, publishedAt: 0, updatedAt: 1000 };
		expect(articleData(article, { zh: '廉图' }, zh)).toMatchObject({
			datePublished: '1970-01-01T00:00:00.000Z',
			dateModified: '1970-01-01T00:00:01.000Z'
		});
		expect(siteData({ zh: '廉图' }, '一张图', en)).toMatchObject({
			potentialAction: {
				target: { urlTemplate: 'https://lian.example/en/search?q={search_term_string}' }
			}
		});
		expect(crumbsData([{ path: '/', name: '首页' }], zh).itemListElement).toEqual([
			{ '@type': 'ListItem', position: 1, name: '首页', item: 'https://lian.example/' }
		]);
	});
});

describe('linked data as text', () => {
	test('can never end its script element and reads back as it was', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (name) => {
				const text = scriptText([{ '@type': 'Place', name: `</script><!--${name}` }]);
				const back = JSON.parse(text) as { '@graph': { name: string }[] };
				return !/[<>&]/.test(text) && back['@graph'][0]!.name === `</script><!--${name}`;
			})
		);
	});
});
