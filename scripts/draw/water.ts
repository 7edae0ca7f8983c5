import { blob, rounded, stroke } from './brush';
import { between, chance, ripple } from './chance';
import { WETLANDS } from './waters';
import { apart, onTable, outwardness, type Line, type Piece, type Point } from './plane';
import { canals, lakes, rivers, toRoad, toTown, toWater, type Way } from './ways';

const EDGE = 0.034;

/** Rivers, canals, lakes and ponds: first all dark wet edges, then the water, so that waters join. */
export function water(): Piece[] {
	const lake = (edge: number) =>
		lakes.map(({ at, rx, ry, turn }, i) => [
			rounded(blob(at, rx + edge, ry + edge, 26, 0.2, 300 + i, turn))
		]);
	const pools = ponds();
	const flow = (ways: Way[], seed: number, edge: number) =>
		ways.map((way, i) => [stroke(way.line, { ...pressure(way, seed + i), edge })]);
	const shore = [...lake(EDGE), ...flow(rivers, 120, EDGE), ...flow(canals, 160, EDGE)];
	return [
		{ part: 'bank', areas: shore },
		{ part: 'deep', areas: flow(canals, 160, 0) },
		{ part: 'water', areas: [...lake(0), ...flow(rivers, 120, 0)] },
		{ part: 'pond', areas: pools.filter((p) => p.large).map((p) => [p.ring]) },
		{ part: 'pool', areas: pools.filter((p) => !p.large).map((p) => [p.ring]) },
		{ part: 'ripple', lines: [...lapping(), ...current()] }
	];
}

function pressure({ width }: Way, seed: number) {
	const wave = ripple(seed + 900);
	return {
		width: (t: number) => (width[0] + (width[1] - width[0]) * t) * (1 + 0.16 * wave(t * 9)),
		tremble: 0.05,
		seed
	};
}

/** Ponds between dikes, closer together in the heart of a wetland. */
function ponds(): { ring: Line; large: boolean }[] {
	const roll = chance(2024);
	const out: { ring: Line; large: boolean; at: Point; r: number }[] = [];
	for (const { at, radius, share } of WETLANDS) {
		const middle = onTable(at);
		for (let i = 0; i < 150 * share * radius; i++) {
			const angle = roll() * 2 * Math.PI;
			const far = radius * Math.sqrt(roll());
			const p: Point = [middle[0] + Math.cos(angle) * far, middle[1] + Math.sin(angle) * far];
			const r = between(roll, 0.07, 0.3) * (1.15 - (0.5 * far) / radius);
			const flat = between(roll, 0.45, 0.85);
			const turn = between(roll, -0.5, 0.5);
			if (toWater(p) < r * 0.95 + 0.05 || toRoad(p) < r * 0.8 + 0.09 || toTown(p) < 0.5 + r)
				continue;
			if (out.some((o) => apart(o.at, p) < (o.r + r) * 0.86)) continue;
			const outline = blob(
				p,
				r,
				r * flat,
				r > 0.17 ? 9 : r > 0.12 ? 7 : 6,
				0.22,
				500 + out.length,
				turn
			);
			out.push({ ring: rounded(outline), large: r > 0.13, at: p, r });
		}
	}
	return out;
}

/** Short level strokes on lakes. */
function lapping(): Line[] {
	const roll = chance(31);
	return lakes.flatMap(({ at, rx, ry }) =>
		Array.from({ length: Math.round(rx * 9) }, (): Line => {
			const x = at[0] + between(roll, -0.6, 0.6) * rx;
			const y = at[1] + between(roll, -0.6, 0.6) * ry;
			const w = between(roll, 0.08, 0.26);
			return [
				[x - w, y],
				[x, y + 0.014],
				[x + w, y + 0.002]
			];
		})
	);
}

/** Lines of the current along the wider rivers. */
function current(): Line[] {
	const roll = chance(32);
	return [...rivers, ...canals].flatMap(({ line, width }) => {
		const out: Line[] = [];
		for (let i = 2; i < line.length - 4; i += 3) {
			const w = width[0] + ((width[1] - width[0]) * i) / line.length;
			if (w < 0.12 || roll() < 0.35 || outwardness(line[i]!) > 0.95) continue;
			const by = between(roll, -0.28, 0.28) * w;
			out.push(line.slice(i, i + 3).map(([x, y]): Point => [x + by, y + by * 0.4]));
		}
		return out;
	});
}
