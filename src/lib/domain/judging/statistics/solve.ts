import { cholesky, inverseFrom, solveWith } from './cholesky';
import type { Table } from './observation';

/** What the model takes as given while it looks at entries and jurors. */
export interface Parameters {
	/** Variance of true quality between entries, points². */
	quality: number;
	/** Variance of severity between jurors, points². */
	severity: number;
	/** Variance of what is left, points². */
	noise: number;
	/** How strongly each juror spreads the points, 1 for the usual juror. */
	scale: Float64Array;
}

/** The system of all jurors: entries are summed out exactly, so it is as large as the jury. */
export interface System {
	parameters: Parameters;
	/** Sum of squared scales of each entry's jurors plus noise/quality. */
	weight: Float64Array;
	/** Cholesky triangle of the jurors' matrix, in units of noise. */
	triangle: Float64Array;
}

/** Best estimates given the parameters. */
export interface Solution {
	/** What juror j gives to an entry of middling quality: mu − severity, points. */
	level: Float64Array;
	/** Quality of entry i above the middle, points on the usual juror's scale. */
	quality: Float64Array;
	/** Points of each row that neither juror nor entry explain. */
	rest: Float64Array;
}

/**
 * The model: x = mu − b_j + g_j·a_i + e, with a, b and e normal and mu free (flat prior). Jurors' levels
 * u_j = mu − b_j have the prior precision (I − 11ᵀ/J)/severity. Given u the entries are independent, so
 * only a dense matrix of J × J is left: the Schur complement.
 */
export function systemOf(table: Table, parameters: Parameters): System {
	const { start, who } = table;
	const { scale, noise } = parameters;
	const size = table.jurors.length;
	const weight = new Float64Array(table.entries.length).fill(noise / parameters.quality);
	const prior = noise / parameters.severity;
	const matrix = new Float64Array(size * size).fill(-prior / size);
	for (let j = 0; j < size; j++) matrix[j * size + j]! += prior;
	for (let i = 0; i < weight.length; i++) {
		const [from, to] = [start[i]!, start[i + 1]!];
		for (let k = from; k < to; k++) weight[i]! += scale[who[k]!]! * scale[who[k]!]!;
		for (let k = from; k < to; k++) {
			const j = who[k]!;
			const share = scale[j]! / weight[i]!;
			matrix[j * size + j]! += 1;
			for (let m = from; m < to; m++) matrix[j * size + who[m]!]! -= share * scale[who[m]!]!;
		}
	}
	return { parameters, weight, triangle: cholesky(matrix, size) };
}

/** Solves the system for values `y`, one a row of the table: usually the scores themselves. */
export function solve(table: Table, system: System, y: Float64Array): Solution {
	const { start, who } = table;
	const { scale } = system.parameters;
	const size = table.jurors.length;
	const right = new Float64Array(size);
	for (let i = 0; i < system.weight.length; i++) {
		let sum = 0;
		for (let k = start[i]!; k < start[i + 1]!; k++) sum += scale[who[k]!]! * y[k]!;
		sum /= system.weight[i]!;
		for (let k = start[i]!; k < start[i + 1]!; k++)
			right[who[k]!]! += y[k]! - scale[who[k]!]! * sum;
	}
	const level = solveWith(system.triangle, size, right);
	const quality = new Float64Array(system.weight.length);
	const rest = new Float64Array(y.length);
	for (let i = 0; i < quality.length; i++) {
		let sum = 0;
		for (let k = start[i]!; k < start[i + 1]!; k++) {
			rest[k] = y[k]! - level[who[k]!]!;
			sum += scale[who[k]!]! * rest[k]!;
		}
		quality[i] = sum / system.weight[i]!;
		for (let k = start[i]!; k < start[i + 1]!; k++) rest[k]! -= scale[who[k]!]! * quality[i]!;
	}
	return { level, quality, rest };
}

/** How sure the estimates are: variances and covariances in points². */
export interface Spread {
	/** Covariance of the jurors' levels, J × J. */
	level: Float64Array;
	quality: Float64Array;
	/** Covariance of each row's entry with its juror's level. */
	between: Float64Array;
	/** Variance of what the model expects in each row. */
	expected: Float64Array;
}

export function spreadOf(table: Table, system: System): Spread {
	const { start, who } = table;
	const { scale, noise } = system.parameters;
	const size = table.jurors.length;
	const level = inverseFrom(system.triangle, size);
	for (let c = 0; c < level.length; c++) level[c]! *= noise;
	const quality = new Float64Array(system.weight.length);
	const between = new Float64Array(who.length);
	const expected = new Float64Array(who.length);
	for (let i = 0; i < quality.length; i++) {
		let sum = 0;
		for (let k = start[i]!; k < start[i + 1]!; k++) {
			let towards = 0;
			for (let m = start[i]!; m < start[i + 1]!; m++)
				towards += level[who[k]! * size + who[m]!]! * scale[who[m]!]!;
			between[k] = -towards / system.weight[i]!;
			sum -= between[k]! * scale[who[k]!]!;
		}
		quality[i] = (noise + sum) / system.weight[i]!;
		for (let k = start[i]!; k < start[i + 1]!; k++) {
			const j = who[k]!;
			const g = scale[j]!;
			expected[k] = level[j * size + j]! + g * g * quality[i]! + 2 * g * between[k]!;
		}
	}
	return { level, quality, between, expected };
}
