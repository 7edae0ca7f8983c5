import { error } from '@sveltejs/kit';
import { letterDownload } from '$lib/server/letters';
import { openLetter } from '$lib/server/judging/objection-desk';
import type { RequestHandler } from './$types';

/** The letter that came with an objection, as a download that nothing can run in. */
export const GET: RequestHandler = async ({ params, locals: { db, by } }) => {
	const found = await openLetter(db, by, params.edition, params.objection);
	if (!found.ok) error(found.refusals[0]?.reason === 'stands-apart' ? 403 : 404);
	return letterDownload(found.value);
};
