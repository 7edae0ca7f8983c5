import { error } from '@sveltejs/kit';
import { columnsOffered, questionColumns, usualColumns } from '$lib/domain/contests/export-entries';
import { FILE_PATTERN } from '$lib/domain/contests/file-pattern';
import { entryFacets, formatEntries, fromStart } from '$lib/domain/contests/filter-entries';
import { listEntries } from '$lib/server/contests/list';
import { packageSize } from '$lib/server/contests/package';
import { editionAsked } from '../asked.server';
import type { PageServerLoad } from './$types';

/** What may be taken along of the entries a list keeps. */
export const load: PageServerLoad = async ({ url, locals: { db, who } }) => {
	const { edition, plan, query } = await editionAsked(db, url.searchParams);
	if (!edition || !plan) error(404, { message: 'missing' });
	const { tally } = await listEntries(db, who, fromStart(query));
	return {
		edition,
		total: tally.total,
		search: formatEntries(fromStart(query)),
		/** The conditions of the list, as hidden fields of a form. */
		conditions: [
			['edition', query.edition],
			['q', query.q],
			...entryFacets.map((facet) => [facet, query.chosen[facet].join(',')]),
			['sort', `${query.down ? '-' : ''}${query.sort}`]
		].filter(([, value]) => value) as [string, string][],
		offered: columnsOffered(plan),
		usual: usualColumns as readonly string[],
		questions: [...questionColumns(plan, false), ...questionColumns(plan, true)].map(
			({ id, label }) => ({ id, label })
		),
		pattern: FILE_PATTERN,
		sizes: {
			films: await packageSize(db, who, query, 'films'),
			all: await packageSize(db, who, query, 'all')
		}
	};
};
