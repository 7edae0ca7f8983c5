import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { FILL_PARTS, LINE_PARTS } from '../../src/lib/map/style/drawing-layers';
import { DRAWING, FRAME, PICTURES, VIEW_BOX } from '../../src/lib/map/style/frame';
import { MOTIFS } from '../../src/lib/map/style/motifs';
import { PALETTES, type Look } from '../../src/lib/map/style/palette';
import { toGeoJson } from './geojson';
import { picture } from './picture';
import { toSvg } from './svg';

const shipped = (address: string) => readFileSync(join('static', address), 'utf8');
const pieces = picture();
const drawing = toGeoJson(pieces);

describe('the shipped picture', () => {
	test('is exactly what the brush draws today, on any machine', () => {
		expect(shipped(DRAWING)).toBe(JSON.stringify(drawing) + '\n');
	});

	test.each([
		['light', PICTURES.light],
		['dark', PICTURES.dark],
		['elder', PICTURES.elder],
		['elder-dark', PICTURES.elderDark]
	] as [Look, string][])('is the same in its %s picture', (look, address) => {
		expect(shipped(address)).toBe(toSvg(pieces, look));
	});

	test('travels in less than 300 KB, poster and drawing together', () => {
		const wire = (address: string) => brotliCompressSync(shipped(address)).length;
		const posters = Object.values(PICTURES).map(wire);
		expect(Math.max(...posters)).toBeLessThan(60_000);
		expect(wire(DRAWING) + Math.max(...posters)).toBeLessThan(300_000);
	});
});

describe('every part of the picture', () => {
	test('has a colour or a drawing in the style', () => {
		const unknown = pieces.filter(({ part, m }) =>
			part === 'motif' ? !(m! in MOTIFS) : !(part in FILL_PARTS || part in LINE_PARTS)
		);
		expect(unknown).toEqual([]);
	});

	test('carries no name, so that no boundary and no claim can hide in it', () => {
		const keys = new Set(drawing.features.flatMap((f) => Object.keys(f.properties ?? {})));
		expect([...keys].sort()).toEqual(['m', 'part', 's', 'z']);
	});

	test('closes its rings', () => {
		const open = drawing.features.flatMap(({ geometry }) => {
			const areas =
				geometry.type === 'Polygon'
					? [geometry.coordinates]
					: geometry.type === 'MultiPolygon'
						? geometry.coordinates
						: [];
			return areas.flat().filter((ring) => String(ring[0]) !== String(ring[ring.length - 1]));
		});
		expect(open).toEqual([]);
	});
});

describe('a poster', () => {
	const svg = shipped(PICTURES.light);

	test('has the frame overlays are projected with, and its paper', () => {
		expect(svg.startsWith(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${VIEW_BOX}">`)).toBe(
			true
		);
		expect(svg).toContain(
			`<path fill="${PALETTES.light.paper}" d="M0 0h${FRAME.width}v${FRAME.height}H0z"/>`
		);
	});

	test('runs nothing, loads nothing and says nothing', () => {
		expect(svg.match(/<(script|style|text|image|foreignObject)|\son\w+=|href="(?!#)/g)).toBeNull();
	});
});
