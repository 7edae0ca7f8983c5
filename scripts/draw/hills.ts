import { soften } from './brush';
import { between, chance, ripple } from './chance';
import { MASSIFS } from './land';
import { onTable, outwardness, snap, within, type Line, type Piece, type Point } from './plane';
import { toRoad, toTown, toWater } from './ways';

/** A hill as the brush sees it: from the side, standing on its foot line. */
interface Hill {
	at: Point;
	width: number;
	height: number;
	/** Skyline from west to east. */
	skyline: Line;
	/** Outline with foot, for what it hides. */
	outline: Line;
	far: boolean;
	seed: number;
}

const massifs = MASSIFS.map((m) => ({ ...m, at: onTable(m.at) }));

/** How high the ground is, 0 … about 1. */
export function height([x, y]: Point): number {
	let rest = 1;
	for (const { at, rx, ry, height } of massifs)
		rest *= 1 - height * Math.exp(-(((x - at[0]) / rx) ** 2 + ((y - at[1]) / ry) ** 2));
	return 1 - rest;
}

function skyline(at: Point, width: number, tall: number, n: number, seed: number): Line {
	const roll = chance(seed);
	const wave = ripple(seed + 1);
	const main = between(roll, -0.28, 0.28);
	const peaks = [{ u: main, h: 1, s: between(roll, 0.26, 0.42) }];
	for (let k = 0, more = 1 + Math.floor(roll() * 3); k < more; k++) {
		const u = k % 2 === (main > 0 ? 0 : 1) ? between(roll, 0.3, 0.72) : between(roll, -0.72, -0.3);
		peaks.push({
			u,
			h: between(roll, 0.26, 0.78) * (1.1 - Math.abs(u) * 0.5),
			s: between(roll, 0.16, 0.32)
		});
	}
	return Array.from({ length: n }, (_, i): Point => {
		const u = (i / (n - 1)) * 2 - 1;
		const dome = 0.3 * (1 - Math.abs(u - main * 0.5) ** 1.6);
		const rise = Math.cbrt(
			Math.max(0, dome) ** 3 +
				peaks.reduce((sum, p) => sum + (p.h * Math.exp(-(((u - p.u) / p.s) ** 2))) ** 3, 0)
		);
		const fall = 1 - Math.abs(u) ** 5;
		const rough = (0.05 * wave(i * 0.5) + 0.028 * wave(i * 1.3 + 50)) * Math.min(1, fall * 1.6);
		return [at[0] + (u * width) / 2, at[1] + tall * Math.max(0, rise * fall + rough * fall)];
	});
}

/** A line under the skyline, `deep` 0 (ridge) … 1 (foot), hanging in uneven folds; east to west. */
function hem({ at, height, skyline, seed }: Hill, deep: number, n: number): Line {
	const wave = ripple(seed + Math.round(deep * 100));
	const raw = Array.from({ length: n }, (_, i): Point => {
		const f = 1 - (i + 0.5) / n;
		const p = skyline[Math.round(f * (skyline.length - 1))]!;
		const up = p[1] - at[1];
		const fold = 1 + 0.34 * wave(i * 1.1) * (1 - deep * 0.5);
		return [
			p[0] * 0.97 + at[0] * 0.03,
			at[1] +
				up * Math.max(0.02, 1 - deep * fold) -
				(deep > 0.9 ? 0.05 * height * (1 + wave(i)) : 0)
		];
	});
	return soften(raw);
}

function make(at: Point, width: number, tall: number, far: boolean, seed: number): Hill {
	const n = Math.round(Math.min(27, 11 + width * 3.6));
	// Snapped, so that the same skyline is written in the same words wherever it occurs.
	const line = soften(skyline(at, width, tall, n, seed)).map(snap);
	const hill: Hill = { at, width, height: tall, skyline: line, outline: line, far, seed };
	return { ...hill, outline: [...line, ...hem(hill, 1, 8)] };
}

/**
 * Whether a hill may stand there. Rivers and towns stay open; a road may pass behind a hill for a
 * while, but never under its foot.
 */
function free(hill: Hill): boolean {
	const spot = (u: number, v: number): Point => {
		const p = hill.skyline[Math.round(((u + 1) / 2) * (hill.skyline.length - 1))]!;
		return [p[0], hill.at[1] + (p[1] - hill.at[1]) * v];
	};
	const feet = [-0.8, -0.55, -0.3, 0, 0.3, 0.55, 0.8].map((u) => spot(u, 0.02));
	const body = [-0.5, -0.2, 0.1, 0.4].flatMap((u) => [spot(u, 0.4), spot(u, 0.75)]);
	return (
		feet.every((p) => toWater(p) > 0.14 && toRoad(p) > 0.12) &&
		body.every((p) => toWater(p) > 0.06) &&
		[...feet, ...body].every((p) => toTown(p) > 0.9)
	);
}

/** All hills, the northern ones first because they stand behind. */
export function stand(): Hill[] {
	const roll = chance(860);
	const out: Hill[] = [];
	const room = (hill: Hill) =>
		out.every((o) => {
			if (o.far !== hill.far) return true;
			const across = (o.at[0] - hill.at[0]) / (0.32 * (o.width + hill.width));
			const along = (o.at[1] - hill.at[1]) / (0.5 * (o.height + hill.height));
			return across ** 2 + along ** 2 > 1;
		});
	for (const far of [true, false]) {
		const tries = far ? 700 : 3600;
		for (let i = 0; i < tries; i++) {
			const at: Point = [between(roll, -37, 27), between(roll, -28, 25)];
			const h = height(at);
			const shrink = 1 - 0.7 * (i / tries);
			const width =
				(far ? between(roll, 8, 12) : between(roll, 6, 8.5)) * (0.38 + 0.62 * h) * shrink;
			const tall = width * between(roll, 0.26, 0.37) * (far ? 0.95 : 1);
			if (h < (far ? 0.55 : 0.24) || outwardness(at) > 0.99 || width < (far ? 5 : 2.1)) continue;
			const hill = make(at, width, tall, far, 4000 + i + (far ? 20000 : 0));
			if (room(hill) && (far ? toTown(at) > 3 : free(hill))) out.push(hill);
		}
	}
	return out.sort((a, b) => b.at[1] - a.at[1] || a.at[0] - b.at[0]);
}

function ridge({ skyline, height, seed }: Hill): Line {
	const press = ripple(seed + 9);
	const n = skyline.length;
	const back = skyline.flatMap(([x, y], i): Line => {
		// The underside of a stroke needs half the care of its upper edge.
		if (i % 2 === 0 || i === n - 1) return [];
		const ends = Math.min(1, i / 8, (n - 1 - i) / 8);
		const w = (0.018 + 0.03 * Math.min(1.3, height)) * (0.55 + 0.75 * press(i * 0.24)) * ends;
		return [[x + w * 0.35, y - Math.max(0.006 * ends, w)]];
	});
	return [...skyline, ...back.reverse()];
}

/** The hills in washes from foot to ridge, each hiding the feet of those behind. */
export function hills(all: Hill[]): Piece[] {
	return all.flatMap((hill) => {
		const n = Math.max(6, Math.round(hill.skyline.length * 0.16));
		const wash = (part: string, deep: number): Piece => ({
			part,
			areas: [[[...hill.skyline, ...hem(hill, deep, n)]]]
		});
		if (hill.far)
			return [
				wash('hill-body', 1),
				wash('hill-foot', 0.8),
				wash('hill-foot', 0.55),
				wash('hill-foot', 0.28)
			];
		return [
			{ part: 'hill-body', areas: [[hill.outline]] },
			wash('hill-foot', 0.86),
			wash('hill-slope', 0.6),
			wash('hill-crown', 0.36),
			{ part: 'ridge', areas: [[ridge(hill)]] }
		];
	});
}

/** Whether a spot lies on open ground, outside every hill. */
export function level(all: Hill[], p: Point): boolean {
	return !all.some((o) => Math.abs(o.at[0] - p[0]) < o.width / 2 && within(o.outline, p));
}

/** Whether a spot on a hill is seen, or hidden by a hill in front. `all` as {@link stand} gives it. */
function seen(all: Hill[], from: number, p: Point): boolean {
	for (let i = from + 1; i < all.length; i++) {
		const o = all[i]!;
		if (Math.abs(o.at[0] - p[0]) < o.width / 2 && within(o.outline, p)) return false;
	}
	return true;
}

/** Texture: hemp fibres falling from the ridge to either side, dabs of foliage along it (米点). */
export function texture(all: Hill[]): Piece[] {
	const roll = chance(77);
	const left: Point[] = [];
	const right: Point[] = [];
	const dabs: Point[] = [];
	all.forEach((hill, index) => {
		if (hill.far || outwardness(hill.at) > 0.99) return;
		for (let k = 0; k < hill.width * 5; k++) {
			const u = between(roll, 0.12, 0.88);
			const spot = on(hill, u, between(roll, 0.06, 0.5));
			if (seen(all, index, spot)) (u < 0.5 ? left : right).push(spot);
		}
		for (let k = 0; k < hill.width * 4; k++) {
			const spot = on(hill, between(roll, 0.06, 0.94), Math.min(0.85, roll() ** 1.7));
			if (seen(all, index, spot)) dabs.push(spot);
		}
	});
	return [
		{ part: 'motif', m: 'fibre-left', z: 11, s: 0.4, points: left },
		{ part: 'motif', m: 'fibre-right', z: 11, s: 0.4, points: right },
		{ part: 'motif', m: 'dab', z: 12, s: 0.4, points: dabs }
	];
}

function on(hill: Hill, u: number, deep: number): Point {
	const p = hill.skyline[Math.round(u * (hill.skyline.length - 1))]!;
	return [p[0], hill.at[1] + (p[1] - hill.at[1]) * (1 - deep)];
}
