import { fail, redirect } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import { invitationFor, join } from '$lib/server/contests/invitations';
import { self } from '$lib/server/people/self';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals: { db, now } }) => {
	const found = await invitationFor(db, url.searchParams.get('token'), now);
	return {
		invitation: found && {
			title: found.title,
			inviter: found.inviter,
			contest: found.contest,
			edition: found.edition
		}
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { db, locale } = event.locals;
		const ruled = await join(db, self(event), event.url.searchParams.get('token'));
		if (!ruled.ok) return fail(404, { refusals: ruled.refusals });
		redirect(303, href(locale, `/account/entries/${ruled.value}`));
	}
};
