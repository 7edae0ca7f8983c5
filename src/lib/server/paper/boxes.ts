import { PAGE } from './sheet';
import type { Sheet } from './sheet';

const WIDE = PAGE.width - 2 * PAGE.margin;
const NAME = 96;
const PAD = 6;
const RULE = '#8a938d';
const SOFT = '#4b5752';
const SIZE = 10;

/** Something to be filled in by hand: a name, and room beside it. */
interface Box {
	name: string;
	/** Points. */
	height: number;
	/** Writes into the room; nothing for one that stays empty. */
	fill?: (x: number, y: number, width: number) => void;
}

/** The width of what is beside the name of a box. */
export const ROOM = WIDE - NAME - 2 * PAD;

/** A framed row of a form: what is asked on the left, room for the answer on the right. */
export function box(sheet: Sheet, { name, height, fill }: Box): void {
	const { doc } = sheet;
	const high = Math.max(height, sheet.height(name, NAME - 2 * PAD, SIZE) + 2 * PAD);
	sheet.room(high);
	const { y } = sheet;
	const left = PAGE.margin;
	doc.rect(left, y, NAME, high).fill('#f1f2ec');
	doc.rect(left, y, WIDE, high).lineWidth(0.6).stroke(RULE);
	doc
		.moveTo(left + NAME, y)
		.lineTo(left + NAME, y + high)
		.stroke(RULE);
	sheet.write(name, left + PAD, y + PAD, NAME - 2 * PAD, { size: SIZE, colour: SOFT });
	fill?.(left + NAME + PAD, y + PAD, ROOM);
	sheet.y = y + high;
}

/** A small square to be ticked by hand. */
export function square(sheet: Sheet, x: number, y: number): void {
	sheet.doc
		.rect(x, y + 3, 8.5, 8.5)
		.lineWidth(0.8)
		.stroke('#1e2623');
}

/** A row with things to tick, in columns as wide as the longest of them needs. */
export function ticks(sheet: Sheet, name: string, labels: readonly string[]): void {
	const long = Math.max(...labels.map((label) => label.length));
	const columns = long > 18 ? 1 : long > 9 ? 2 : 3;
	const width = ROOM / columns;
	const lines = Array.from({ length: Math.ceil(labels.length / columns) }, (_, i) =>
		labels.slice(i * columns, (i + 1) * columns)
	);
	const heights = lines.map(
		(line) => Math.max(...line.map((label) => sheet.height(label, width - 18, SIZE))) + 4
	);
	const height = heights.reduce((sum, one) => sum + one, 0) + 2 * PAD - 4;
	box(sheet, {
		name,
		height,
		fill: (x, top) => {
			let y = top;
			lines.forEach((line, i) => {
				line.forEach((label, j) => {
					square(sheet, x + j * width, y);
					sheet.write(label, x + j * width + 14, y, width - 18, { size: SIZE });
				});
				y += heights[i]!;
			});
		}
	});
}

/** A table with a head and empty lines. */
export function lines(sheet: Sheet, heads: readonly string[], count: number): void {
	const { doc } = sheet;
	const width = WIDE / heads.length;
	const row = (height: number, texts: readonly string[]) => {
		sheet.room(height);
		heads.forEach((_, i) => {
			const x = PAGE.margin + i * width;
			if (texts.length) doc.rect(x, sheet.y, width, height).fill('#f1f2ec');
			doc.rect(x, sheet.y, width, height).lineWidth(0.6).stroke(RULE);
			if (texts[i])
				sheet.write(texts[i], x + PAD, sheet.y + PAD, width - 2 * PAD, {
					size: SIZE,
					colour: SOFT
				});
		});
		sheet.y += height;
	};
	row(Math.max(...heads.map((head) => sheet.height(head, width - 2 * PAD, SIZE))) + 2 * PAD, heads);
	for (let i = 0; i < count; i++) row(25, []);
}

/** Rooms for signatures and seals, two in a line. */
export function seals(sheet: Sheet, names: readonly string[], date: string): void {
	const { doc } = sheet;
	const width = WIDE / 2;
	const high = 112;
	for (let i = 0; i < names.length; i += 2) {
		sheet.room(high);
		names.slice(i, i + 2).forEach((name, j) => {
			const x = PAGE.margin + j * width;
			doc.rect(x, sheet.y, width, high).lineWidth(0.6).stroke(RULE);
			sheet.write(name, x + PAD, sheet.y + PAD, width - 2 * PAD, { size: SIZE });
			sheet.write(date, x + width / 2, sheet.y + high - 24, width / 2 - PAD, {
				size: SIZE,
				colour: SOFT
			});
		});
		sheet.y += high;
	}
}

/** The heading of a part of a form, never alone at the end of a page. */
export function part(sheet: Sheet, text: string, needs = 80): void {
	sheet.y += 16;
	sheet.room(needs);
	sheet.y += sheet.write(text, PAGE.margin, sheet.y, WIDE, { size: 12.5, colour: '#214a40' }) + 5;
}
