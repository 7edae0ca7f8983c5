import { error } from '@sveltejs/kit';
import { publicEdition } from '$lib/server/contests/public';
import { publicStages } from '$lib/server/judging/stage-public';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { db, now, locale } }) => {
	const found = await publicEdition(db, params.contest, params.edition, now);
	const rounds = found ? await publicStages(db, found.edition.id, locale) : [];
	if (!found || !rounds.length) error(404, { message: 'path' });
	const { contest, edition } = found;
	return {
		contest: { slug: contest.slug, title: contest.title },
		edition: { slug: edition.slug, title: edition.title },
		rounds
	};
};
