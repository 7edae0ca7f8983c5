import { createRequire } from 'node:module';

/** A shaped glyph: its number, the text index it stands for and its steps in font units. */
interface Glyph {
	g: number;
	cl: number;
	ax: number;
	dx: number;
	dy: number;
}

export interface Font {
	glyphToPath(glyph: number): string;
	setVariations(axes: Record<string, number>): void;
}

interface Buffer {
	addText(text: string): void;
	guessSegmentProperties(): void;
	json(): Glyph[];
	destroy(): void;
}

/** A font file as HarfBuzz holds it; `upem` is the size of its square in its own units. */
export interface Face {
	upem: number;
}

/** The part of HarfBuzz used here (harfbuzzjs 0.10, which brings no types). */
export interface HarfBuzz {
	createBlob(bytes: Uint8Array): unknown;
	createFace(blob: unknown, index: number): Face;
	createFont(face: Face): Font;
	createBuffer(): Buffer;
	shape(font: Font, buffer: Buffer): void;
}

/**
 * A HarfBuzz of its own, whose memory goes when nobody holds it any more. Required at run time, since
 * a bundler would part the program from its WebAssembly file.
 */
export async function openHarfBuzz(): Promise<HarfBuzz> {
	const require = createRequire(import.meta.url);
	const start = require('harfbuzzjs/hb.js') as () => Promise<unknown>;
	const dress = require('harfbuzzjs/hbjs.js') as (instance: unknown) => HarfBuzz;
	return dress(await start());
}
