import { existsSync } from 'node:fs';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { Type } from '$lib/domain/certificates/lay';

/** One glyph as fontkit gives it: outline in units of the font, y upwards. */
interface FontGlyph {
	id: number;
	advanceWidth: number;
	path: { toSVG(): string };
}

/** What is used of a font opened by pdfkit’s own reader. */
export interface OpenFont {
	unitsPerEm: number;
	hasGlyphForCodePoint(code: number): boolean;
	getGlyph(id: number): FontGlyph;
	/** Looks a sign up, with a selector that asks for one of its shapes (Unicode UTS 37). */
	_cmapProcessor: { lookup(code: number, selector?: number): number };
}

/** Where systems keep Noto CJK. It has the rare letters of names that web fonts leave out. */
export const FOLDERS = [
	'/usr/share/fonts/opentype/noto',
	'/usr/share/fonts/noto-cjk',
	'/usr/share/fonts/google-noto-cjk',
	'/usr/share/fonts/google-noto-sans-cjk-fonts',
	'/usr/share/fonts/google-noto-serif-cjk-fonts',
	'/usr/share/fonts/truetype/noto'
] as const;

const files: Record<string, readonly [file: string, face: string]> = {
	'serif-bold': ['NotoSerifCJK-Bold.ttc', 'NotoSerifCJKsc-Bold'],
	serif: ['NotoSerifCJK-Regular.ttc', 'NotoSerifCJKsc-Regular'],
	'sans-bold': ['NotoSansCJK-Bold.ttc', 'NotoSansCJKsc-Bold'],
	sans: ['NotoSansCJK-Regular.ttc', 'NotoSansCJKsc-Regular']
};

/** Fonts with nothing but rare Han, asked last. */
const RARE = [
	'/usr/share/fonts/truetype/hanazono/HanaMinA.ttf',
	'/usr/share/fonts/truetype/hanazono/HanaMinB.ttf'
];

export const typeName = ({ face, bold }: Type): string => (bold ? `${face}-bold` : face);

/** Who stands in where a font lacks a sign: the same hand first. */
const standIns: Record<string, readonly string[]> = {
	'serif-bold': ['serif-bold', 'serif', 'sans-bold', 'sans'],
	serif: ['serif', 'serif-bold', 'sans', 'sans-bold'],
	'sans-bold': ['sans-bold', 'sans', 'serif-bold', 'serif'],
	sans: ['sans', 'sans-bold', 'serif', 'serif-bold']
};

const opened = new Map<string, OpenFont | null>();

/** A font of a file, opened once for the whole process: twenty megabytes are read with it. */
function open(path: string, face?: string): OpenFont | null {
	const known = opened.get(path);
	if (known !== undefined) return known;
	let font: OpenFont | null = null;
	if (existsSync(path)) {
		const doc = new PDFDocument({ autoFirstPage: false });
		if (face) doc.font(path, face);
		else doc.font(path);
		font = (doc as unknown as { _font: { font: OpenFont } })._font.font;
	}
	opened.set(path, font);
	return font;
}

/** The system’s font that has a sign, in the type asked or the nearest to it; null when none has. */
export function fontOf(
	sign: number,
	type: Type,
	folders: readonly string[] = FOLDERS
): OpenFont | null {
	for (const name of standIns[typeName(type)]!) {
		const [file, face] = files[name]!;
		for (const folder of folders) {
			const font = open(join(folder, file), face);
			if (font?.hasGlyphForCodePoint(sign)) return font;
		}
	}
	if (folders.length)
		for (const path of RARE) {
			const font = open(path);
			if (font?.hasGlyphForCodePoint(sign)) return font;
		}
	return null;
}
