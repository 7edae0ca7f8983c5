import { fail, redirect } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import { rememberDevice } from '$lib/server/people/brought';
import { dropSession } from '$lib/server/people/cookies';
import { reset, resetFor } from '$lib/server/people/reset';
import { readForm } from '$lib/server/read-form';
import type { Actions, PageServerLoad } from './$types';

/** Looking at a link never uses it up: programs that check mail open every link in it. */
export const load: PageServerLoad = async ({ url, locals: { db, now } }) => {
	const person = await resetFor(db, url.searchParams.get('token'), now);
	return { email: person?.email ?? null };
};

export const actions: Actions = {
	default: async (event) => {
		const { db, by, locale } = event.locals;
		const typed = await readForm(event.request, 'password');
		const ruled = await reset(db, event.url.searchParams.get('token'), typed, by);
		if (!ruled.ok) return fail(422, { refusals: ruled.refusals });
		// Whoever could read the mail is no stranger: they may sign in while others are guessing.
		rememberDevice(event, ruled.value.personId);
		dropSession(event);
		redirect(303, href(locale, '/login?reset'));
	}
};
