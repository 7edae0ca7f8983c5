import { endSessions } from '$lib/server/people/account';
import { self } from '$lib/server/people/self';
import * as sessions from '$lib/server/people/sessions';
import { readForm } from '$lib/server/read-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const { who } = self(event);
	const all = await sessions.all(db, who.id, now);
	return {
		sessions: all
			.map(({ id, createdAt, lastSeenAt, strongAt, address, agent }) => ({
				// The stored id is a hash: knowing it opens nothing, and only the own ones end by it.
				id,
				here: id === who.session,
				createdAt,
				lastSeenAt,
				strong: strongAt !== null,
				address,
				agent
			}))
			.sort((a, b) => Number(b.here) - Number(a.here))
	};
};

export const actions: Actions = {
	end: async (event) => {
		const { session } = await readForm(event.request, 'session');
		return { ended: await endSessions(event.locals.db, session, self(event)) };
	},
	others: async (event) => ({ ended: await endSessions(event.locals.db, null, self(event)) })
};
