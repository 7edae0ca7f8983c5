import { redirect } from '@sveltejs/kit';
import { formatEntries, fromStart } from '$lib/domain/contests/filter-entries';
import { href } from '$lib/domain/locale';
import { linesByRow, rowsOf } from '$lib/server/contests/list';
import { freshenLines } from '$lib/server/contests/entry-lines';
import { editionAsked } from '../asked.server';
import type { RequestHandler } from './$types';

/** Opens the first entry of a list: where checking begins. */
export const GET: RequestHandler = async ({ url, locals: { db, locale } }) => {
	const { query } = await editionAsked(db, url.searchParams);
	await freshenLines(db, query.edition);
	const [first] = await linesByRow(db, await rowsOf(db, query, { limit: 1 }));
	const search = formatEntries(fromStart(query));
	redirect(303, href(locale, `/studio/entries${first ? `/${first.id}` : ''}`) + search);
};
