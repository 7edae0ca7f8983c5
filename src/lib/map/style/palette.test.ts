import { describe, expect, test } from 'vitest';
import { lookOf, PALETTES, type Look, type Palette } from './palette';

/** WCAG 2.2 contrast of two opaque colours in `#rrggbb`. */
function contrast(a: string, b: string): number {
	const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
		const c = parseInt(hex.slice(i, i + 2), 16) / 255;
		return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const looks = Object.keys(PALETTES) as Look[];
const grounds: (keyof Palette)[] = ['paper', 'hillBody', 'water', 'waterDeep', 'halo'];

describe.each(looks)('in the %s look', (look) => {
	const p = PALETTES[look];
	const least = look.startsWith('elder') ? 7 : 4.5;

	test('words are readable on every ground', () => {
		for (const word of ['label', 'town'] as const)
			for (const ground of grounds)
				expect({ word, ground, ok: contrast(p[word], p[ground]) >= least }).toEqual({
					word,
					ground,
					ok: true
				});
	});

	test('symbols stand out from every ground', () => {
		for (const symbol of ['jade', 'ink', 'ochre', 'seal', 'focus'] as const)
			for (const ground of grounds)
				expect({ symbol, ground, ok: contrast(p[symbol], p[ground]) >= 3 }).toEqual({
					symbol,
					ground,
					ok: true
				});
	});

	test('marks and numbers are readable on their carriers', () => {
		const pairs = [
			['onJade', 'jade'],
			['onInk', 'ink'],
			['halo', 'ochre'],
			['halo', 'seal'],
			['jadeDeep', 'halo']
		] as const;
		for (const [mark, carrier] of pairs)
			expect({ mark, carrier, ok: contrast(p[mark], p[carrier]) >= 4.5 }).toEqual({
				mark,
				carrier,
				ok: true
			});
	});
});

test('elder mode changes contrast, never day into night', () => {
	expect([lookOf('light', false), lookOf('dark', false)]).toEqual(['light', 'dark']);
	expect([lookOf('light', true), lookOf('dark', true)]).toEqual(['elder', 'elder-dark']);
});
