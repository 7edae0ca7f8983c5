import { fail } from '@sveltejs/kit';
import { changePassword } from '$lib/server/people/account';
import { keepSession } from '$lib/server/people/cookies';
import { byId } from '$lib/server/people/people';
import { self } from '$lib/server/people/self';
import { readForm } from '$lib/server/read-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { who } = self(event);
	const person = await byId(event.locals.db, who.id);
	return { email: who.email, has: person?.passwordHash != null };
};

export const actions: Actions = {
	default: async (event) => {
		const typed = await readForm(event.request, 'current', 'password');
		const ruled = await changePassword(event.locals.db, typed, self(event));
		if (!ruled.ok) return fail(422, { refusals: ruled.refusals });
		keepSession(event, ruled.value, event.locals.now);
		return { done: true };
	}
};
