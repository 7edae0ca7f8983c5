import { json } from '@sveltejs/kit';
import { openUploads } from '$lib/server/films/uploads';
import type { RequestHandler } from './$types';

/** What this person began to send for an entry and has not finished; of foreign entries there is nothing. */
export const GET: RequestHandler = async ({ params, locals: { db, who } }) =>
	json(who ? await openUploads(db, who, params.id) : [], {
		headers: { 'cache-control': 'private, no-store' }
	});
