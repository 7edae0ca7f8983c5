import { juryMark } from '$lib/server/judging/stage-jury';
import { seatAt } from '../../../seat.server';
import type { RequestHandler } from './$types';

/** A text that changes with every deed on stage, for the desk in the hall. */
export const GET: RequestHandler = async (event) =>
	new Response(await juryMark(event.locals.db, await seatAt(event)), {
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
	});
