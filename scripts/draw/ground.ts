import { blob, curve, soften, stroke, wander } from './brush';
import { between, chance, terrain, type Chance } from './chance';
import { height } from './hills';
import { TEA } from './land';
import { WETLANDS } from './waters';
import { apart, onTable, outwardness, within, type Line, type Piece, type Point } from './plane';
import { roads, toRoad, toTown, toWater, towns } from './ways';

/** Pale washes under everything, wet into wet. */
export function washes(): Piece[] {
	const wash = (part: string, at: Point, r: number, seed: number): Piece[] =>
		[1, 0.8, 0.58].map((f, i) => ({
			part,
			areas: [[blob(at, r * f * 1.25, r * f * 0.85, 20, 0.24, seed + i)]]
		}));
	const roll = chance(700);
	const cloud = ({ at, radius }: (typeof WETLANDS)[number], seed: number): Piece[] =>
		Array.from({ length: 6 }, (_, i) => {
			const [x, y] = onTable(at);
			const p: Point = [
				x + between(roll, -0.5, 0.5) * radius,
				y + between(roll, -0.45, 0.45) * radius
			];
			const r = radius * between(roll, 0.5, 0.85);
			return { part: 'wash-wet', areas: [[blob(p, r * 1.25, r * 0.8, 18, 0.26, seed + i)]] };
		});
	return [
		...WETLANDS.flatMap((w, i) => cloud(w, 700 + i * 9)),
		...towns.flatMap((t, i) => wash('wash-warm', t, 1.15, 760 + i * 5))
	];
}

/** Fields on the plain: a wash for each stretch of paddies, some of its paddies picked out. */
export function fields(): Piece[] {
	const roll = chance(515);
	const lie = terrain(6);
	const patches: { at: Point; ring: Line; turn: number }[] = [];
	for (let i = 0; i < 2600; i++) {
		const at: Point = [between(roll, -30, 30), between(roll, -22, 22)];
		if (height(at) > 0.3 || outwardness(at) > 0.95 || toTown(at) < 1.1) continue;
		if (patches.some((o) => apart(o.at, at) < 2.7)) continue;
		const turn = lie(at[0] / 7, at[1] / 7) * 0.9;
		const size = between(roll, 0.85, 1.25);
		patches.push({ at, turn, ring: blob(at, 1.85 * size, 1.15 * size, 14, 0.24, 5150 + i, turn) });
	}
	const green: Line[][] = [];
	const gold: Line[][] = [];
	const furrows: Line[] = [];
	for (const { at, ring, turn } of patches)
		for (const corners of grid(at, turn, roll)) {
			if (!corners.every((c) => within(ring, c) && toWater(c) > 0.1 && toRoad(c) > 0.1)) continue;
			const tone = roll();
			if (tone < 0.24) (tone < 0.15 ? green : gold).push([shrunk(corners, 0.9)]);
			if (roll() < 0.12) furrows.push(...rows(shrunk(corners, 0.8)));
		}
	return [
		{ part: 'field', areas: patches.map(({ ring }) => [ring]) },
		{ part: 'field-green', areas: green },
		{ part: 'field-gold', areas: gold },
		{ part: 'furrow', lines: furrows }
	];
}

/** Paddies as shaken quadrilaterals that share their corners. */
function grid(at: Point, turn: number, roll: Chance): Line[] {
	const bend = between(roll, -0.12, 0.12);
	const knots = Array.from({ length: 9 }, (_, i) =>
		Array.from({ length: 8 }, (_, j): Point => {
			const u = (i - 4) * 0.36 + between(roll, -0.06, 0.06);
			const v = (j - 3.5) * 0.26 + between(roll, -0.04, 0.04) + bend * u * u;
			return [
				at[0] + u * Math.cos(turn) - v * Math.sin(turn),
				at[1] + u * Math.sin(turn) + v * Math.cos(turn)
			];
		})
	);
	return knots
		.slice(1)
		.flatMap((column, i) =>
			column.slice(1).map((corner, j) => [knots[i]![j]!, column[j]!, corner, knots[i]![j + 1]!])
		);
}

function shrunk(corners: Line, f: number): Line {
	const x = corners.reduce((sum, c) => sum + c[0], 0) / corners.length;
	const y = corners.reduce((sum, c) => sum + c[1], 0) / corners.length;
	return corners.map((c): Point => [x + (c[0] - x) * f, y + (c[1] - y) * f]);
}

/** Three furrows across a paddy. */
function rows([a, b, c, d]: Line): Line[] {
	const part = (p: Point, q: Point, f: number): Point => [
		p[0] + (q[0] - p[0]) * f,
		p[1] + (q[1] - p[1]) * f
	];
	return [0.25, 0.5, 0.75].map((f) => [part(a!, d!, f), part(b!, c!, f)]);
}

/** Rows of tea bushes, bent around small domes. */
export function tea(): Piece[] {
	const roll = chance(88);
	const arcs: Line[] = [];
	const domes: Line[][] = [];
	const bend = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1];
	for (const spot of TEA)
		for (let k = 0; k < 3; k++) {
			const [x, y] = onTable(spot);
			const at: Point = [x + between(roll, -0.8, 0.8), y + between(roll, -0.5, 0.5)];
			if (toWater(at) < 0.4 || toRoad(at) < 0.3 || toTown(at) < 1) continue;
			const w = between(roll, 0.36, 0.62);
			const rise = w * between(roll, 0.5, 0.66);
			const arc = (f: number): Line =>
				soften(
					bend.map((u): Point => [
						at[0] + u * w * (0.45 + 0.55 * f),
						at[1] + rise * f * Math.sqrt(1 - 0.96 * u * u) - (1 - f) * 0.02
					])
				);
			domes.push([[...arc(1), [at[0] + w * 0.5, at[1] - 0.05], [at[0] - w * 0.5, at[1] - 0.05]]]);
			for (const f of [1, 0.8, 0.6, 0.4, 0.2]) arcs.push(arc(f));
		}
	return [
		{ part: 'field-green', areas: domes },
		{ part: 'tea', lines: arcs }
	];
}

/** Roads in one pull of a dry, flat brush each; lanes between them and the hamlets. */
export function ways(hamlets: Point[]): Piece[] {
	const pull = (line: Line, width: number, seed: number) =>
		stroke(line, {
			width: (t) =>
				width *
				(0.72 + 0.28 * Math.sin(t * 9 + seed)) *
				Math.min(1, t * 30 + 0.4, (1 - t) * 30 + 0.3),
			tremble: 0.16,
			seed
		});
	const paths = hamlets.flatMap((from, i): Line[] => {
		const end = [...roads.flatMap((r) => r.line)].reduce((a, b) =>
			apart(a, from) < apart(b, from) ? a : b
		);
		if (apart(end, from) > 3.2 || apart(end, from) < 0.25) return [];
		return [wander(curve([from, end], 0.35), 0.16, 0.9, 1200 + i)];
	});
	return [
		{ part: 'lane', lines: paths },
		{
			part: 'road-minor',
			areas: roads.filter((r) => !r.main).map((r, i) => [pull(r.line, 0.075, 210 + i)])
		},
		{
			part: 'road',
			areas: roads.filter((r) => r.main).map((r, i) => [pull(r.line, 0.12, 240 + i)])
		}
	];
}
