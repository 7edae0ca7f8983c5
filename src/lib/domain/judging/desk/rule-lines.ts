import type { RoundPlan } from '../round';

/** One sentence of the rules in plain words: which, and what stands in it. */
export type RuleLine =
	| { say: 'weighted'; criteria: number; min: number; max: number; decimals: number }
	| { say: 'yes-no' | 'ranking' | 'stage' }
	| { say: 'perEntry'; count: number }
	| { say: 'mean' | 'calibrated' | 'committee' | 'talk' }
	| { say: 'trimmed'; high: number; low: number; from: number }
	| { say: 'count'; count: number; within: RoundPlan['selection']['within'] }
	| { say: 'least'; points: number }
	| { say: 'names'; names: RoundPlan['names'] }
	| { say: 'others'; others: RoundPlan['others'] }
	| { say: 'watch'; percent: number }
	| { say: 'sample'; count: number };

/** How a round is judged, sentence by sentence. */
export function ruleLines(plan: RoundPlan): RuleLine[] {
	const { criteria, scale, method, trimming, selection } = plan;
	const lines: RuleLine[] = [
		method === 'weighted'
			? { say: 'weighted', criteria: criteria.length, ...scale }
			: { say: method }
	];
	if (plan.watch > 0) lines.push({ say: 'watch', percent: Math.ceil(plan.watch * 100) });
	if (plan.sample > 0) lines.push({ say: 'sample', count: plan.sample });
	lines.push({ say: 'names', names: plan.names }, { say: 'others', others: plan.others });
	if (plan.talk) lines.push({ say: 'talk' });
	return [...lines, ...useLines({ ...plan, trimming, selection })];
}

/** What becomes of the scores, sentence by sentence. */
function useLines({ perEntry, aggregate, trimming, selection, decides }: RoundPlan): RuleLine[] {
	const lines: RuleLine[] = [{ say: 'perEntry', count: perEntry }];
	if (aggregate === 'trimmed') lines.push({ say: 'trimmed', ...trimming });
	else lines.push({ say: aggregate });
	const { count, within, least } = selection;
	if (count !== null) lines.push({ say: 'count', count, within });
	if (least !== null) lines.push({ say: 'least', points: least });
	if (decides === 'committee') lines.push({ say: 'committee' });
	return lines;
}
