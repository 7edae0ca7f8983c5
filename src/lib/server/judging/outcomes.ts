import type { Outcome } from '$lib/domain/judging/decision/proposal';
import type { Db, Reader } from '../db/open';
import { resultsOf } from './results';

/**
 * What the rule makes of each entry of a round, as decisions are made on.
 * @param db whose memory of results is asked first; a transaction has none of its own
 */
export async function outcomesOf(reader: Reader, roundId: string, db: Db): Promise<Outcome[]> {
	const found = await resultsOf(reader, roundId, db);
	if (!found) return [];
	const { field, of } = found;
	return field
		.map(({ entryId, categoryId }) => {
			const { place, units, selected, tie } = of.get(entryId)!;
			return { entry: entryId, category: categoryId, place, figure: units, selected, tie };
		})
		.sort((a, b) => a.place - b.place || (a.entry < b.entry ? -1 : 1));
}
