import type { Refusal } from '../../refusal';
import type { RoundPlan } from '../round';
import type { Scored, Sheet } from '../sheet';
import { markTrouble } from './mark';
import type { Method } from './method';

const hasOwn = (marks: Sheet['marks'], id: string): boolean => Object.hasOwn(marks, id);

function check({ criteria, scale }: RoundPlan, sheet: Sheet, whole: boolean): Refusal[] {
	const { min, max, decimals } = scale;
	const refusals: Refusal[] = [];
	for (const { id } of criteria) {
		const field = `marks.${id}`;
		if (!hasOwn(sheet.marks, id)) {
			if (whole) refusals.push({ field, reason: 'missing' });
			continue;
		}
		const reason = markTrouble(sheet.marks[id], scale);
		if (reason) refusals.push({ field, reason, detail: { min, max, decimals } });
	}
	for (const id of Object.keys(sheet.marks))
		if (!criteria.some((one) => one.id === id))
			refusals.push({ field: `marks.${id}`, reason: 'unknown' });
	return refusals;
}

/** A percent of a hundredth of a point is the unit itself, so the sum is exact. */
function total(plan: RoundPlan, sheet: Sheet): number | null {
	if (check(plan, sheet, true).length) return null;
	return plan.criteria.reduce((sum, { id, weight }) => sum + weight * sheet.marks[id]!, 0);
}

/** Weighted criteria: the weighted sum of the marks. */
export const weighted: Method = {
	key: 'weighted',
	plan: ({ criteria }) => (criteria.length ? [] : [{ field: 'criteria', reason: 'missing' }]),
	check,
	total,
	settle: (plan, sheets) => settled(sheets, (sheet) => total(plan, sheet))
};

/** Totals of the sheets that are whole. */
export const settled = (
	sheets: readonly Scored[],
	totalOf: (sheet: Sheet) => number | null
): Map<string, number> =>
	new Map(
		sheets.flatMap(({ task, sheet }) => {
			const units = totalOf(sheet);
			return units === null ? [] : [[task, units] as const];
		})
	);
