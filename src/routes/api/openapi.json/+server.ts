import { refuseUnknown } from '$lib/domain/feature-query';
import { openCollections } from '$lib/server/features/collections';
import { OPENAPI } from '$lib/server/features/landing';
import { openapi } from '$lib/server/features/openapi';
import { switchesOf } from '$lib/server/frame';
import { json } from '$lib/server/machine/answer';
import { refused } from '$lib/server/problem';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const refusals = refuseUnknown(event.url.searchParams, ['f', 'lang']);
	if (refusals.length) return refused(event, refusals);
	const open = openCollections(await switchesOf(event.locals.db));
	return json(openapi(event, open), { type: OPENAPI });
};
