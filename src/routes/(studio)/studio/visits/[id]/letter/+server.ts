import { error } from '@sveltejs/kit';
import { letterDownload } from '$lib/server/letters';
import { openLetter } from '$lib/server/visits/desk';
import type { RequestHandler } from './$types';

/** The letter of a group, as a download that nothing can run in. */
export const GET: RequestHandler = async ({ params, locals: { db, by } }) => {
	const found = await openLetter(db, by, params.id);
	if (!found.ok) error(404);
	return letterDownload(found.value);
};
