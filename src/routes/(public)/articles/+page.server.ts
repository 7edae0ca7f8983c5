import { error } from '@sveltejs/kit';
import { articleKinds } from '$lib/domain/article';
import { parseFilter } from '$lib/domain/filter';
import * as articles from '$lib/server/articles';
import type { PageServerLoad } from './$types';

const SIZE = 20;

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = new URLSearchParams({ page: url.searchParams.get('page') ?? '' });
	const ruled = parseFilter(page);
	if (!ruled.ok) error(400, { message: 'refused', refusals: ruled.refusals });
	const asked = url.searchParams.get('kind') ?? '';
	const kind = articleKinds.find((known) => known === asked) ?? null;
	if (asked && !kind)
		error(400, {
			message: 'refused',
			refusals: [{ field: 'kind', reason: 'unknown-value', detail: { value: asked.slice(0, 60) } }]
		});
	return {
		kind,
		kinds: await articles.countKinds(locals.db, locals.now),
		page: ruled.value.page,
		size: SIZE,
		...(await articles.list(locals.db, {
			at: locals.now,
			kind,
			pinned: true,
			limit: SIZE,
			offset: (ruled.value.page - 1) * SIZE
		}))
	};
};
