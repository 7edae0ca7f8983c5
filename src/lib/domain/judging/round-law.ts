import type { Refusal } from '../refusal';
import type { RoundPlan } from './round';

/** What the parts of a round’s plan say against each other, each at the input that should be mended. */
export function* roundTrouble(plan: RoundPlan): Generator<Refusal> {
	const { criteria, scale, selection, trimming, ties, adaptive, dates } = plan;
	const ids = criteria.map(({ id }) => id);
	for (const [at, { id, anchors }] of criteria.entries()) {
		if (ids.indexOf(id) < at) yield { field: `criteria.${at}.id`, reason: 'double' };
		for (const [n, anchor] of anchors.entries()) {
			const field = `criteria.${at}.anchors.${n}.at`;
			if (anchor.at < scale.min || anchor.at > scale.max) yield { field, reason: 'off-scale' };
			else if (anchors.findIndex((one) => one.at === anchor.at) < n)
				yield { field, reason: 'double' };
		}
	}
	if (criteria.length && criteria.reduce((sum, { weight }) => sum + weight, 0) !== 100)
		yield { field: 'criteria', reason: 'not-hundred' };
	if (scale.min >= scale.max) yield { field: 'scale.max', reason: 'less-than-least' };
	if (trimming.from <= trimming.high + trimming.low)
		yield { field: 'trimming.from', reason: 'nothing-left' };
	if (plan.aggregate === 'trimmed' && trimming.high + trimming.low === 0)
		yield { field: 'trimming.high', reason: 'missing' };
	if (plan.aggregate === 'trimmed' && plan.perEntry < trimming.from)
		yield { field: 'perEntry', reason: 'too-few-to-trim', detail: { from: trimming.from } };
	if (selection.count === null && selection.least === null)
		yield { field: 'selection.count', reason: 'missing' };
	if (adaptive.on && adaptive.most <= plan.perEntry)
		yield { field: 'adaptive.most', reason: 'less-than-least' };
	for (const [at, tie] of ties.entries()) {
		const again = ties.findIndex((one) => one.by === tie.by && one.criterion === tie.criterion);
		if (again < at) yield { field: `ties.${at}`, reason: 'double' };
		if (tie.by === 'criterion' && !ids.includes(tie.criterion ?? ''))
			yield { field: `ties.${at}.criterion`, reason: 'unknown' };
		if ((tie.by === 'lot' || tie.by === 'committee') && at < ties.length - 1)
			yield { field: `ties.${at}`, reason: 'must-be-last' };
	}
	if (dates.opensAt !== null && dates.closesAt !== null && dates.closesAt <= dates.opensAt)
		yield { field: 'dates.closesAt', reason: 'before-what-precedes' };
}
