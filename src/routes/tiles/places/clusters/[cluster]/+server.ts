import { leaves } from '$lib/server/clusters';
import { asked, keeping } from '$lib/server/clusters/asked';
import { json } from '$lib/server/machine/answer';
import { problem, refused } from '$lib/server/problem';
import type { RequestHandler } from './$types';

/** Places a list of one cluster shows at most. */
const LIMIT = 100;

export const GET: RequestHandler = async (event) => {
	const { params, url, locals } = event;
	if (!/^\d{1,12}$/.test(params.cluster)) return problem(event, 404, 'cluster');
	const ruled = await asked(locals.db, url.searchParams);
	if (!ruled.ok) return refused(event, ruled.refusals);
	const { filter, version } = ruled.value;
	const found = await leaves(locals.db, filter, locals.now, Number(params.cluster), LIMIT);
	// Another version numbers its clusters differently: a number from before would name strangers.
	if (!found || (version !== null && version !== found.version))
		return problem(event, 404, 'cluster');
	return json(
		{ places: found.places },
		{ headers: { 'cache-control': keeping(filter, version, found.version) } }
	);
};
