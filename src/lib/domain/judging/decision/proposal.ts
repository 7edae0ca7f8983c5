import type { DecisionVerdict } from '../state';
import { awardByRule } from './awards';
import type { Placed, Prize, Vacancy } from './awards';

/** What the rule says of an entry before anybody decides. */
export interface Outcome extends Placed {
	/** Whether it goes on; null where equal entries want fewer places than there are. */
	selected: boolean | null;
	/** Which tie rule placed it, where one did. */
	tie: string | null;
}

export interface Proposed extends Outcome {
	/** Null where the committee has to say. */
	verdict: DecisionVerdict | null;
	prize: string | null;
}

/**
 * What becomes of every entry by the rule alone.
 * @param prizes of the last round; null for a round that others follow
 */
export function propose(
	outcomes: readonly Outcome[],
	prizes: readonly Prize[] | null
): { proposed: Proposed[]; vacancies: Vacancy[] } {
	if (!prizes)
		return {
			proposed: outcomes.map((outcome) => ({
				...outcome,
				verdict: outcome.selected === null ? null : outcome.selected ? 'advance' : 'stop',
				prize: null
			})),
			vacancies: []
		};
	const { awards, vacancies } = awardByRule(outcomes, prizes);
	return {
		proposed: outcomes.map((outcome, at) => {
			const { prize, tied } = awards[at]!;
			return { ...outcome, verdict: tied ? null : prize ? 'award' : 'stop', prize };
		}),
		vacancies
	};
}

/** A decision as somebody types it. */
export interface Deciding {
	verdict: DecisionVerdict;
	prize: string | null;
	why: string;
}

/** Longest reason and note in characters. */
export const decisionMost = { why: 500, note: 2000 } as const;

/** Why a decision on one entry may not be made; null when it may. */
export function decidingTrouble(
	{ verdict, prize, why }: Deciding,
	proposed: Pick<Proposed, 'verdict' | 'prize' | 'figure'>,
	{ decides, last }: { decides: 'rule' | 'committee'; last: boolean }
): { field: string; reason: string } | null {
	if (last ? verdict === 'advance' : verdict === 'award')
		return { field: 'verdict', reason: 'unknown' };
	if ((verdict === 'award') !== (prize !== null)) return { field: 'prize', reason: 'missing' };
	const same = proposed.verdict === verdict && proposed.prize === prize;
	if (decides === 'rule' && proposed.verdict !== null && !same)
		return { field: 'verdict', reason: 'rule-decides' };
	if (!same && !why.trim()) return { field: 'why', reason: 'missing' };
	if (why.length > decisionMost.why) return { field: 'why', reason: 'too-long' };
	return null;
}
