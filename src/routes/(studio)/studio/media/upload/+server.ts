import { json } from '@sveltejs/kit';
import { mayUpload } from '$lib/domain/people/may';
import { storeOf } from '$lib/server/media/store';
import { piecesOf, takeFile } from '$lib/server/media/upload';
import { wake } from '$lib/server/world';
import type { RequestHandler } from './$types';

/**
 * One file as the whole body, its name in the address; for the page that shows how far it is. Answers
 * `{name, id, known}`, or `{name, fault}` with 4xx.
 */
export const PUT: RequestHandler = async ({ request, url, locals: { db, by } }) => {
	// Nothing of the body is read before this.
	if (!mayUpload(by.who)) return json({ fault: 'not-allowed' }, { status: 403 });
	const name = url.searchParams.get('name') ?? '';
	const pieces = piecesOf(request);
	if (typeof pieces === 'string')
		return json({ name, fault: pieces }, { status: pieces === 'empty' ? 422 : 413 });
	const { env } = await wake();
	const replaces = url.searchParams.get('replace');
	const taken = await takeFile(
		{ db, store: storeOf(env), by, replaces, scanner: env.clamd },
		name,
		pieces
	);
	if (!('fault' in taken)) return json(taken);
	const status = { 'too-large': 413, busy: 503, forbidden: 403, missing: 404 }[
		taken.fault as string
	];
	return json(taken, { status: status ?? 422 });
};
