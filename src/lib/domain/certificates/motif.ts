import { inks, pageOf } from './design';
import type { Design } from './design';

/** Something drawn: an SVG path in millimetres, filled or stroked. */
export interface Shape {
	d: string;
	fill?: string;
	/** Colour of the line and its width. */
	stroke?: string;
	width?: number;
	/** Where one figure lies in another the inner is a hole. */
	evenOdd?: boolean;
}

const PAPER = '#fdfbf5';
const FAINT = '#f3f4ec';
const FAINT_LINE = '#e9ede4';
const THIN = '#b9cbc2';

const round = (n: number) => Math.round(n * 1000) / 1000;
const rect = (x: number, y: number, w: number, h: number): string =>
	`M${round(x)} ${round(y)}H${round(x + w)}V${round(y + h)}H${round(x)}Z`;
function circle(x: number, y: number, r: number): string {
	// Four Bézier quarters; the control points lie 0.5523 of the radius out.
	const k = r * 0.5523;
	const p = (...n: number[]) => n.map(round).join(' ');
	return `M${p(x - r, y)}C${p(x - r, y - k, x - k, y - r, x, y - r)}C${p(x + k, y - r, x + r, y - k, x + r, y)}C${p(x + r, y + k, x + k, y + r, x, y + r)}C${p(x - k, y + r, x - r, y + k, x - r, y)}Z`;
}

/** The jade cong from above, our own drawing: square outside, circle inside. */
function cong(x: number, y: number, side: number, fill: string): Shape {
	const half = side / 2;
	return {
		d: rect(x - half, y - half, side, side) + circle(x, y, half * 0.62),
		fill,
		evenOdd: true
	};
}

/** Lines as on the jade: pairs of bars that step around a corner. */
function steps(x: number, y: number, across: 1 | -1, down: 1 | -1): Shape {
	const bar = (from: number, length: number) => {
		const h = `M${round(x + across * from)} ${round(y + down * 2.6)}h${across * length}`;
		const v = `M${round(x + across * 2.6)} ${round(y + down * from)}v${down * length}`;
		return h + v;
	};
	return { d: bar(18, 9) + bar(29, 3.2), stroke: inks.jade, width: 0.9 };
}

/** The background that comes with the house: a frame, a cong in each corner, a large one behind. */
export function motif(design: Pick<Design, 'turn' | 'background'>): Shape[] {
	const { width, height } = pageOf(design);
	if (design.background !== 'cong') return [];
	const far = 9;
	const side = 11.2;
	const clear = side + 2.4;
	const corners = [
		[far, far, 1, 1],
		[width - far, far, -1, 1],
		[far, height - far, 1, -1],
		[width - far, height - far, -1, -1]
	] as const;
	const inset = far + 5.2;
	const [x, y] = [width / 2, height / 2];
	const middle = Math.min(width, height) * 0.5;
	return [
		{ d: rect(0, 0, width, height), fill: PAPER },
		cong(x, y, middle, FAINT),
		...[0.27, 0.23].map((share) => ({
			d: circle(x, y, middle * share),
			stroke: FAINT_LINE,
			width: 0.7
		})),
		{ d: rect(far, far, width - 2 * far, height - 2 * far), stroke: inks.jade, width: 0.9 },
		{
			d: rect(inset, inset, width - 2 * inset, height - 2 * inset),
			stroke: THIN,
			width: 0.25
		},
		...corners.flatMap(([left, top, across, down]) => [
			{
				d: rect(
					across > 0 ? left - 1 : left - clear,
					down > 0 ? top - 1 : top - clear,
					clear + 1,
					clear + 1
				),
				fill: PAPER
			},
			cong(left + (across * side) / 2, top + (down * side) / 2, side, inks.jade),
			steps(left, top, across, down)
		])
	];
}
