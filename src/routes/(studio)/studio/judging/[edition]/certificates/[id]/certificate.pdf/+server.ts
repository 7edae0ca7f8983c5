import { error } from '@sveltejs/kit';
import { oneOf } from '$lib/server/certificates/certificates';
import { paper as made } from '$lib/server/certificates/download';
import { wake } from '$lib/server/world';
import { paper } from '../../paper.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals: { db } }) => {
	const found = await oneOf(db, params.edition, params.id);
	if (!found) error(404);
	const bytes = await made(db, (await wake()).env, found);
	if (typeof bytes === 'string') error(404);
	return paper(bytes, `${found.number}.pdf`);
};
