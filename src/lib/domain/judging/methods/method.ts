import type { Refusal } from '../../refusal';
import type { MethodKey, RoundPlan } from '../round';
import type { Scored, Sheet } from '../sheet';

/** A way of judging: all that differs between them is here. */
export interface Method {
	key: MethodKey;
	/** Every reason against a plan that would use it. */
	plan(plan: RoundPlan): Refusal[];
	/** Every reason against a sheet: what is impossible always, what is missing when it is `whole`. */
	check(plan: RoundPlan, sheet: Sheet, whole: boolean): Refusal[];
	/** Units (ten-thousandths of a point) of a sheet; null while it is not whole. */
	total(plan: RoundPlan, sheet: Sheet): number | null;
	/** Units of every sheet of one juror, by task, when all are known; sheets not whole are left out. */
	settle(plan: RoundPlan, sheets: readonly Scored[]): Map<string, number>;
}
