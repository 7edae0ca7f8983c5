import { error } from '@sveltejs/kit';
import type { Noun } from '$lib/domain/studio/noun';
import { openForm } from '$lib/server/studio/open';
import { panelOf } from '$lib/server/studio/panel';
import { dropped, saved } from './form.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db, by, locale } }) => {
	const noun = params.noun as Noun;
	const opened = await openForm(db, by, noun, params.id, { locale, query: url.searchParams });
	if (!opened) error(404, { message: 'not-found' });
	return { opened, panel: await panelOf(db, by, noun, params.id) };
};

export const actions: Actions = {
	save: (event) => saved(event, event.params.noun as Noun, event.params.id),
	discard: (event) => dropped(event, event.params.noun as Noun, event.params.id)
};
