import type { Refusal } from '../../refusal';
import { UNIT } from '../round';
import type { RoundPlan } from '../round';
import type { Sheet } from '../sheet';
import type { Method } from './method';
import { settled } from './weighted';

function check(_: RoundPlan, { verdict }: Sheet, whole: boolean): Refusal[] {
	if (verdict === null) return whole ? [{ field: 'verdict', reason: 'missing' }] : [];
	return verdict === 'yes' || verdict === 'no' ? [] : [{ field: 'verdict', reason: 'unknown' }];
}

const total = (plan: RoundPlan, sheet: Sheet): number | null =>
	check(plan, sheet, true).length ? null : sheet.verdict === 'yes' ? 100 * UNIT : 0;

/** Yes or no: a yes is a hundred points, so that the mean is the share of yes in percent. */
export const yesNo: Method = {
	key: 'yes-no',
	plan: ({ aggregate }) =>
		aggregate === 'calibrated' ? [{ field: 'aggregate', reason: 'not-with-method' }] : [],
	check,
	total,
	settle: (plan, sheets) => settled(sheets, (sheet) => total(plan, sheet))
};
