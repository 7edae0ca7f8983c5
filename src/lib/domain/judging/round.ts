import type { Bilingual } from '../text';

/** How a juror says what an entry is worth; each is a module in `methods/`. */
export const methodKeys = ['weighted', 'yes-no', 'ranking', 'stage'] as const;
export type MethodKey = (typeof methodKeys)[number];

/** How the scores of an entry become one figure. */
export const aggregates = ['mean', 'trimmed', 'calibrated'] as const;
export type Aggregate = (typeof aggregates)[number];

/** Whether a juror sees what others scored. */
export const sights = ['never', 'after-own', 'always'] as const;

/** One thing that is judged. */
export interface Criterion {
	id: string;
	title: Bilingual;
	about: Bilingual | null;
	/** Whole percent; all of a round are 100 together. */
	weight: number;
	/** What a score means in words, from low to high: what is a 60, a 75, a 90. */
	anchors: { at: number; text: Bilingual }[];
}

/** What decides between equal figures, in the order stated. */
export const tieKinds = [
	/** The higher mean of one criterion. */
	'criterion',
	/** The plain mean, where the figure is another. */
	'mean',
	/** The median score. */
	'median',
	/** The higher of the best scores. */
	'highest',
	/** The higher of the worst scores. */
	'lowest',
	/** A lot drawn from the round’s public seed. */
	'lot',
	/** A vote of the committee, kept as a decision. */
	'committee'
] as const;
export interface Tie {
	by: (typeof tieKinds)[number];
	/** Id of the criterion, for `criterion`. */
	criterion?: string | undefined;
}

/** Within what a cut or quota counts. */
export const withins = ['all', 'category', 'channel', 'town'] as const;
type Within = (typeof withins)[number];

/** Who goes on: so many of the whole field or of each group, from a least figure on. */
export interface Selection {
	within: Within;
	/** How many of each group; null where only the least figure decides. */
	count: number | null;
	/** Other numbers for single groups, by their id. */
	quotas: Record<string, number>;
	/** Points an entry needs at least; null for none. A place nobody reaches stays empty (空缺). */
	least: number | null;
}

/** Everything an organizer decides about one round (轮次), as one document. */
export interface RoundPlan {
	title: Bilingual;
	method: MethodKey;
	criteria: Criterion[];
	/** Points; `decimals` places may be given. */
	scale: { min: number; max: number; decimals: 0 | 1 | 2 };
	/** Scores each entry is to get. */
	perEntry: number;
	aggregate: Aggregate;
	/** So many of the highest and the lowest scores are left out where there are at least `from`. */
	trimming: { high: number; low: number; from: number };
	selection: Selection;
	ties: Tie[];
	/** Whether jurors see who made a work. */
	names: 'hidden' | 'shown';
	others: (typeof sights)[number];
	/** Whether jurors may write comments to each other. */
	talk: boolean;
	/** Who decides on who goes on: the office by the rule, or the committee after deliberation. */
	decides: 'rule' | 'committee';
	/** Share of the film to be watched before a score may be locked; 0 asks nothing. */
	watch: number;
	/** Entries that all jurors score first and then discuss; 0 for none. */
	sample: number;
	/** Share of a juror’s entries shown once more, unsaid; 0 … 0.05. */
	repeats: number;
	/** Further scores where the cut is uncertain: at most so many an entry. */
	adaptive: { on: boolean; most: number };
	/** Whether an entry goes only to jurors who know its category. */
	expertise: boolean;
	/** Whether a juror from the entry’s town is in conflict. */
	townConflict: boolean;
	dates: { opensAt: number | null; closesAt: number | null };
}

/** Points are counted in ten-thousandths: a mark has at most two decimals, a weight is a whole percent. */
export const UNIT = 10_000;

/** Longest and largest a plan may be. */
export const roundMost = {
	criteria: 12,
	anchors: 8,
	perEntry: 40,
	trimmed: 5,
	sample: 12,
	repeats: 0.05,
	rounds: 8,
	ties: 8
} as const;
