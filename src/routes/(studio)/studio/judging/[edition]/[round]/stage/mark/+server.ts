import { error } from '@sveltejs/kit';
import { roundById } from '$lib/server/judging/rounds';
import { deskMark } from '$lib/server/judging/stage-desk';
import type { RequestHandler } from './$types';

/** A text that changes with every deed on stage and every score that comes in; no score is in it. */
export const GET: RequestHandler = async ({ params, locals: { db } }) => {
	const round = await roundById(db, params.edition, params.round);
	if (!round) error(404);
	return new Response(await deskMark(db, round.id), {
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
	});
};
