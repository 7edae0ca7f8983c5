import { fail, redirect } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import { changeEmail, emailFor } from '$lib/server/people/account';
import { keepSession } from '$lib/server/people/cookies';
import { self } from '$lib/server/people/self';
import type { Actions, PageServerLoad } from './$types';

/** Looking at a link never uses it up: programs that check mail open every link in it. */
export const load: PageServerLoad = async (event) => {
	const { who } = self(event);
	const { db, now } = event.locals;
	const found = await emailFor(db, event.url.searchParams.get('token'), now);
	return {
		email: found?.personId === who.id ? found.email : null,
		other: found !== null && found.personId !== who.id
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { db, locale, now } = event.locals;
		const ruled = await changeEmail(db, event.url.searchParams.get('token'), self(event));
		if (!ruled.ok) return fail(422, { refusals: ruled.refusals });
		keepSession(event, ruled.value, now);
		redirect(303, href(locale, '/account?email'));
	}
};
