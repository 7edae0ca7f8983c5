import type { Refusal } from '../../refusal';
import { UNIT } from '../round';
import type { RoundPlan } from '../round';
import type { Sheet } from '../sheet';
import type { Method } from './method';

/** Longest list a juror puts in order. */
const MOST = 10_000;

function check(_: RoundPlan, { rank }: Sheet, whole: boolean): Refusal[] {
	if (rank === null) return whole ? [{ field: 'rank', reason: 'missing' }] : [];
	if (typeof rank !== 'number' || !Number.isFinite(rank))
		return [{ field: 'rank', reason: 'not-a-number' }];
	if (!Number.isInteger(rank)) return [{ field: 'rank', reason: 'too-fine' }];
	return rank >= 1 && rank <= MOST ? [] : [{ field: 'rank', reason: 'off-scale' }];
}

/**
 * Ranking by Borda: of a juror's n entries the best has a hundred points, the last none, the others
 * stand evenly between; entries at one place share what their places have. A single one has fifty.
 */
export const ranking: Method = {
	key: 'ranking',
	plan: ({ aggregate }) =>
		aggregate === 'calibrated' ? [{ field: 'aggregate', reason: 'not-with-method' }] : [],
	check,
	total: () => null,
	settle(plan, sheets) {
		const told = sheets.filter(({ sheet }) => !check(plan, sheet, true).length);
		const at = new Map<number, number>();
		for (const { sheet } of told) at.set(sheet.rank!, (at.get(sheet.rank!) ?? 0) + 1);
		// Twice the number of entries behind each place, those beside it counted half.
		const behind = new Map<number, number>();
		let worse = 0;
		for (const rank of [...at.keys()].sort((a, b) => b - a)) {
			const here = at.get(rank)!;
			behind.set(rank, 2 * worse + here - 1);
			worse += here;
		}
		const most = 2 * (told.length - 1);
		const units = (twice: number) =>
			most === 0 ? 50 * UNIT : Math.floor((2 * 100 * UNIT * twice + most) / (2 * most));
		return new Map(told.map(({ task, sheet }) => [task, units(behind.get(sheet.rank!)!)]));
	}
};
