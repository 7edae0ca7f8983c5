import { error } from '@sveltejs/kit';
import { drawFile } from '$lib/server/judging/assignment-file';
import type { RequestHandler } from './$types';

/** A draw with all it was made of, for whoever wants to make it again. */
export const GET: RequestHandler = async ({ params, locals: { db, by } }) => {
	const file = await drawFile(db, by, {
		...{ editionId: params.edition, roundId: params.round, drawId: params.draw }
	});
	if (!file) error(404);
	return new Response(file.text, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="${file.name}"`,
			'cache-control': 'no-store'
		}
	});
};
