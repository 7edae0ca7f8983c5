import { cholesky, solveWith } from './cholesky';
import type { Observation } from './observation';
import type { Parameters } from './solve';

/**
 * Restricted log-likelihood of scores by the textbook, without any shortcut: all n × n covariances.
 * For tests only, to compare with.
 */
export function likelihood(
	observations: readonly Observation[],
	{ quality, severity, noise }: Pick<Parameters, 'quality' | 'severity' | 'noise'>
): number {
	const n = observations.length;
	const v = new Float64Array(n * n);
	observations.forEach((a, i) =>
		observations.forEach((b, j) => {
			v[i * n + j] =
				(a.entry === b.entry ? quality : 0) +
				(a.juror === b.juror ? severity : 0) +
				(i === j ? noise : 0);
		})
	);
	const l = cholesky(v, n);
	const x = Float64Array.from(observations, (observation) => observation.x);
	const one = new Float64Array(n).fill(1);
	const dot = (a: Float64Array, b: Float64Array) =>
		a.reduce((sum, value, i) => sum + value * b[i]!, 0);
	const [solvedOne, solvedX] = [solveWith(l, n, one), solveWith(l, n, x)];
	const weight = dot(one, solvedOne);
	const left = dot(x, solvedX) - dot(one, solvedX) ** 2 / weight;
	const determinant = x.reduce((sum, _, i) => sum + 2 * Math.log(l[i * n + i]!), 0);
	return -(determinant + Math.log(weight) + left) / 2;
}
