import { type WhyNot, calibrate } from '../statistics';
import { deal } from './deal';
import { type Band, orderOf, type Outcome } from './outcome';
import { PLANS, type PlanName } from './plans';
import { run, type VariantName } from './run';

/** An entry near the cut: where it may stand, and where it truly stands. */
interface NearCut {
	entry: number;
	rank: number;
	low: number;
	high: number;
	chance: number;
	/** Its true place from 1. */
	truth: number;
	n: number;
}

/** What a page tells of one simulated world: plain data, so that it can be sent and kept. */
export interface WorldReport {
	variant: VariantName;
	seed: number;
	entries: number;
	jurors: number;
	shortlist: number;
	top: number;
	plans: { plan: PlanName; outcome: Outcome | null }[];
	/** Why calibration refused, with the number of jurors in each part of the jury. */
	refused: { reason: WhyNot['reason']; parts: number[] } | null;
	/** Jurors as the second wave knows them, mildest first: estimated and true severity, points. */
	jury: { juror: number; severity: number; se: number; truth: number; scale: number }[];
	/** Ranks around the cut after the second wave. */
	near: NearCut[];
	/** How many entries got 2, 3 … 10 scores. */
	spent: { scores: number; entries: number }[];
}

const NEAR = 24;

/** Judges one world in every way and tells what came of it. */
export function reportOf(variant: VariantName, seed: number): WorldReport {
	const { world, variant: setting, outcomes, said } = run(variant, seed);
	const best = said['adaptive-3']?.calibrated ?? null;
	const place = new Map(orderOf(world.quality).map((entry, k) => [entry, k + 1]));
	const usual = world.severity.reduce((sum, b) => sum + b, 0) / world.jurors;
	const { shortlist, top } = setting;
	const spent = new Map<number, number>();
	for (const { n } of best?.entries ?? []) spent.set(n, (spent.get(n) ?? 0) + 1);
	return {
		variant,
		seed,
		entries: world.quality.length,
		jurors: world.jurors,
		shortlist,
		top,
		plans: PLANS.map((plan) => ({ plan, outcome: outcomes[plan] })),
		refused: best ? null : refusalOf(calibrate(deal(world, 3, seed), { seed, cut: shortlist })),
		jury: (best?.jurors ?? [])
			.map(({ juror, severity, se, scale }) => ({
				...{ juror: juror + 1, severity, se, scale },
				truth: 7 * (world.severity[juror]! - usual)
			}))
			.sort((a, b) => a.severity - b.severity),
		near: (best?.entries ?? [])
			.toSorted((a, b) => a.rank - b.rank || a.entry - b.entry)
			.slice(Math.max(0, shortlist - NEAR), shortlist + NEAR)
			.map(({ entry, rank, low, high, chance, n }) => ({
				...{ entry: entry + 1, rank, low, high, chance, n },
				truth: place.get(entry)!
			})),
		spent: [...spent]
			.map(([scores, entries]) => ({ scores, entries }))
			.sort((a, b) => a.scores - b.scores)
	};
}

function refusalOf(answer: ReturnType<typeof calibrate>): WorldReport['refused'] {
	if (answer.ok) return null;
	const { why } = answer;
	return {
		reason: why.reason,
		parts: why.reason === 'not-connected' ? why.components.map(({ jurors }) => jurors.length) : []
	};
}

/** Bands of several worlds together. */
export const together = (bands: readonly Band[][]): Band[] =>
	bands.length
		? bands[0]!.map((_, tenth) =>
				bands
					.map((ten) => ten[tenth]!)
					.reduce((sum, band) => ({
						entries: sum.entries + band.entries,
						stated: sum.stated + band.stated,
						seen: sum.seen + band.seen
					}))
			)
		: [];
