import { dataName, dataOf } from '$lib/server/contests/my-data';
import { self } from '$lib/server/people/self';
import type { RequestHandler } from './$types';

/** Everything held about oneself, to take along (个人信息保护法 §45). */
export const GET: RequestHandler = async (event) => {
	const { db, now } = event.locals;
	const held = await dataOf(db, self(event).who, now);
	return new Response(JSON.stringify(held, null, '\t'), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="${dataName(now)}"`,
			'cache-control': 'private, no-store'
		}
	});
};
