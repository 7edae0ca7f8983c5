import { error, isHttpError } from '@sveltejs/kit';
import type { Noun } from '$lib/domain/studio/noun';
import { href } from '$lib/domain/locale';
import { drafted, preview } from '$lib/server/studio/preview';
import { given, pageOf } from './shown.server';
import type { PageServerLoad } from './$types';

/** A draft on the real public page, for the eyes of its editor: nothing of it is written. */
export const load: PageServerLoad = async (event) => {
	const { params, url, locals } = event;
	const { db, by, now, locale } = locals;
	const noun = params.noun as Noun;
	const draft = await drafted(db, by, noun, params.id);
	if (!draft) error(404, { message: 'not-found' });
	locals.mode = url.searchParams.get('mode') === 'elder' ? 'elder' : 'normal';
	const form = href(locale, `/studio/${noun}/${params.id}`);
	const page = pageOf(noun, draft.content);
	if (!page) return { noun, form, refusals: null, page: null, given: null };
	const shown = await preview(db, noun, draft, now, (tx, content) =>
		given(event, tx, pageOf(noun, content)!)
	).catch((thrown: unknown) => {
		// What the honour is given to may itself not be public.
		if (isHttpError(thrown, 404)) return { ok: false as const, refusals: [] };
		throw thrown;
	});
	if (!shown.ok) return { noun, form, refusals: shown.refusals, page: null, given: null };
	return { noun, form, refusals: null, page: page.noun, given: shown.value };
};
