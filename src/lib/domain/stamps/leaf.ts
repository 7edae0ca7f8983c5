import type { Placed, Type } from '../certificates/lay';
import type { Shape } from '../certificates/motif';

/** A text of a leaf: a box with its upper left corner in millimetres, set smaller where it does not fit. */
export interface Text extends Type {
	text: string;
	x: number;
	y: number;
	width: number;
	/** Points. */
	size: number;
	/** Room between signs, in hundredths of the size. */
	space?: number;
	align?: 'left' | 'center' | 'right';
	colour: string;
	/** Lines it may take before it is set smaller. */
	most: number;
	/** The title of the leaf, for readers who listen. */
	heading?: boolean;
}

/** A page ready to be set and printed; everything in millimetres. */
export interface Leaf {
	width: number;
	height: number;
	shapes: Shape[];
	texts: Text[];
	/** Where a code for telephones stands, and the address it leads to. */
	qr: (Placed & { address: string }) | null;
}

/** A print of one or many leaves. */
export interface Print {
	title: string;
	lang: 'zh-CN' | 'en';
	/** ms since the epoch. */
	at: number;
	leaves: Leaf[];
}

/** The same leaf larger or smaller: A5 is A4 times √½. */
export const scaled = (leaf: Leaf, by: number): Leaf => ({
	width: leaf.width * by,
	height: leaf.height * by,
	shapes: leaf.shapes.map((shape) => ({
		...shape,
		d: scaledPath(shape.d, by),
		...(shape.width === undefined ? {} : { width: shape.width * by })
	})),
	texts: leaf.texts.map((text) => ({
		...text,
		...{ x: text.x * by, y: text.y * by, width: text.width * by, size: text.size * by }
	})),
	qr: leaf.qr && {
		...leaf.qr,
		...{ x: leaf.qr.x * by, y: leaf.qr.y * by, width: leaf.qr.width * by }
	}
});

const scaledPath = (d: string, by: number): string =>
	d.replace(/-?\d*\.?\d+/g, (n) => String(Math.round(Number(n) * by * 1000) / 1000));
