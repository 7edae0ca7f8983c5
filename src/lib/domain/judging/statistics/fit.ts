import { leap } from './leap';
import type { Table } from './observation';
import { type Parameters, type Solution, type Spread, solve, spreadOf, systemOf } from './solve';
import type { System } from './solve';

/** How far jurors' scales usually lie from 1; a prior, so that few scores cannot bend a scale. */
const SCALE_SPREAD = 0.25;
const MOST_ROUNDS = 1000;

export interface Fit extends Solution {
	/** Points of the usual juror for an entry of middling quality. */
	middle: number;
	parameters: Parameters;
	system: System;
	spread: Spread;
	/** Rounds of the search, and whether it came to rest. */
	rounds: number;
	settled: boolean;
}

/**
 * Fits the model by EM with the exact posterior in every round: restricted maximum likelihood for the
 * three variances, most probable scales, walked with SQUAREM. Only + − × ÷ √ are used, so that
 * every machine finds the same digits.
 * @param scales whether jurors' scales are looked for, or all are 1
 */
export function fit(table: Table, { scales = true, exact = 1e-9, from }: FitOptions = {}): Fit {
	const total = varianceOf(table.x);
	const least = total * 1e-9;
	let parameters = from ?? {
		quality: total / 2,
		severity: total / 4,
		noise: total / 4,
		scale: new Float64Array(table.jurors.length).fill(1)
	};
	let walked: Parameters[] = [parameters];
	for (let rounds = 1; ; rounds++) {
		const system = systemOf(table, parameters);
		const solution = solve(table, system, table.x);
		const spread = spreadOf(table, system);
		const better = improved(table, system, solution, spread, { scales, least });
		const settled = movedBy(parameters, better, total) < exact;
		if (settled || rounds === MOST_ROUNDS)
			return {
				...solution,
				middle: meanOf(solution.level),
				parameters,
				system,
				spread,
				rounds,
				settled
			};
		parameters = better;
		walked.push(better);
		if (walked.length === 3) {
			parameters = leap(walked[0]!, walked[1]!, better) ?? better;
			walked = [parameters];
		}
	}
}

interface FitOptions {
	scales?: boolean;
	/** Change at which the search rests, as a share of all variance. */
	exact?: number;
	/** Where to begin: what an earlier fit with fewer scores found. */
	from?: Parameters;
}

/** One round of EM: the parameters that fit the expected squares. */
function improved(
	table: Table,
	{ parameters }: System,
	{ level, quality, rest }: Solution,
	spread: Spread,
	{ scales, least }: { scales: boolean; least: number }
): Parameters {
	const size = table.jurors.length;
	const middle = meanOf(level);
	let ofQuality = 0;
	for (let i = 0; i < quality.length; i++)
		ofQuality += quality[i]! * quality[i]! + spread.quality[i]!;
	let ofLevel = 0;
	let together = 0;
	for (let j = 0; j < size; j++) {
		ofLevel += (level[j]! - middle) ** 2 + spread.level[j * size + j]!;
		for (let m = 0; m < size; m++) together += spread.level[j * size + m]!;
	}
	let ofNoise = 0;
	for (let k = 0; k < rest.length; k++) ofNoise += rest[k]! * rest[k]! + spread.expected[k]!;
	const noise = Math.max(least, ofNoise / rest.length);
	const scale = scales ? scalesOf(table, { level, quality, spread, noise }) : parameters.scale;
	const usual = scales ? meanOf(scale) : 1;
	return {
		quality: Math.max(least, (ofQuality / quality.length) * usual * usual),
		severity: Math.max(least, (ofLevel - together / size) / (size - 1)),
		noise,
		scale: scale.map((g) => Math.min(4, Math.max(0.05, g / usual)))
	};
}

/** Regression of each juror's scores on the qualities, drawn towards 1 by the prior. */
function scalesOf(
	table: Table,
	{ level, quality, spread, noise }: Pick<Fit, 'level' | 'quality' | 'spread'> & { noise: number }
): Float64Array {
	const prior = noise / SCALE_SPREAD ** 2;
	const above = new Float64Array(table.jurors.length).fill(prior);
	const below = new Float64Array(table.jurors.length).fill(prior);
	for (let i = 0; i < quality.length; i++)
		for (let k = table.start[i]!; k < table.start[i + 1]!; k++) {
			const j = table.who[k]!;
			above[j]! += (table.x[k]! - level[j]!) * quality[i]! - spread.between[k]!;
			below[j]! += quality[i]! * quality[i]! + spread.quality[i]!;
		}
	return above.map((sum, j) => sum / below[j]!);
}

/** The largest change, of variances as a share of all variance. */
function movedBy(before: Parameters, after: Parameters, total: number): number {
	let most = 0;
	for (const name of ['quality', 'severity', 'noise'] as const)
		most = Math.max(most, Math.abs(after[name] - before[name]) / total);
	after.scale.forEach((g, j) => (most = Math.max(most, Math.abs(g - before.scale[j]!))));
	return most;
}

const meanOf = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0) / values.length;

function varianceOf(values: Float64Array): number {
	const middle = meanOf(values);
	return values.reduce((sum, x) => sum + (x - middle) ** 2, 0) / values.length;
}
