/** An exact fraction of ten-thousandths of a point: whole numbers, `d` > 0. */
export interface Ratio {
	n: number;
	d: number;
}

export const ratio = (n: number, d = 1): Ratio => ({ n, d });

/** Negative when `a` is less. Products stay far below 2⁵³: units ≤ 10⁷·40, counts ≤ 40. */
export const compare = (a: Ratio, b: Ratio): number => a.n * b.d - b.n * a.d;

/** The nearest whole unit, halves up. */
export const units = ({ n, d }: Ratio): number => Math.floor((2 * n + d) / (2 * d));

export const mean = (values: readonly number[]): Ratio | null =>
	values.length ? ratio(sum(values), values.length) : null;

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** The middle one, or the mean of the middle two. */
export function median(values: readonly number[]): Ratio | null {
	if (!values.length) return null;
	const order = values.toSorted((a, b) => a - b);
	const half = Math.floor(order.length / 2);
	return order.length % 2 ? ratio(order[half]!) : ratio(order[half - 1]! + order[half]!, 2);
}

/** Units as points with four decimals, always. */
export function pointsText(value: number): string {
	const [whole, rest] = [Math.floor(Math.abs(value) / 10_000), Math.abs(value) % 10_000];
	return `${value < 0 ? '-' : ''}${whole}.${String(rest).padStart(4, '0')}`;
}
