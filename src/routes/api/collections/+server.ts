import { collections } from '$lib/server/features/collections';
import { switchesOf } from '$lib/server/frame';
import { presentationOf, json } from '$lib/server/machine/answer';
import { page } from '$lib/server/machine/page';
import { spoken } from '$lib/server/machine/speech';
import { refused } from '$lib/server/problem';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const format = presentationOf(event);
	if (!format.ok) return refused(event, format.refusals);
	const body = await collections(event.locals.db, event, await switchesOf(event.locals.db));
	if (format.value === 'json') return json(body);
	const words = spoken(event);
	return page(words, {
		title: words.machines.api.data,
		description: words.machines.api.description,
		entries: body.collections.map(({ links, title, description }) => ({
			href: `${links[0]!.href}?f=html`,
			title,
			note: description
		}))
	});
};
