import { fail, redirect } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import { ownPath } from '$lib/domain/preference';
import { prove } from '$lib/server/people/account';
import { keepSession } from '$lib/server/people/cookies';
import { byId, factorsOf } from '$lib/server/people/people';
import { self } from '$lib/server/people/self';
import { readForm } from '$lib/server/read-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { who } = self(event);
	const { db } = event.locals;
	const next = event.url.searchParams.get('next');
	const person = await byId(db, who.id);
	return {
		next: next ? ownPath(next) : '',
		email: who.email,
		ways: { password: person?.passwordHash != null, ...(await factorsOf(db, who.id)) }
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { db, locale, now } = event.locals;
		const typed = await readForm(event.request, 'password', 'code', 'next');
		const ruled = await prove(db, typed, self(event));
		if (!ruled.ok) return fail(403, { refusals: ruled.refusals });
		keepSession(event, ruled.value, now);
		redirect(303, typed.next ? ownPath(typed.next) : href(locale, '/account'));
	}
};
