import { setImmediate as nextTurn } from 'node:timers/promises';
import { PAGE } from '../../paper/sheet';
import type { Sheet } from '../../paper/sheet';

const WIDE = PAGE.width - 2 * PAGE.margin;
const PAD = 4;
const SIZE = 9;
/** Rows between two turns of the event loop: pages are answered meanwhile. */
const BREATH = 10;

/**
 * A table over the whole width, its head repeated on every page.
 * @param shares of the width, one a column
 */
export async function table(
	sheet: Sheet,
	heads: readonly string[],
	shares: readonly number[],
	rows: Iterable<readonly string[]>
): Promise<void> {
	const sum = shares.reduce((all, one) => all + one, 0);
	const widths = shares.map((share) => (share / sum) * WIDE);
	const highOf = (cells: readonly string[]) =>
		Math.max(...cells.map((text, at) => sheet.height(text || ' ', widths[at]! - 2 * PAD, SIZE))) +
		2 * PAD;
	const put = (cells: readonly string[], high: number, head: boolean) => {
		let x: number = PAGE.margin;
		if (head) sheet.doc.rect(x, sheet.y, WIDE, high).fill('#f1f2ec');
		cells.forEach((text, at) => {
			if (text)
				sheet.write(text, x + PAD, sheet.y + PAD, widths[at]! - 2 * PAD, {
					size: SIZE,
					...(head ? { colour: '#4b5752' } : {})
				});
			x += widths[at]!;
		});
		sheet.y += high;
		sheet.doc
			.moveTo(PAGE.margin, sheet.y)
			.lineTo(PAGE.width - PAGE.margin, sheet.y)
			.lineWidth(0.4)
			.stroke('#c9cbc0');
	};
	const top = highOf(heads);
	sheet.room(top + 40);
	put(heads, top, true);
	let n = 0;
	for (const cells of rows) {
		const high = highOf(cells);
		const page = sheet.y;
		sheet.room(high);
		if (sheet.y < page) put(heads, top, true);
		put(cells, high, false);
		if (++n % BREATH === 0) await nextTurn();
	}
}
