import { fail } from '@sveltejs/kit';
import { askEmail } from '$lib/server/people/account';
import { noSooner } from '$lib/server/people/pace';
import { provedSelf } from '$lib/server/people/self';
import { readForm } from '$lib/server/read-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({ email: provedSelf(event).who.email });

export const actions: Actions = {
	default: async (event) => {
		const { db, locale } = event.locals;
		const me = provedSelf(event);
		const { email } = await readForm(event.request, 'email');
		const ruled = await noSooner(400, askEmail(db, email, locale, me));
		return ruled.ok
			? { sent: ruled.value.email }
			: fail(422, { typed: email.slice(0, 254), refusals: ruled.refusals });
	}
};
