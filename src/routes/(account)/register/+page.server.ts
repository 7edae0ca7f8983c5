import { fail, redirect } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import { noSooner } from '$lib/server/people/pace';
import { register } from '$lib/server/people/register';
import { readForm } from '$lib/server/read-form';
import type { Actions, PageServerLoad } from './$types';

/** Longer than writing a mail into the outbox takes on a busy day. */
const PACE = 400;

export const load: PageServerLoad = ({ locals: { who, locale } }) => {
	if (who) redirect(303, href(locale, '/account'));
};

export const actions: Actions = {
	default: async ({ request, locals: { db, by, locale } }) => {
		const typed = await readForm(request, 'email');
		const ruled = await noSooner(PACE, register(db, typed, locale, by));
		const often = !ruled.ok && ruled.refusals.some(({ reason }) => reason === 'too-often');
		return ruled.ok
			? { sent: ruled.value.email }
			: fail(often ? 429 : 422, { email: typed.email.slice(0, 254), refusals: ruled.refusals });
	}
};
