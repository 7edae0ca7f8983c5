import { fail, redirect } from '@sveltejs/kit';
import { href, localeOf } from '$lib/domain/locale';
import { createContest } from '$lib/server/contests/contests';
import { contestFacts, typedIn } from '../facts.server';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, locals: { db, by }, url }) => {
		const typed = await typedIn(request);
		const facts = contestFacts(typed);
		if (!facts.ok) return fail(422, { typed, refusals: facts.refusals });
		const made = await createContest(db, by, facts.value);
		if (!made.ok) return fail(422, { typed, refusals: made.refusals });
		redirect(303, href(localeOf(url.pathname), `/studio/contests/${made.value.slug}`));
	}
};
