import { error } from '@sveltejs/kit';
import { parseFilter } from '$lib/domain/filter';
import * as articles from '$lib/server/articles';
import type { PageServerLoad } from './$types';

const SIZE = 20;

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = new URLSearchParams({ page: url.searchParams.get('page') ?? '' });
	const ruled = parseFilter(page);
	if (!ruled.ok) error(400, { message: 'refused', refusals: ruled.refusals });
	return {
		page: ruled.value.page,
		size: SIZE,
		...(await articles.list(locals.db, {
			at: locals.now,
			limit: SIZE,
			offset: (ruled.value.page - 1) * SIZE
		}))
	};
};
