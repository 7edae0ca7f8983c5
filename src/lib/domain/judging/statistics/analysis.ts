import { type Pair, pairsOf } from './agreement';
import {
	type Calibrated,
	type CalibratedEntry,
	type CalibratedJuror,
	calibrate
} from './calibrate';
import type { Observation } from './observation';
import { type Effect, orderEffects } from './order-effect';
import { type Outlier, outliersOf, restlessness } from './outliers';
import { type Consistency, consistencyOf } from './repeats';
import type { WhyNot } from './refuse';

/** What is asked about a round: plain data, so that it can be sent to where it is reckoned. */
export interface AnalysisTask {
	observations: Observation[];
	/** What jurors gave when an entry was shown to them again; calibrates nothing. */
	repeats: Observation[];
	/** Group of each entry by its number, and how many of each group are wanted. */
	groups: string[];
	cuts: Record<string, number>;
	seed: string;
}

interface JurorAnalysis extends CalibratedJuror {
	/** Mean square of the standardised residuals; 1 is as expected. */
	restless: number;
	/** Change of the points over ten entries watched. */
	perTen: Effect | null;
	/** Standard deviation between two looks at the same entry. */
	own: number | null;
}

export interface AnalysisTold {
	/** Null where calibration refused; `why` says it. */
	calibrated: {
		entries: CalibratedEntry[];
		jurors: JurorAnalysis[];
		components: Calibrated['components'];
		pairs: Pair[];
		outliers: Outlier[];
		perTen: Effect | null;
		firstFive: Effect | null;
	} | null;
	why: WhyNot | null;
	consistency: Consistency;
}

/** Everything the office is told about the scores of a round. */
export function analyse({ observations, repeats, groups, cuts, seed }: AnalysisTask): AnalysisTold {
	const again = new Set(repeats.map(({ entry, juror }) => `${entry} ${juror}`));
	const consistency = consistencyOf([
		...observations.filter(({ entry, juror }) => again.has(`${entry} ${juror}`)),
		...repeats
	]);
	const answer = calibrate(observations, {
		seed,
		cut: cuts,
		groups: (entry) => groups[entry] ?? ''
	});
	if (!answer.ok) return { calibrated: null, why: answer.why, consistency };
	const { entries, jurors, components, table, fit } = answer;
	const restless = restlessness(table, fit);
	const order = orderEffects(table, fit);
	// Whoever gives everything the same points neither agrees nor disagrees.
	const flat = new Set(jurors.filter(({ constant }) => constant).map(({ juror }) => juror));
	const own = new Map(consistency.jurors.map(({ juror, own }) => [juror, own]));
	return {
		calibrated: {
			entries,
			components,
			jurors: jurors.map((juror, j) => ({
				...juror,
				restless: restless[j]!,
				perTen: order.jurors[j]!.perTen,
				own: own.get(juror.juror) ?? null
			})),
			pairs: pairsOf(table, fit).filter(({ a, b }) => !flat.has(a) && !flat.has(b)),
			outliers: outliersOf(table, fit),
			perTen: order.perTen,
			firstFive: order.firstFive
		},
		why: null,
		consistency
	};
}
