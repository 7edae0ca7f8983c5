/** Chance that always falls the same way: the picture must come out identical on every machine. */

export type Chance = () => number;

/** Mulberry32: numbers 0 ≤ n < 1 from a 32-bit seed. */
export function chance(seed: number): Chance {
	let a = seed >>> 0;
	return () => {
		a = (a + 0x6d2b79f5) >>> 0;
		let t = Math.imul(a ^ (a >>> 15), 1 | a);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/** A number between two bounds. */
export function between(roll: Chance, low: number, high: number): number {
	return low + roll() * (high - low);
}

/** Smooth value noise along a line, −1 … 1, one knot per unit of `t`. */
export function ripple(seed: number): (t: number) => number {
	const knot = (i: number) => chance(seed * 7919 + i * 104729)() * 2 - 1;
	return (t) => {
		const i = Math.floor(t);
		const f = t - i;
		const s = f * f * (3 - 2 * f);
		return knot(i) * (1 - s) + knot(i + 1) * s;
	};
}

/** Smooth value noise over the plane, −1 … 1, one knot per unit square. */
export function terrain(seed: number): (x: number, y: number) => number {
	const knot = (i: number, j: number) =>
		chance(seed * 7919 + i * 374761393 + j * 668265263)() * 2 - 1;
	return (x, y) => {
		const i = Math.floor(x);
		const j = Math.floor(y);
		const u = smooth(x - i);
		const v = smooth(y - j);
		const top = knot(i, j) * (1 - u) + knot(i + 1, j) * u;
		const low = knot(i, j + 1) * (1 - u) + knot(i + 1, j + 1) * u;
		return top * (1 - v) + low * v;
	};
}

function smooth(f: number): number {
	return f * f * (3 - 2 * f);
}
