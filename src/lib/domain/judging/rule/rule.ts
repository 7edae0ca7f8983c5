import { canonical } from '../../audit/canonical';
import { methodVersions } from '../methods';
import type { RoundPlan } from '../round';

/** SHA-256 of a text in UTF-8, hexadecimal; handed in, because only the archive has it. */
export type Digest = (text: string) => string;

/** Raised when figures, order or selection are reckoned differently. */
const RESULT_VERSION = 1;
/** Raised when codes or seeds are made differently. */
const DRAW_VERSION = 1;

/** One entry of a field, as the rule commits to it. */
export interface FieldLine {
	/** Number as it was given to the entrant. */
	number: string;
	version: number;
	categoryId: string;
	channel: string;
	town: string | null;
}

/** Everything a round’s result follows from, besides the scores. */
export interface Rule {
	v: 1;
	/** Contest and edition, as in the address. */
	edition: string;
	round: number;
	plan: RoundPlan;
	versions: { method: number; result: number; draw: number };
	/** What holds where calibration refuses; null where nothing is calibrated. */
	fallback: 'mean' | null;
	field: { count: number; digest: string };
	jurors: { count: number; digest: string };
	/** Public chance from which, with the log, the seed is made: named before it is known. */
	chance: string | null;
}

/** Commits to a field: the lines sorted, so that the order they were read in changes nothing. */
const fieldDigest = (lines: readonly FieldLine[], digest: Digest): string =>
	digest(
		lines
			.map(({ number, version, categoryId, channel, town }) =>
				canonical([number, version, categoryId, channel, town])
			)
			.sort()
			.join('\n')
	);

/** Commits to a panel by the labels of its jurors. */
const jurorsDigest = (labels: readonly string[], digest: Digest): string =>
	digest([...labels].sort().join('\n'));

/** The rule of a round as it is published and hashed. */
export function ruleOf(
	facts: {
		edition: string;
		ordinal: number;
		plan: RoundPlan;
		field: readonly FieldLine[];
		jurors: readonly string[];
		chance: string | null;
	},
	digest: Digest
): Rule {
	const { edition, ordinal, plan, field, jurors, chance } = facts;
	return {
		v: 1,
		edition,
		round: ordinal,
		plan,
		versions: {
			method: methodVersions[plan.method],
			result: RESULT_VERSION,
			draw: DRAW_VERSION
		},
		fallback: plan.aggregate === 'calibrated' ? 'mean' : null,
		field: { count: field.length, digest: fieldDigest(field, digest) },
		jurors: { count: jurors.length, digest: jurorsDigest(jurors, digest) },
		chance
	};
}

export const ruleText = (rule: Rule): string => canonical(rule);
