import { between, chance } from './chance';
import { height } from './hills';
import { WETLANDS } from './waters';
import { apart, onTable, outwardness, type Line, type Piece, type Point } from './plane';
import { canals, rivers, toRoad, toTown, toWater, towns } from './ways';

/** Small villages, where the ground is low and open. They have no names: they are decoration. */
export function hamlets(): Point[] {
	const roll = chance(1001);
	const out: Point[] = [];
	for (let i = 0; i < 6000 && out.length < 210; i++) {
		const p: Point = [between(roll, -29, 26), between(roll, -21, 21)];
		if (height(p) > 0.5 || outwardness(p) > 0.93) continue;
		if (toWater(p) < 0.3 || toRoad(p) < 0.25 || toTown(p) < 1.2) continue;
		if (out.every((o) => apart(o, p) > 1.05)) out.push(p);
	}
	return out;
}

/** The nearest open ground, looked for in widening turns. */
function plot([x, y]: Point, clear: (p: Point) => boolean): Point {
	for (let k = 0; k < 40; k++) {
		const r = 0.045 * k;
		const p: Point = [x + r * Math.cos(k * 2.4), y + r * Math.sin(k * 2.4)];
		if (clear(p)) return p;
	}
	return [x, y];
}

const piece = (m: string, z: number, s: number, points: Line): Piece => ({
	part: 'motif',
	m,
	z,
	s,
	points
});

/** Houses, trees, bridges, boats, and the few things one looks for on an old map. */
export function motifs(
	villages: Point[],
	clear: (p: Point) => boolean,
	dry: (p: Point) => boolean
): Piece[] {
	const roll = chance(404);
	const near = (p: Point, r: number): Point => [
		p[0] + between(roll, -r, r),
		p[1] + between(roll, -r, r)
	];
	const around = (list: Line, n: number, r: number): Line =>
		list.flatMap((p) => Array.from({ length: n }, () => near(p, r))).filter(clear);
	const trees = scatter(roll, dry);
	const wet = WETLANDS.flatMap((w) =>
		around([onTable(w.at)], Math.round(w.radius * 14), w.radius * 0.9)
	);
	const boats = [...canals.slice(0, 1), ...rivers.slice(-1)].flatMap(({ line }) =>
		line.filter((p, i) => i % 97 === 50 && outwardness(p) < 0.9)
	);
	return [
		piece(
			'houses',
			10,
			0.8,
			towns.flatMap(([x, y]): Line => [
				plot([x - 0.62, y + 0.2], clear),
				plot([x + 0.58, y + 0.25], clear),
				plot([x - 0.02, y + 0.55], clear)
			])
		),
		piece('houses', 12, 0.62, villages),
		piece('house', 13, 0.5, around(villages, 6, 0.42)),
		piece('house', 12.5, 0.5, streets(roll, clear)),
		piece('tree', 12.5, 0.5, trees.tree),
		piece('pine', 11, 0.6, around(groves(roll, dry), 4, 0.55)),
		piece('pine', 12.5, 0.5, trees.pine),
		piece('bamboo', 12.5, 0.5, trees.bamboo),
		piece('tree', 13.5, 0.42, around(villages, 4, 0.7)),
		piece('willow', 12.5, 0.5, banks(roll, clear)),
		piece('grass', 13.5, 0.36, meadow(roll, clear)),
		piece('reed', 12, 0.42, wet),
		piece('boat', 10.5, 0.8, boats),
		piece('bridge', 10.5, 0.8, [
			onTable([119.9455, 30.2855]),
			onTable([120.03, 30.2885]),
			onTable([119.9925, 30.4115])
		]),
		piece('pagoda', 10, 0.95, [plot(onTable([119.934, 30.2745]), clear)]),
		piece('pavilion', 10, 0.9, [
			onTable([119.803, 30.386]),
			onTable([120.06, 30.268]),
			onTable([119.78, 30.452])
		]),
		piece('cong', 10, 0.62, [onTable([119.992, 30.3925])])
	];
}

function scatter(roll: () => number, clear: (p: Point) => boolean) {
	const out = { tree: [] as Point[], pine: [] as Point[], bamboo: [] as Point[] };
	for (let i = 0; i < 6600; i++) {
		const p: Point = [between(roll, -31, 28), between(roll, -23, 23)];
		const h = height(p);
		if (outwardness(p) > 0.96 || toTown(p) < 0.6 || !clear(p)) continue;
		if (h > 0.16 && h < 0.75)
			(p[0] < -4 && p[1] > 2 && roll() < 0.6 ? out.bamboo : out.pine).push(p);
		else if (h <= 0.16 && roll() < 0.42) out.tree.push(p);
	}
	return out;
}

/** Where a few pines stand together. */
function groves(roll: () => number, clear: (p: Point) => boolean): Line {
	const out: Point[] = [];
	for (let i = 0; i < 2000 && out.length < 34; i++) {
		const p: Point = [between(roll, -29, 25), between(roll, -21, 21)];
		const h = height(p);
		if (h < 0.2 || h > 0.7 || toTown(p) < 1.4 || !clear(p)) continue;
		if (out.every((o) => apart(o, p) > 3.2)) out.push(p);
	}
	return out;
}

/** Houses of the towns, along streets that cross. */
function streets(roll: () => number, clear: (p: Point) => boolean): Line {
	return towns.flatMap(([x, y]) => {
		const turn = between(roll, -0.4, 0.4);
		const out: Point[] = [];
		for (let i = -5; i <= 5; i++)
			for (let j = -4; j <= 4; j++) {
				if (Math.hypot(i / 5, j / 4) > between(roll, 0.5, 1.1)) continue;
				const u = i * 0.19 + between(roll, -0.05, 0.05);
				const v = j * 0.16 + between(roll, -0.04, 0.04);
				const p: Point = [
					x + u * Math.cos(turn) - v * Math.sin(turn),
					y + u * Math.sin(turn) + v * Math.cos(turn)
				];
				if (clear(p)) out.push(p);
			}
		return out;
	});
}

/** Willows along the water of the plain. */
function banks(roll: () => number, clear: (p: Point) => boolean): Line {
	return [...rivers, ...canals].flatMap(({ line, width }) =>
		line.slice(1).flatMap((b, i): Line => {
			const a = line[i]!;
			const d = apart(a, b);
			return Array.from({ length: Math.round(d * 4) }, (): Point => {
				const f = roll();
				const off = (roll() < 0.5 ? -1 : 1) * (Math.max(...width) / 2 + between(roll, 0.11, 0.2));
				return [
					a[0] + (b[0] - a[0]) * f - ((b[1] - a[1]) / d) * off,
					a[1] + (b[1] - a[1]) * f + ((b[0] - a[0]) / d) * off
				];
			}).filter((p) => outwardness(p) < 0.95 && height(p) < 0.45 && clear(p));
		})
	);
}

/** Tufts of grass on open ground. */
function meadow(roll: () => number, clear: (p: Point) => boolean): Line {
	const out: Point[] = [];
	for (let i = 0; i < 1700; i++) {
		const p: Point = [between(roll, -29, 29), between(roll, -21, 21)];
		if (outwardness(p) < 0.95 && height(p) < 0.35 && clear(p)) out.push(p);
	}
	return out;
}
