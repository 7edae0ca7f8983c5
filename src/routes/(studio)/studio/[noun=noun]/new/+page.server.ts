import { error } from '@sveltejs/kit';
import type { Noun } from '$lib/domain/studio/noun';
import { openForm } from '$lib/server/studio/open';
import { dropped, saved } from '../[id]/form.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db, by, locale } }) => {
	const noun = params.noun as Noun;
	const opened = await openForm(db, by, noun, 'new', { locale, query: url.searchParams });
	if (!opened) error(403, { message: 'not-allowed' });
	return { opened };
};

export const actions: Actions = {
	save: (event) => saved(event, event.params.noun as Noun, null),
	discard: (event) => dropped(event, event.params.noun as Noun, 'new')
};
