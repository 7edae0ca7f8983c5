import { parseTile } from '$lib/domain/tile';
import { tile } from '$lib/server/clusters';
import { asked, keeping } from '$lib/server/clusters/asked';
import { problem, refused } from '$lib/server/problem';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { params, url, locals } = event;
	const wanted = parseTile(params.z, params.x, params.y);
	if (!wanted) return problem(event, 404, 'tile');
	const ruled = await asked(locals.db, url.searchParams);
	if (!ruled.ok) return refused(event, ruled.refusals);
	const { filter, version } = ruled.value;
	const { bytes, version: shown } = await tile(locals.db, filter, locals.now, wanted);
	const headers = { 'cache-control': keeping(filter, version, shown) };
	if (!bytes) return new Response(null, { status: 204, headers });
	return new Response(bytes, {
		headers: { ...headers, 'content-type': 'application/vnd.mapbox-vector-tile' }
	});
};
