import { fieldKeys, inks, mostLines, pageOf } from './design';
import type { Design, FieldKey } from './design';
import { setLines } from './lines';
import { motif } from './motif';
import type { Shape } from './motif';

/** Millimetres in a point. */
export const POINT = 25.4 / 72;
/** The foot of Han signs below their top, and from line to line, in sizes. */
const FOOT = 0.88;
const LEADING = 1.55;

/** What tells one type from another. */
export interface Type {
	face: 'serif' | 'sans';
	bold: boolean;
}

/** A line of text where it stands: its left end on the baseline, in millimetres. */
interface Line {
	text: string;
	x: number;
	y: number;
}

/** A paragraph of a certificate. */
export interface Paragraph extends Type {
	key: FieldKey;
	lines: Line[];
	/** Millimetres, as room between signs. */
	size: number;
	space: number;
	colour: string;
}

export interface Placed {
	x: number;
	y: number;
	width: number;
}

/** A certificate ready to be painted; everything in millimetres. */
export interface Sheet {
	width: number;
	height: number;
	shapes: Shape[];
	paragraphs: Paragraph[];
	picture: string | null;
	seal: (Placed & { asset: string }) | null;
	qr: Placed | null;
}

/**
 * Where everything of a certificate stands. What paints it on paper and on the screen reads the same.
 * @param measure width of a text in sizes
 */
export function lay(
	design: Design,
	texts: Record<FieldKey, string>,
	measure: (text: string, type: Type) => number
): Sheet {
	const paragraphs = fieldKeys.flatMap((key): Paragraph[] => {
		const field = design.fields[key];
		const text = texts[key];
		if (!field.shown || !text.trim()) return [];
		const { face, bold, align, x, y, width } = field;
		const asked = field.size * POINT;
		const gap = field.space / 100;
		const wide = (part: string) =>
			(measure(part, { face, bold }) + gap * Math.max(0, [...part].length - 1)) * asked;
		const { scale, lines } = setLines(text, width, mostLines[key], wide);
		const size = asked * scale;
		const left = (line: number) =>
			align === 'left' ? x : align === 'center' ? x + (width - line) / 2 : x + width - line;
		return [
			{
				...{ key, face, bold, size, space: gap * size, colour: inks[field.ink] },
				lines: lines.map((line, n) => ({
					text: line.text,
					x: left(line.width),
					y: y + (FOOT + n * LEADING) * size
				}))
			}
		];
	});
	const { asset, ...place } = design.seal;
	return {
		...pageOf(design),
		shapes: motif(design),
		paragraphs,
		picture: design.background === 'picture' ? design.picture : null,
		seal: asset ? { asset, ...place } : null,
		qr: design.qr.shown ? { x: design.qr.x, y: design.qr.y, width: design.qr.width } : null
	};
}
