/**
 * Draws the illustrated base into static/base: one GeoJSON for the map, four SVG pictures.
 * Run: `npm run draw-base`. The answer is the same on every machine and kept in git.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { DRAWING, PICTURES } from '../src/lib/map/style/frame';
import { toGeoJson } from './draw/geojson';
import { picture } from './draw/picture';
import { toSvg } from './draw/svg';

const pieces = picture();
const files: [string, string][] = [
	[DRAWING, JSON.stringify(toGeoJson(pieces)) + '\n'],
	[PICTURES.light, toSvg(pieces, 'light')],
	[PICTURES.dark, toSvg(pieces, 'dark')],
	[PICTURES.elder, toSvg(pieces, 'elder')],
	[PICTURES.elderDark, toSvg(pieces, 'elder-dark')]
];

for (const [address, text] of files) {
	const file = join('static', address);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
	const wire = brotliCompressSync(text).length;
	console.log(
		`${file}  ${Math.round(text.length / 1024)} KB, ${(wire / 1024).toFixed(1)} KB brotli`
	);
}
