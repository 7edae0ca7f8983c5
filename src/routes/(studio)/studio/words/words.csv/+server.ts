import { error } from '@sveltejs/kit';
import { mayConfigure } from '$lib/domain/people/may';
import { allWords } from '$lib/server/studio/word-list';
import { tableOf } from '$lib/server/studio/word-table';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { db, who } }) => {
	if (!mayConfigure(who)) error(403, { message: 'not-allowed' });
	return new Response(tableOf(await allWords(db)), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="words.csv"',
			'cache-control': 'private, no-store'
		}
	});
};
