import { json } from '@sveltejs/kit';
import { slugPattern } from '$lib/domain/place';
import { cards } from '$lib/server/cards';
import { refused } from '$lib/server/problem';
import type { RequestHandler } from './$types';

/** Cards asked for at once. */
const LIMIT = 50;

/** What the card on the map shows of the places named by `place=` (repeated). */
export const GET: RequestHandler = async (event) => {
	const slugs = [...new Set(event.url.searchParams.getAll('place'))];
	const wrong = slugs.filter((slug) => slug.length > 80 || !slugPattern.test(slug));
	if (!slugs.length || slugs.length > LIMIT || wrong.length)
		return refused(event, [
			{
				field: 'place',
				reason: 'unknown-value',
				detail: { value: (wrong[0] ?? String(slugs.length)).slice(0, 60) }
			}
		]);
	return json(
		{ cards: await cards(event.locals.db, slugs, event.locals.now) },
		{ headers: { 'cache-control': 'public, max-age=60' } }
	);
};
