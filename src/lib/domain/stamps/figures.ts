import { inks } from '../certificates/design';
import type { Shape } from '../certificates/motif';

/** Paper colours of what is printed for stamps. */
export const tones = { paper: '#fdfbf5', faint: '#eef2ea', line: '#b9cbc2' } as const;

const r = (n: number): number => Math.round(n * 1000) / 1000;

export const box = (x: number, y: number, w: number, h = w): string =>
	`M${r(x)} ${r(y)}H${r(x + w)}V${r(y + h)}H${r(x)}Z`;

/** A circle as four Bézier quarters; the control points lie 0.5523 of the radius out. */
export function ring(x: number, y: number, radius: number): string {
	const k = radius * 0.5523;
	const p = (...n: number[]) => n.map(r).join(' ');
	return (
		`M${p(x - radius, y)}C${p(x - radius, y - k, x - k, y - radius, x, y - radius)}` +
		`C${p(x + k, y - radius, x + radius, y - k, x + radius, y)}` +
		`C${p(x + radius, y + k, x + k, y + radius, x, y + radius)}` +
		`C${p(x - k, y + radius, x - radius, y + k, x - radius, y)}Z`
	);
}

/** The jade cong from above: square outside, circle inside, a hole between. */
export const cong = (x: number, y: number, side: number, fill: string, hole = 0.62): Shape => ({
	d: box(x - side / 2, y - side / 2, side) + ring(x, y, (side / 2) * hole),
	fill,
	evenOdd: true
});

/** The bars of a cong seen from the side: short and long lines in pairs along a corner. */
export function bars(x: number, y: number, across: 1 | -1, down: 1 | -1, unit: number): Shape {
	const line = (from: number, length: number, off: number) =>
		`M${r(x + across * from * unit)} ${r(y + down * off * unit)}H${r(x + across * (from + length) * unit)}` +
		`M${r(x + across * off * unit)} ${r(y + down * from * unit)}V${r(y + down * (from + length) * unit)}`;
	return {
		d: line(0, 12, 0) + line(3, 7, 1.6) + line(3, 3, 3.2),
		stroke: inks.jade,
		width: 0.55 * unit
	};
}
