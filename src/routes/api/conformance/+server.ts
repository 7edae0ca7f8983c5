import { conformance } from '$lib/server/features/landing';
import { presentationOf, json } from '$lib/server/machine/answer';
import { page } from '$lib/server/machine/page';
import { spoken } from '$lib/server/machine/speech';
import { refused } from '$lib/server/problem';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const format = presentationOf(event);
	if (!format.ok) return refused(event, format.refusals);
	const body = conformance(event);
	if (format.value === 'json') return json(body);
	const words = spoken(event);
	return page(words, {
		title: words.machines.api.conformance,
		description: words.machines.api.title,
		entries: body.conformsTo.map((href) => ({ href, title: href.split('/').at(-1)! }))
	});
};
