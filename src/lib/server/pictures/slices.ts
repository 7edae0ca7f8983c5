import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Our two families: Noto Serif SC for titles, Noto Sans SC for everything else. */
export type Family = 'serif' | 'sans';

/** Where a family's packed slices lie and which characters each one holds. */
export interface Slices {
	/** The file with the glyph of a code point; null when the family has none. */
	fileOf(codePoint: number): string | null;
}

/** Reads which slice of a family holds which characters (CSS `unicode-range` of its package). */
export function slicesOf(family: Family): Slices {
	const name = `noto-${family}-sc`;
	const require = createRequire(import.meta.url);
	const folder = dirname(require.resolve(`@fontsource-variable/${name}/package.json`));
	const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<
		string,
		string
	>;
	const slices = Object.entries(ranges).map(([slice, range]) => ({
		file: join(folder, 'files', `${name}-${slice.replace(/[[\]]/g, '')}-wght-normal.woff2`),
		spans: range.split(',').map((part) => {
			const [first = '', last = first] = part.trim().slice(2).split('-');
			return [parseInt(first, 16), parseInt(last, 16)] as const;
		})
	}));
	return {
		fileOf: (codePoint) =>
			slices.find(({ spans }) => spans.some(([a, b]) => codePoint >= a && codePoint <= b))?.file ??
			null
	};
}
