import { fail, redirect } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import { staffRoles } from '$lib/domain/people/who';
import { broughtBy, settle } from '$lib/server/people/brought';
import { grantsOf } from '$lib/server/people/grants';
import { confirm, invited } from '$lib/server/people/register';
import { readForm } from '$lib/server/read-form';
import type { Actions, PageServerLoad } from './$types';

/** Looking at a link never uses it up: programs that check mail open every link in it. */
export const load: PageServerLoad = async ({ url, locals: { db, now } }) => {
	const person = await invited(db, url.searchParams.get('token'), now);
	return { person: person && { email: person.email, name: person.name } };
};

export const actions: Actions = {
	default: async (event) => {
		const { db, by, locale } = event.locals;
		const typed = await readForm(event.request, 'name', 'password');
		const token = event.url.searchParams.get('token');
		const ruled = await confirm(db, token, typed, broughtBy(event), by);
		if (!ruled.ok) return fail(422, { name: typed.name.slice(0, 200), refusals: ruled.refusals });
		const { personId, issued } = ruled.value;
		settle(event, personId, issued);
		const grants = await grantsOf(db, personId);
		const staff = grants.some(({ role }) => (staffRoles as readonly string[]).includes(role));
		redirect(303, href(locale, staff ? '/account/factor' : '/account'));
	}
};
