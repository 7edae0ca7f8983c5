import { error, json } from '@sveltejs/kit';
import type { Noun } from '$lib/domain/studio/noun';
import { search } from '$lib/server/studio/choices';
import { proposedSlug } from '$lib/server/studio/submit';
import type { RequestHandler } from './$types';

/** Things a field may point to (`?to=places&q=…`), or a free slug for a name (`?slug=…`). */
export const GET: RequestHandler = async ({ params, url, locals: { db, who, now } }) => {
	const name = url.searchParams.get('slug')?.trim();
	if (name) return json({ slug: await proposedSlug(db, params.noun as Noun, name.slice(0, 200)) });
	const to = url.searchParams.get('to');
	if (to !== 'places' && to !== 'articles') error(400);
	return json({ options: await search(db, who, to, url.searchParams.get('q') ?? '', now) });
};
