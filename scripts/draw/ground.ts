import { blob, curve, stroke, wander } from './brush';
import { between, chance, terrain } from './chance';
import { height } from './hills';
import { TEA, WETLANDS } from './land';
import { apart, onTable, outwardness, type Line, type Piece, type Point } from './plane';
import { roads, toRoad, toTown, toWater, towns } from './ways';

/** Pale washes under everything, wet into wet. */
export function washes(): Piece[] {
	const wash = (part: string, at: Point, r: number, seed: number): Piece[] =>
		[1, 0.86, 0.72, 0.58, 0.44].map((f, i) => ({
			part,
			areas: [[blob(at, r * f * 1.25, r * f * 0.85, 22, 0.16, seed + i)]]
		}));
	return [
		...WETLANDS.flatMap((w, i) => wash('wash-wet', onTable(w.at), w.radius * 1.25, 700 + i * 5)),
		...towns.flatMap((t, i) => wash('wash-warm', t, 1.6, 760 + i * 5))
	];
}

/** Fields on the plain, in patches that lie as the land lies. */
export function fields(): Piece[] {
	const roll = chance(515);
	const lie = terrain(6);
	const patch = terrain(9);
	const green: Line[][] = [];
	const gold: Line[][] = [];
	const furrows: Line[] = [];
	const taken: Point[] = [];
	for (let i = 0; i < 5200; i++) {
		const p: Point = [between(roll, -31, 31), between(roll, -23, 23)];
		const long = between(roll, 0.2, 0.36);
		const wide = between(roll, 0.11, 0.2);
		if (patch(p[0] / 2.4, p[1] / 2.4) < -0.05 || height(p) > 0.33 || outwardness(p) > 0.97)
			continue;
		if (toWater(p) < 0.34 || toRoad(p) < 0.3 || toTown(p) < 0.95) continue;
		if (taken.some((o) => apart(o, p) < 0.5)) continue;
		taken.push(p);
		const a = Math.round(lie(p[0] / 6, p[1] / 6) * 4) * 0.35;
		const at = (u: number, v: number): Point => [
			p[0] + u * Math.cos(a) - v * Math.sin(a),
			p[1] + u * Math.sin(a) + v * Math.cos(a)
		];
		const shake = () => between(roll, 0.84, 1.08);
		const ring = [
			at(-long * shake(), -wide * shake()),
			at(long * shake(), -wide * shake()),
			at(long * shake(), wide * shake()),
			at(-long * shake(), wide * shake())
		];
		(roll() < 0.68 ? green : gold).push([ring]);
		const rows = 2 + Math.floor(roll() * 3);
		for (let k = 1; k <= rows; k++) {
			const v = wide * (-1 + (2 * k) / (rows + 1));
			furrows.push([at(-long * 0.78 * shake(), v), at(long * 0.78 * shake(), v)]);
		}
	}
	return [
		{ part: 'field-green', areas: green },
		{ part: 'field-gold', areas: gold },
		{ part: 'furrow', lines: furrows }
	];
}

/** Rows of tea bushes, bent around small domes. */
export function tea(): Piece[] {
	const roll = chance(88);
	const rows: Line[] = [];
	for (const spot of TEA)
		for (let k = 0; k < 4; k++) {
			const [x, y] = onTable(spot);
			const at: Point = [x + between(roll, -0.8, 0.8), y + between(roll, -0.45, 0.45)];
			if (toWater(at) < 0.3 || toRoad(at) < 0.22 || toTown(at) < 0.9) continue;
			const w = between(roll, 0.22, 0.42);
			for (let r = 0; r < 6; r++) {
				const f = 1 - r * 0.145;
				rows.push(
					[-1, -0.66, -0.3, 0, 0.3, 0.66, 1].map((u): Point => [
						at[0] + u * w * f * 1.15,
						at[1] + (1 - u * u) * w * 0.5 * f + r * 0.018
					])
				);
			}
		}
	return [{ part: 'tea', lines: rows }];
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
