import { error } from '@sveltejs/kit';
import { publicEdition } from '$lib/server/contests/public';
import { publishedOf } from '$lib/server/judging/published';
import { gallery } from '$lib/server/judging/shown';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { db, now } }) => {
	const found = await publicEdition(db, params.contest, params.edition, now);
	if (!found) error(404, { message: 'path' });
	const { contest, edition } = found;
	const published = await publishedOf(db, edition.id);
	const final = published?.notice.finalAt ?? null;
	return {
		contest: { slug: contest.slug, title: contest.title },
		edition: { slug: edition.slug, title: edition.title },
		running: !!published && final === null,
		// Before the result is final there is the notice, and nothing here.
		final:
			published && final !== null
				? { at: final, prizes: published.prizes, total: published.total, rules: published.rules }
				: null,
		shown: final === null ? [] : await gallery(db, edition.id)
	};
};
