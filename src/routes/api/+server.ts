import { landing } from '$lib/server/features/landing';
import { presentationOf, json } from '$lib/server/machine/answer';
import { page } from '$lib/server/machine/page';
import { spoken } from '$lib/server/machine/speech';
import { refused } from '$lib/server/problem';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const format = presentationOf(event);
	if (!format.ok) return refused(event, format.refusals);
	const body = landing(event);
	if (format.value === 'json') return json(body);
	const entries = body.links
		.filter(({ rel }) => rel !== 'service-doc' && rel !== 'self' && rel !== 'alternate')
		.map(({ href, title }) => ({ href, title: title! }));
	return page(spoken(event), { ...body, entries });
};
