import { describe, expect, it } from 'vitest';
import { pointsAddress, pointsOf, townLabels, trailData } from './sources';

const asked = { query: 'kind=unit&bbox=119%2C30%2C120%2C31', version: 7, tiled: false };

describe('how points travel', () => {
	it('few come as one collection under an address that names the content version', () => {
		expect(pointsAddress(asked, 'zh')).toBe(
			'/map/points.json?kind=unit&bbox=119%2C30%2C120%2C31&v=7'
		);
		expect(pointsOf(asked, 'en', 'https://x.test')).toEqual({
			type: 'geojson',
			data: 'https://x.test/map/points.json?kind=unit&bbox=119%2C30%2C120%2C31&v=7&lang=en'
		});
	});

	it('many come as tiles, which need no box', () => {
		expect(pointsOf({ ...asked, tiled: true }, 'zh', 'https://x.test')).toEqual({
			type: 'tiles',
			url: 'https://x.test/tiles/places/{z}/{x}/{y}.mvt?kind=unit&v=7',
			maxzoom: 17
		});
	});
});

describe('what else the map draws', () => {
	it('towns without a point are not drawn, the others have short names', () => {
		expect(
			townLabels([
				{ name: { zh: '瓶窑镇', en: 'Pingyao Town' }, lon: 1, lat: 2 },
				{ name: { zh: '柯城区' }, lon: null, lat: null }
			])
		).toEqual([{ lon: 1, lat: 2, zh: '瓶窑', en: 'Pingyao' }]);
	});

	it('a trail of one position has no line; stops keep their numbers', () => {
		const { features } = trailData(
			[
				{ slug: 'a', line: [[1, 2]] },
				{
					slug: 'b',
					line: [
						[1, 2],
						[3, 4]
					]
				}
			],
			[{ number: 3, slug: 'hall', name: { zh: '馆' }, lon: 1, lat: 2 }],
			'b'
		);
		expect(features.map(({ properties }) => properties)).toEqual([
			{ trail: 'b' },
			{ trail: 'b', number: '3', slug: 'hall' }
		]);
	});
});
