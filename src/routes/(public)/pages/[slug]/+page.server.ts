import { error } from '@sveltejs/kit';
import { picturesOf } from '$lib/domain/rich/walk';
import { picturesFor } from '$lib/server/media/pictures';
import { bySlug } from '$lib/server/pages';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db }, params }) => {
	const text = await bySlug(db, params.slug);
	if (!text) error(404);
	const used = [text.body.zh, text.body.en].flatMap((doc) => (doc ? picturesOf(doc) : []));
	const pictures = await picturesFor(
		db,
		used.map(({ asset }) => asset)
	);
	return { text, pictures: Object.fromEntries(pictures) };
};
