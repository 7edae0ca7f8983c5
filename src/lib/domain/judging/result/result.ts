import type { RoundPlan } from '../round';
import type { Sheet } from '../sheet';
import type { WhyNot } from '../statistics';
import type { Ratio } from './ratio';

/** What a result is reckoned from; entries by code, jurors by label. */
export interface Scores {
	plan: RoundPlan;
	seed: string;
	entries: readonly { code: string; group: string }[];
	sheets: readonly { code: string; juror: string; sheet: Sheet }[];
}

/** One score of an entry as it counted. */
export interface Counted {
	juror: string;
	units: number;
	/** By criterion, in hundredths of a point. */
	marks: Readonly<Record<string, number>>;
	/** Left out as one of the highest or lowest. */
	out: 'high' | 'low' | null;
}

/** What the rule makes of one entry. */
export interface EntryResult {
	code: string;
	group: string;
	/** Highest first. */
	scores: Counted[];
	mean: Ratio | null;
	/** What decides; null without any score. */
	figure: Ratio | null;
	/** The figure in whole units, halves up. */
	units: number | null;
	/** Trimming is the rule, but there were too few scores for it. */
	untrimmed: boolean;
	/** From 1; entries that nothing could part share a place; those without figure the last. */
	place: number;
	/** The same among its group. */
	groupPlace: number;
	/** Which tie rule placed it, `criterion:theme` or `lot`; null where its figure was enough. */
	tie: string | null;
	/** Whether it goes on; null where equal entries want fewer places than there are. */
	selected: boolean | null;
}

export interface Result {
	/** By place, then by code. */
	entries: EntryResult[];
	/** Which aggregate the figures are. */
	by: RoundPlan['aggregate'];
	/** Why calibration refused, where the mean stands in for it. */
	refused: WhyNot | null;
	/** Places of each group: how many there are, were given, and wait for the committee. */
	groups: { group: string; places: number | null; selected: number; open: number }[];
}
