import { error } from '@sveltejs/kit';
import { picturesOf } from '$lib/domain/rich/walk';
import * as articles from '$lib/server/articles';
import { picturesFor } from '$lib/server/media/pictures';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const article = await articles.bySlug(locals.db, params.slug, locals.now);
	if (!article) error(404, 'article');
	const { zh, en } = article.body;
	const used = [zh, en].flatMap((doc) => (doc ? picturesOf(doc) : []));
	const pictures = await picturesFor(
		locals.db,
		used.map(({ asset }) => asset)
	);
	return { article, pictures: Object.fromEntries(pictures) };
};
