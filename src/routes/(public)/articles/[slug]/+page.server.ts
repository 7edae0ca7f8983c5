import { error } from '@sveltejs/kit';
import * as articles from '$lib/server/articles';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const article = await articles.bySlug(locals.db, params.slug, locals.now);
	if (!article) error(404, 'article');
	return { article };
};
