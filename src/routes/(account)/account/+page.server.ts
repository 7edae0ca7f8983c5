import { fail } from '@sveltejs/kit';
import { rename } from '$lib/server/people/account';
import { byId, factorsOf } from '$lib/server/people/people';
import { self } from '$lib/server/people/self';
import * as sessions from '$lib/server/people/sessions';
import { scopeNames } from '$lib/server/people/scopes';
import { readForm } from '$lib/server/read-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const { who } = self(event);
	const person = await byId(db, who.id);
	const named = await scopeNames(db, who.grants);
	return {
		me: {
			name: who.name,
			email: who.email,
			since: person?.createdAt ?? now,
			grants: who.grants.map(({ role, scope }) => ({
				role,
				scope: scope && { kind: scope.kind, name: named(scope) }
			})),
			factors: await factorsOf(db, who.id),
			devices: (await sessions.all(db, who.id, now)).length,
			emailChanged: event.url.searchParams.has('email')
		}
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { name } = await readForm(event.request, 'name');
		const ruled = await rename(event.locals.db, name, self(event));
		return ruled.ok
			? { saved: ruled.value }
			: fail(422, { name: name.slice(0, 200), refusals: ruled.refusals });
	}
};
