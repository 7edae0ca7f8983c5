import { collection, collectionId } from '$lib/server/features/collections';
import { switchesOf } from '$lib/server/frame';
import { presentationOf, json } from '$lib/server/machine/answer';
import { page } from '$lib/server/machine/page';
import { spoken } from '$lib/server/machine/speech';
import { problem, refused } from '$lib/server/problem';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const id = collectionId(event.params.collection, await switchesOf(event.locals.db));
	if (!id) return problem(event, 404, 'collection');
	const format = presentationOf(event);
	if (!format.ok) return refused(event, format.refusals);
	const body = await collection(event.locals.db, event, id);
	if (format.value === 'json') return json(body);
	const entries = body.links
		.filter(({ rel }) => rel === 'items')
		.map(({ href, title, type }) => ({
			href: type === 'text/html' ? href : `${href}?f=json`,
			title: `${title} (${type})`
		}));
	return page(spoken(event), { title: body.title, description: body.description, entries });
};
