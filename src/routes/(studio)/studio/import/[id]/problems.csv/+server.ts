import { problemsCsv } from '$lib/server/import/tell';
import { examine } from '$lib/server/studio/import';
import { importing as en } from '$lib/words/en/import';
import { importing as zh } from '$lib/words/zh/import';
import { choiceOf, tableOf } from '../asked.server';
import type { RequestHandler } from './$types';

/** Every problem of a table as a sheet that Excel and WPS open. */
export const GET: RequestHandler = async ({ params, url, locals }) => {
	const table = await tableOf(params.id, locals);
	const { issues } = await examine(locals.db, table.bytes, table.name, choiceOf(url.searchParams));
	return new Response(problemsCsv(issues, locals.locale === 'en' ? en : zh), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="problems.csv"',
			'cache-control': 'private, no-store'
		}
	});
};
