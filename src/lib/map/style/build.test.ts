import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { ILLUSTRATED, type Base } from '../../domain/base';
import { categories, kinds } from '../../domain/place';
import { buildStyle } from './build';
import { fontFaces } from './fonts';
import { iconOf, ICONS } from './icons';
import { drawingOf, imageNames } from './images';
import { MOTIFS } from './motifs';
import type { MapState, Points } from './state';

const corners = [
	[119.5, 30.6],
	[120.3, 30.6],
	[120.3, 30.1],
	[119.5, 30.1]
] as [[number, number], [number, number], [number, number], [number, number]];
const key = '0123456789abcdef0123456789abcdef';
const of = (slug: string, kind: Base['kind'], config: Base['config']): Base => ({
	...ILLUSTRATED,
	slug,
	kind,
	config
});

const bases: Base[] = [
	ILLUSTRATED,
	of('painting', 'painting', { source: 'picture', url: '/files/scroll.webp', corners }),
	of('sheet', 'approved', { source: 'picture', url: '/files/sheet.png', corners }),
	of('archive', 'approved', { source: 'pmtiles', url: '/files/a.pmtiles', tileSize: 256 }),
	of('tianditu', 'live', { source: 'tianditu', layers: ['vec_w', 'cva_w'], key }),
	of('xyz', 'live', { source: 'xyz', url: 'https://t.example.cn/{z}/{x}/{y}.png', tileSize: 512 }),
	of('cloud', 'live', { source: 'pmtiles', url: 'https://t.example.cn/a.pmtiles', tileSize: 512 })
];

const points: Points[] = [
	{ type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
	{ type: 'tiles', url: 'http://localhost/tiles/places/{z}/{x}/{y}.mvt', maxzoom: 14 }
];

const state = (more: Partial<MapState> = {}): MapState => ({
	base: ILLUSTRATED,
	theme: 'light',
	elder: false,
	locale: 'zh',
	points: points[0]!,
	trails: { type: 'FeatureCollection', features: [] },
	towns: [{ lon: 119.97, lat: 30.39, zh: '瓶窑镇', en: 'Pingyao' }],
	...more
});

const every = bases.flatMap((base) =>
	(['light', 'dark'] as const).flatMap((theme) =>
		[true, false].flatMap((elder) =>
			(['zh', 'en'] as const).flatMap((locale) =>
				points.flatMap((p) =>
					[null, 'chengqing'].map((selected) =>
						state({
							...{ base, theme, elder, locale, points: p, selected },
							...(selected ? { events: [{ slug: selected, lon: 120, lat: 30.4 }] } : {})
						})
					)
				)
			)
		)
	)
);

describe('the style', () => {
	test('is valid for every base, theme, size, language, kind of data and selection', () => {
		for (const one of every)
			expect({ base: one.base.slug, errors: validateStyleMin(buildStyle(one)) }).toEqual({
				base: one.base.slug,
				errors: []
			});
	});

	test('the validator used here does find a broken style', () => {
		const style = buildStyle(state());
		expect(validateStyleMin({ ...style, sources: {} }).length).toBeGreaterThan(0);
	});

	test('the same state gives the same style', () => {
		expect(buildStyle(state())).toEqual(buildStyle(state()));
	});

	test('asks nobody for glyphs or sprites', () => {
		expect(Object.keys(buildStyle(state()))).not.toContain('glyphs');
		expect(Object.keys(buildStyle(state()))).not.toContain('sprite');
	});

	test('the shipped base makes no address outside our own', () => {
		expect(JSON.stringify(buildStyle(state()))).not.toMatch(/https?:/);
	});

	test('declares font files only where they are given', () => {
		expect(buildStyle(state())['font-faces']).toBeUndefined();
		const faces = fontFaces({ '/fonts/a.woff2': 'U+4e00-4eff, U+9f99' });
		const style = buildStyle(state({ fontFaces: faces }));
		expect(validateStyleMin(style)).toEqual([]);
		expect(style['font-faces']).toEqual({
			'Noto Sans SC Variable': [
				{ url: '/fonts/a.woff2', 'unicode-range': ['U+4e00-4eff', 'U+9f99'] }
			]
		});
	});

	test('both ways points travel look the same', () => {
		const strip = (p: Points) =>
			buildStyle(state({ points: p })).layers.map((layer) => {
				const bare = { ...layer } as { 'source-layer'?: string };
				delete bare['source-layer'];
				return bare;
			});
		expect(strip(points[0]!)).toEqual(strip(points[1]!));
	});

	test('an attribution somebody typed never becomes markup', () => {
		const base = { ...bases[5]!, attribution: { zh: '<img src=x onerror=alert(1)>' } };
		expect(JSON.stringify(buildStyle(state({ base })).sources)).not.toContain('<img');
	});

	test('text for elders is never smaller than 24 pixels', () => {
		const sizes = buildStyle(state({ elder: true })).layers.flatMap((layer) => {
			const size = (layer.layout as Record<string, unknown> | undefined)?.['text-size'];
			if (size === undefined) return [];
			// ['interpolate', curve, input, stop, size, stop, size …]
			return Array.isArray(size) ? size.filter((_, i) => i >= 4 && i % 2 === 0) : [size];
		});
		expect(sizes).toEqual([24, 30, 24, 24, 24, 24]);
	});
});

describe('symbols', () => {
	test('every kind and every category has a drawing of its own', () => {
		const names = [
			...kinds.filter((kind) => kind !== 'unit').map((kind) => iconOf(kind)),
			...categories.map((category) => iconOf('unit', category))
		];
		expect(new Set(names).size).toBe(kinds.length - 1 + categories.length);
		const drawn = names.map((name) => JSON.stringify(ICONS[name]));
		expect(new Set(drawn).size).toBe(names.length);
	});

	test('an unknown kind or category gets the plain ring', () => {
		expect([iconOf('castle'), iconOf('unit', 'zoo'), iconOf('constructor')]).toEqual([
			'unit',
			'unit',
			'unit'
		]);
	});

	test('every image a style asks for can be painted', () => {
		for (const look of ['light', 'dark', 'elder', 'elder-dark'] as const)
			for (const name of imageNames(look)) expect(drawingOf(name)).not.toBeNull();
		expect(Object.keys(MOTIFS).filter((name) => name in ICONS)).toEqual([]);
		expect([drawingOf('constructor@light'), drawingOf('site@constructor'), drawingOf('x')]).toEqual(
			[null, null, null]
		);
	});
});
