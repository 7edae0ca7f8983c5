import { error, json } from '@sveltejs/kit';
import { doorList } from '$lib/server/checkin/list';
import { gateHere, HIDDEN } from '../gate.server';
import type { RequestHandler } from './$types';

/** What a scanner carries to decide without a line, where that is something else than it has. */
export const GET: RequestHandler = async ({ params, url, locals: { db, now } }) => {
	const gate = await gateHere(db, params.key, ['scanner']);
	const list = await doorList(db, gate.occasionId, now);
	if (!list) error(404, { message: 'path' });
	const same = url.searchParams.get('mark') === list.mark;
	return json(same ? { mark: list.mark, now } : list, { headers: HIDDEN });
};
