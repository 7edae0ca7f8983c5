import { refuseUnknown } from '$lib/domain/feature-query';
import { OPENAPI } from '$lib/server/features/landing';
import { openapi } from '$lib/server/features/openapi';
import { json } from '$lib/server/machine/answer';
import { refused } from '$lib/server/problem';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const refusals = refuseUnknown(event.url.searchParams, ['f', 'lang']);
	return refusals.length ? refused(event, refusals) : json(openapi(event), { type: OPENAPI });
};
