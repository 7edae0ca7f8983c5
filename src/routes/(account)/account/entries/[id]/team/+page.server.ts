import { fail, redirect } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import { crewOf, leave } from '$lib/server/contests/crew';
import { invitationsOf, invite, uninvite } from '$lib/server/contests/invitations';
import { byId } from '$lib/server/people/people';
import { readForm } from '$lib/server/read-form';
import { openedFor } from '../opened.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const { entry, role, me } = await openedFor(event);
	const owner = entry.ownerId ? await byId(db, entry.ownerId) : null;
	return {
		me: me.who.id,
		owner: owner ? { name: owner.name, mine: role === 'owner' } : null,
		team: (await crewOf(db, entry.id)).map(({ id, name }) => ({ id, name })),
		invitations: role === 'owner' ? await invitationsOf(db, entry.id, now) : []
	};
};

export const actions: Actions = {
	invite: async (event) => {
		const { db, locale } = event.locals;
		const { entry, me } = await openedFor(event);
		const { email } = await readForm(event.request, 'email');
		const ruled = await invite(db, me, entry.id, email, locale);
		return ruled.ok
			? { invited: ruled.value }
			: fail(422, { email: email.slice(0, 254), refusals: ruled.refusals });
	},
	cancel: async (event) => {
		const { entry, me } = await openedFor(event);
		const { invitation } = await readForm(event.request, 'invitation');
		const ruled = await uninvite(event.locals.db, me, entry.id, invitation);
		return ruled.ok ? {} : fail(404, { refusals: ruled.refusals });
	},
	remove: async (event) => {
		const { entry, me } = await openedFor(event);
		const { person } = await readForm(event.request, 'person');
		const ruled = await leave(event.locals.db, me, entry.id, person);
		if (!ruled.ok) return fail(422, { refusals: ruled.refusals });
		if (person === me.who.id) redirect(303, href(event.locals.locale, '/account/entries'));
		return { removed: true };
	}
};
