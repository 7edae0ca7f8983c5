import { ELSEWHERE } from '$lib/domain/contests/entry';
import { axisOf } from '$lib/domain/chart-axis';
import { allEntries, formatEntries } from '$lib/domain/contests/filter-entries';
import { statisticsOf } from '$lib/server/contests/statistics';
import type { Counted } from '$lib/server/contests/statistics';
import { editionAsked, namesFor } from '../asked.server';
import type { PageServerLoad } from './$types';

/** The numbers of an edition, each list with the axis it is drawn on. */
export const load: PageServerLoad = async ({ url, locals: { db, who } }) => {
	const { editions, edition, plan, query } = await editionAsked(db, url.searchParams);
	const found = edition && (await statisticsOf(db, who, edition.id));
	const drawn = (rows: readonly Counted[]) => ({ rows, axis: axisOf(rows.map(({ n }) => n)) });
	return {
		editions,
		edition,
		elsewhere: ELSEWHERE,
		names: await namesFor(db, plan),
		search: formatEntries({ ...allEntries, edition: query.edition }),
		stats: found && {
			...{ counted: found.counted, drafts: found.drafts, withdrawn: found.withdrawn },
			moreUnits: found.moreUnits,
			category: drawn(found.category),
			channel: drawn(found.channel),
			town: drawn(found.town),
			unit: drawn(found.unit),
			state: drawn(found.state),
			day: drawn(found.day),
			years: { rows: found.years, axis: axisOf(found.years.map(({ value }) => value)) }
		}
	};
};
