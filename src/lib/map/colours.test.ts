import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PALETTES } from './style/palette';
import type { Look, Palette } from './style/palette';

const sheet = readFileSync(join(import.meta.dirname, 'colours.css'), 'utf8');

/** The custom properties of every rule with this selector, under their names in the palette. */
function coloursOf(selector: string): Record<string, string>[] {
	const rules = sheet.split(/\{|\}/);
	return rules.flatMap((rule, i) => {
		if (rule.trim().split('\n').at(-1)!.trim() !== selector) return [];
		const found = [...rules[i + 1]!.matchAll(/--map-([a-z-]+): (#[0-9a-f]+);/g)];
		return [
			Object.fromEntries(
				found.map(([, name, value]) => [
					name!.replace(/-([a-z])/g, (_, c: string) => c.toUpperCase()),
					value!
				])
			)
		];
	});
}

describe('the colours of pictures', () => {
	it.each([
		[':root', 'light'],
		[":root[data-mode='elder']", 'elder'],
		[":root:not([data-theme='light'])", 'dark'],
		[":root[data-theme='dark']", 'dark'],
		[":root[data-mode='elder']:not([data-theme='light'])", 'elder-dark'],
		[":root[data-mode='elder'][data-theme='dark']", 'elder-dark']
	] as [string, Look][])('%s are those of the look %s', (selector, look) => {
		const found = coloursOf(selector);
		expect(found.length).toBe(1);
		const wanted = Object.fromEntries(
			Object.keys(found[0]!).map((name) => [name, PALETTES[look][name as keyof Palette]])
		);
		expect(Object.keys(wanted).length).toBe(11);
		expect(found[0]).toEqual(wanted);
	});
});
