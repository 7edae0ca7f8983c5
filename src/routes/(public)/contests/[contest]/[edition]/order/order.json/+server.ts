import { error } from '@sveltejs/kit';
import { publicEdition } from '$lib/server/contests/public';
import { orderFile } from '$lib/server/judging/stage-public';
import type { RequestHandler } from './$types';

/** What the orders of an edition were drawn from, and what came out, for whoever draws them again. */
export const GET: RequestHandler = async ({ params, locals: { db, now } }) => {
	const found = await publicEdition(db, params.contest, params.edition, now);
	const text = found && (await orderFile(db, found.edition.id));
	if (!text) error(404);
	return new Response(text, { headers: { 'content-type': 'application/json; charset=utf-8' } });
};
