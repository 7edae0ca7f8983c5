import { error, json } from '@sveltejs/kit';
import { dateOf } from '$lib/server/checkin/gates';
import { zonedNumbersOf } from '$lib/server/checkin/list';
import { doublesAt } from '$lib/server/checkin/office';
import { runsEvent } from '$lib/server/events/runs';
import type { RequestHandler } from './$types';

/** How many are in, for the organizer’s page, which asks again and again. */
export const GET: RequestHandler = async ({ params, url, locals: { db, who } }) => {
	if (!(await runsEvent(db, who, params.id))) error(404, { message: 'path' });
	const date = url.searchParams.get('date') ?? '';
	if (!(await dateOf(db, params.id, date))) error(404, { message: 'path' });
	const doubles = (await doublesAt(db, date)).length;
	return json(
		{ ...(await zonedNumbersOf(db, date)), doubles },
		{ headers: { 'cache-control': 'private, no-store' } }
	);
};
