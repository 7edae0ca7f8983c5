import type { Fit } from './fit';
import type { Table } from './observation';

/** Two jurors on the entries that both scored. */
export interface Pair {
	/** Numbers of the jurors, a < b. */
	a: number;
	b: number;
	/** Entries they share. */
	shared: number;
	/** Points that a gives more than b, on average, as they stand. */
	difference: number;
	/** Correlation of their scores; null below five shared entries or where one does not vary. */
	correlation: number | null;
	/** Mean square of their differences once severity and scale are out; 1 is what noise explains. */
	excess: number;
	/** True where such an excess comes by chance once in a hundred pairs. */
	apart: boolean;
}

const FEWEST_FOR_CORRELATION = 5;

/** Everybody with everybody who shares an entry, in the order of their numbers. */
export function pairsOf(table: Table, { level, parameters }: Fit): Pair[] {
	const size = table.jurors.length;
	const sums = new Map<number, Sums>();
	for (let i = 0; i < table.entries.length; i++)
		for (let k = table.start[i]!; k < table.start[i + 1]!; k++)
			for (let m = k + 1; m < table.start[i + 1]!; m++) {
				// Rows of an entry are in the order of its jurors, so k is the lower number.
				const [a, b] = [table.who[k]!, table.who[m]!];
				const sum = sums.get(a * size + b) ?? { n: 0, a: 0, b: 0, aa: 0, bb: 0, ab: 0, left: 0 };
				const [x, y] = [table.x[k]!, table.x[m]!];
				const [g, h] = [parameters.scale[a]!, parameters.scale[b]!];
				const left = (x - level[a]!) * h - (y - level[b]!) * g;
				sum.n++;
				sum.a += x;
				sum.b += y;
				sum.aa += x * x;
				sum.bb += y * y;
				sum.ab += x * y;
				sum.left += (left * left) / (parameters.noise * (g * g + h * h));
				sums.set(a * size + b, sum);
			}
	return [...sums]
		.sort(([a], [b]) => a - b)
		.map(([key, sum]) => ({
			a: table.jurors[Math.floor(key / size)]!,
			b: table.jurors[key % size]!,
			shared: sum.n,
			difference: (sum.a - sum.b) / sum.n,
			correlation: correlationOf(sum),
			excess: sum.left / sum.n,
			apart: isRare(sum.left, sum.n)
		}));
}

interface Sums {
	n: number;
	a: number;
	b: number;
	aa: number;
	bb: number;
	ab: number;
	left: number;
}

function correlationOf({ n, a, b, aa, bb, ab }: Sums): number | null {
	if (n < FEWEST_FOR_CORRELATION) return null;
	const product = (n * aa - a * a) * (n * bb - b * b);
	if (!(product > 1e-9)) return null;
	return Math.min(1, Math.max(-1, (n * ab - a * b) / Math.sqrt(product)));
}

/** Beyond the 99th percentile of χ² with n degrees of freedom, by Wilson and Hilferty (1931). */
function isRare(square: number, n: number): boolean {
	const step = 2 / (9 * n);
	return square / n > (1 - step + 2.3263 * Math.sqrt(step)) ** 3;
}
