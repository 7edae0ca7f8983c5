import { error } from '@sveltejs/kit';
import { mapPage } from '$lib/server/map-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals, isDataRequest }) => {
	const read = await mapPage(locals.db, url.searchParams, {
		at: locals.now,
		size: 20,
		later: isDataRequest
	});
	if (!read.ok) error(400, { message: 'refused', refusals: read.refusals });
	return read.value;
};
