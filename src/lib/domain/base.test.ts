import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	Base,
	ILLUSTRATED,
	approvalNumber,
	refuseBase,
	TIANDITU_HOSTS,
	tileOrigins,
	type BaseConfig
} from './base';

const tk = '0123456789abcdef0123456789abcdef';
const square = [
	[119.5, 30.6],
	[120.3, 30.6],
	[120.3, 30.1],
	[119.5, 30.1]
] as [[number, number], [number, number], [number, number], [number, number]];
const picture: BaseConfig = { source: 'picture', url: '/files/a.webp', corners: square };

const painting: Base = { ...ILLUSTRATED, slug: 'scroll', kind: 'painting', config: picture };
const approved: Base = { ...painting, kind: 'approved', approvalNumber: '浙S(2024)5号' };
const live = (config: BaseConfig): Base => ({ ...ILLUSTRATED, slug: 'sky', kind: 'live', config });

describe('the shipped base', () => {
	test('is a valid base that nothing refuses', () => {
		expect(Base.safeParse(ILLUSTRATED).success).toBe(true);
		expect(refuseBase(ILLUSTRATED)).toBeNull();
	});
	test('says in both languages that it is no survey product', () => {
		expect(ILLUSTRATED.notice).toEqual({
			zh: '示意图·非测绘成果',
			en: 'Illustration, not a survey product'
		});
	});
	test('needs no foreign host', () => {
		expect(tileOrigins(ILLUSTRATED)).toEqual([]);
	});
});

describe('a 审图号', () => {
	test.each([
		['GS(2024)1234号', 'GS(2024)1234号'],
		['审图号：GS（2019）1822号', 'GS(2019)1822号'],
		['浙S（2024）5号', '浙S(2024)5号'],
		['浙杭S(2023)12号', '浙杭S(2023)12号'],
		['gs京(2022)1061 号', 'GS京(2022)1061号'],
		['GS〔2016〕1570-2号', 'GS(2016)1570-2号']
	])('is read as people write it: %s', (typed, read) => {
		expect(approvalNumber(typed)).toBe(read);
	});
	test.each(['', '1234', 'GS2024-1234', 'GS(24)1号', '浙(2024)5号', 'GS(2024)号', 'x GS(2024)1号'])(
		'is not: %j',
		(typed) => expect(approvalNumber(typed)).toBeNull()
	);
	test('reading it twice changes nothing', () => {
		const year = fc.integer({ min: 1990, max: 2099 });
		fc.assert(
			fc.property(year, fc.integer({ min: 1, max: 99999 }), (y, n) => {
				const once = approvalNumber(`GS（${y}）${n}号`);
				expect(approvalNumber(once ?? '')).toBe(once);
			})
		);
	});
});

describe('a base is refused', () => {
	test('when it declares boundaries without a 审图号', () => {
		for (const base of [
			ILLUSTRATED,
			painting,
			live({ source: 'tianditu', layers: ['vec_w'], key: tk })
		])
			expect(refuseBase({ ...base, declaresBoundaries: true })).toEqual({
				field: 'approvalNumber',
				reason: 'boundaries-need-approval'
			});
	});
	test('when it is called approved and has no 审图号, boundaries or not', () => {
		expect(refuseBase({ ...approved, approvalNumber: null })).toEqual({
			field: 'approvalNumber',
			reason: 'approved-needs-approval'
		});
	});
	test('when the 审图号 is none', () => {
		expect(refuseBase({ ...approved, approvalNumber: '已审' })).toEqual({
			field: 'approvalNumber',
			reason: 'approval-malformed'
		});
	});
	test('when its source does not belong to its kind', () => {
		expect(refuseBase({ ...ILLUSTRATED, config: picture })).toEqual({
			field: 'config.source',
			reason: 'source-unfit-for-kind'
		});
	});
	test('when a Tianditu layer is not in Web Mercator', () => {
		expect(refuseBase(live({ source: 'tianditu', layers: ['vec_w', 'cva_c'], key: tk }))).toEqual({
			field: 'config.layers',
			reason: 'tianditu-layer-unknown'
		});
	});
	test('when a tile template lacks a coordinate', () => {
		expect(
			refuseBase(
				live({ source: 'xyz', url: 'https://tiles.example.gov.cn/{z}/{x}.png', tileSize: 256 })
			)
		).toEqual({ field: 'config.url', reason: 'template-incomplete' });
	});
	test('when its zooms are inverted', () => {
		expect(refuseBase({ ...ILLUSTRATED, minZoom: 12, maxZoom: 9 })).toEqual({
			field: 'maxZoom',
			reason: 'zooms-inverted'
		});
	});
	test.each([
		['crossed', [square[0], square[2], square[1], square[3]]],
		['mirrored', [square[1], square[0], square[3], square[2]]],
		['dented', [square[0], square[1], [119.6, 30.55], square[3]]],
		['flat', [square[0], square[0], square[2], square[3]]]
	])('when its corners are %s', (_, corners) => {
		const config = { ...picture, corners: corners as typeof square };
		expect(refuseBase({ ...painting, config })).toEqual({
			field: 'config.corners',
			reason: 'corners-crossed'
		});
	});
	test('when its corners leave the map', () => {
		const corners = [[119.5, 89], square[1], square[2], square[3]] as typeof square;
		expect(refuseBase({ ...painting, config: { ...picture, corners } })?.reason).toBe(
			'corners-outside-world'
		);
	});
});

describe('a base is accepted', () => {
	test('when its picture is turned by any angle', () => {
		fc.assert(
			fc.property(fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }), (angle) => {
				const corners = [135, 45, -45, -135].map((d) => {
					const a = (d * Math.PI) / 180 + angle;
					return [119.9 + 0.3 * Math.cos(a), 30.3 + 0.2 * Math.sin(a)];
				}) as typeof square;
				expect(refuseBase({ ...painting, config: { ...picture, corners } })).toBeNull();
			})
		);
	});
	test('when an approved map with boundaries shows its 审图号', () => {
		expect(refuseBase({ ...approved, declaresBoundaries: true })).toBeNull();
	});
	test('when Tianditu is asked for Web Mercator layers', () => {
		expect(
			refuseBase(live({ source: 'tianditu', layers: ['img_w', 'cia_w'], key: tk }))
		).toBeNull();
	});
});

describe('foreign hosts', () => {
	test('Tianditu needs its eight hosts and no other', () => {
		expect(tileOrigins(live({ source: 'tianditu', layers: ['vec_w'], key: tk }))).toEqual(
			TIANDITU_HOSTS
		);
		expect(TIANDITU_HOSTS.length).toBe(8);
	});
	test('an address gives its origin only, without path or key', () => {
		const url = 'https://Tiles.example.gov.cn:8443/a/{z}/{x}/{y}.png?key=secret';
		expect(tileOrigins(live({ source: 'xyz', url, tileSize: 256 }))).toEqual([
			'https://tiles.example.gov.cn:8443'
		]);
	});
	test('our own files need none', () => {
		expect(tileOrigins(painting)).toEqual([]);
	});
	test.each([
		'http://a.cn/x',
		'//a.cn/x',
		'javascript:alert(1)',
		'data:image/png,x',
		'https://a.cn'
	])('an unsafe address never becomes a base: %s', (url) => {
		expect(Base.safeParse({ ...painting, config: { ...picture, url } }).success).toBe(false);
	});
});
