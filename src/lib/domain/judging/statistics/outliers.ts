import type { Fit } from './fit';
import type { Table } from './observation';

/** Beyond this a standardised residual lies once in a hundred times by mere chance. */
export const ALARM = 2.5758;

export interface Outlier {
	entry: number;
	juror: number;
	/** Points given, and what all other scores together let expect from this juror. */
	x: number;
	expected: number;
	/** Distance of the two in standard deviations of such a prediction. */
	t: number;
}

/**
 * Each row against what all other scores expect of it, in standard deviations: e/√(noise − v), with v
 * the variance of the expectation. Equal to fitting anew without the row (Haslett 1999), parameters kept.
 */
export function standardised(table: Table, { rest, spread, parameters }: Fit): Float64Array {
	return rest.map((e, k) => {
		const left = parameters.noise - spread.expected[k]!;
		return left > parameters.noise * 1e-9 ? e / Math.sqrt(left) : 0;
	});
}

/**
 * Scores that lie far from what the others expect, farthest first. About one in a hundred is named by
 * chance alone: a reason to look again, never to remove.
 */
export function outliersOf(table: Table, fit: Fit): Outlier[] {
	const { noise } = fit.parameters;
	const distance = standardised(table, fit);
	const found: Outlier[] = [];
	for (let i = 0; i < table.entries.length; i++)
		for (let k = table.start[i]!; k < table.start[i + 1]!; k++)
			if (Math.abs(distance[k]!) > ALARM)
				found.push({
					entry: table.entries[i]!,
					juror: table.jurors[table.who[k]!]!,
					x: table.x[k]!,
					expected: table.x[k]! - (fit.rest[k]! * noise) / (noise - fit.spread.expected[k]!),
					t: distance[k]!
				});
	return found.sort((a, b) => Math.abs(b.t) - Math.abs(a.t));
}

/**
 * How restless each juror is: the mean square of their standardised residuals. 1 is as the model
 * expects, 2 is twice the variance. In the order of the table's jurors.
 */
export function restlessness(table: Table, fit: Fit): number[] {
	const distance = standardised(table, fit);
	const [sum, count] = [table.jurors.map(() => 0), table.jurors.map(() => 0)];
	table.who.forEach((j, k) => {
		sum[j]! += distance[k]! * distance[k]!;
		count[j]!++;
	});
	return sum.map((total, j) => total / count[j]!);
}
