/** The brush: smooth paths, and strokes whose width follows the pressure of the hand. */

import { ripple } from './chance';
import { apart, type Line, type Point } from './plane';

/** Catmull–Rom curve through the points, a vertex about every `step` km. */
export function curve(points: Line, step: number): Line {
	const out: Line = [points[0]!];
	for (let i = 0; i < points.length - 1; i++) {
		const p0 = points[Math.max(0, i - 1)]!;
		const p1 = points[i]!;
		const p2 = points[i + 1]!;
		const p3 = points[Math.min(points.length - 1, i + 2)]!;
		const n = Math.max(1, Math.round(apart(p1, p2) / step));
		for (let k = 1; k <= n; k++) out.push(spline(p0, p1, p2, p3, k / n));
	}
	return out;
}

function spline(p0: Point, p1: Point, p2: Point, p3: Point, t: number): Point {
	const at = (i: 0 | 1) =>
		0.5 *
		(2 * p1[i] +
			(p2[i] - p0[i]) * t +
			(2 * p0[i] - 5 * p1[i] + 4 * p2[i] - p3[i]) * t * t +
			(3 * p1[i] - p0[i] - 3 * p2[i] + p3[i]) * t * t * t);
	return [at(0), at(1)];
}

/** Unit normals to the left of a line. */
function normals(line: Line): Line {
	return line.map((_, i) => {
		const a = line[Math.max(0, i - 1)]!;
		const b = line[Math.min(line.length - 1, i + 1)]!;
		const d = apart(a, b) || 1;
		return [-(b[1] - a[1]) / d, (b[0] - a[0]) / d];
	});
}

/** Lets a line wander sideways by up to `reach` km, one bend about every `every` km. Ends stay. */
export function wander(line: Line, reach: number, every: number, seed: number): Line {
	const wave = ripple(seed);
	const side = normals(line);
	let way = 0;
	return line.map((p, i) => {
		if (i > 0) way += apart(line[i - 1]!, p);
		const hold = Math.min(1, i / 3, (line.length - 1 - i) / 3);
		const by = reach * hold * (wave(way / every) + 0.4 * wave(77 + (way / every) * 2.3));
		return [p[0] + side[i]![0] * by, p[1] + side[i]![1] * by];
	});
}

/** Rounds every corner off by cutting it (Chaikin). Ends stay. */
export function soften(line: Line): Line {
	const cut = line.slice(1).flatMap((b, i): Line => {
		const a = line[i]!;
		const at = (f: number): Point => [a[0] + (b[0] - a[0]) * f, a[1] + (b[1] - a[1]) * f];
		return [at(0.25), at(0.75)];
	});
	return [line[0]!, ...cut.slice(1, -1), line[line.length - 1]!];
}

/** The same for a closed outline, whose seam is rounded like every other corner. */
export function rounded(ring: Line): Line {
	return ring.flatMap((a, i): Line => {
		const b = ring[(i + 1) % ring.length]!;
		const at = (f: number): Point => [a[0] + (b[0] - a[0]) * f, a[1] + (b[1] - a[1]) * f];
		return [at(0.25), at(0.75)];
	});
}

/** Douglas–Peucker: drops vertices nobody would miss. `slack` in the line's own unit. */
export function thin(line: Line, slack: number): Line {
	if (line.length < 3) return line;
	const a = line[0]!;
	const b = line[line.length - 1]!;
	const d = Math.hypot(b[0] - a[0], b[1] - a[1]);
	let worst = 0;
	let at = 0;
	for (let i = 1; i < line.length - 1; i++) {
		const [x, y] = line[i]!;
		const off =
			d < slack
				? Math.hypot(x - a[0], y - a[1])
				: Math.abs((b[0] - a[0]) * (a[1] - y) - (a[0] - x) * (b[1] - a[1])) / d;
		if (off > worst) [worst, at] = [off, i];
	}
	if (worst <= slack) return [a, b];
	return [...thin(line.slice(0, at + 1), slack).slice(0, -1), ...thin(line.slice(at), slack)];
}

interface Pressure {
	/** Full width, km, at the way `t` 0 … 1 along the stroke. */
	width: (t: number) => number;
	/** Share of the width by which each edge trembles. */
	tremble: number;
	/** Extra km added on both sides: the wet edge of a stroke drawn underneath. */
	edge?: number;
	seed: number;
}

/** A stroke as one ring: out along its left edge, back along its right one. */
export function stroke(line: Line, { width, tremble, edge = 0, seed }: Pressure): Line {
	const left = ripple(seed);
	const right = ripple(seed + 5003);
	const side = normals(line);
	const way = [0];
	for (let i = 1; i < line.length; i++) way.push(way[i - 1]! + apart(line[i - 1]!, line[i]!));
	const whole = way[way.length - 1]! || 1;
	const rim = (sign: 1 | -1, shake: (t: number) => number) =>
		line.map((p, i): Point => {
			const run = way[i]!;
			const t = run / whole;
			const w =
				(width(t) / 2) * (1 + tremble * shake(run * 1.6)) +
				edge * (0.62 + 0.38 * shake(run * 0.7 + 40));
			return [p[0] + sign * side[i]![0] * w, p[1] + sign * side[i]![1] * w];
		});
	return [...rim(1, left), ...rim(-1, right).reverse()];
}

/** An uneven closed outline around a point. `n` vertices. */
export function blob(
	[x, y]: Point,
	rx: number,
	ry: number,
	n: number,
	rough: number,
	seed: number,
	turn = 0
): Line {
	const wave = ripple(seed);
	return Array.from({ length: n }, (_, i) => {
		const a = (i / n) * 2 * Math.PI;
		// The noise is faded over the seam so that the outline closes without a step.
		const seam = Math.min(1, (n - i) / 3);
		const r = 1 + rough * (wave((i / n) * 6) * seam + wave(0) * (1 - seam));
		const dx = Math.cos(a) * rx * r;
		const dy = Math.sin(a) * ry * r;
		return [
			x + dx * Math.cos(turn) - dy * Math.sin(turn),
			y + dx * Math.sin(turn) + dy * Math.cos(turn)
		];
	});
}
