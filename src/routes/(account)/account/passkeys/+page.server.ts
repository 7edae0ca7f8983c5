import { fail, redirect } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import { hasProved } from '$lib/domain/people/may';
import type { Refusal } from '$lib/domain/refusal';
import { write } from '$lib/server/db/write';
import { keepSession } from '$lib/server/people/cookies';
import { identitiesOf, unlink } from '$lib/server/people/oidc/identities';
import { list, remove, rename } from '$lib/server/people/passkeys/own';
import { self } from '$lib/server/people/self';
import { readForm } from '$lib/server/read-form';
import { wake } from '$lib/server/world';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { who } = self(event);
	const { db, now } = event.locals;
	const { env } = await wake();
	const identities = await identitiesOf(db, who.id);
	return {
		keys: await list(db, who.id),
		identities,
		door: env.oidc ? { name: env.oidc.name, issuer: env.oidc.issuer } : null,
		proved: hasProved(who, now),
		done: event.url.searchParams.get('done')
	};
};

const refused = (refusals: Refusal[], id: string, name = '') => fail(422, { refusals, id, name });

export const actions: Actions = {
	rename: async (event) => {
		const by = self(event);
		const { id, name } = await readForm(event.request, 'id', 'name');
		const done = await write(event.locals.db, (tx) => rename(tx, by, id, name));
		if (!done.ok) return refused(done.refusals, id, name.slice(0, 200));
		redirect(303, href(event.locals.locale, '/account/passkeys?done=rename'));
	},
	remove: async (event) => {
		const by = self(event);
		const { id } = await readForm(event.request, 'id');
		const { env } = await wake();
		const done = await write(event.locals.db, (tx) => remove(tx, by, id, env.secondFactorRequired));
		if (!done.ok) return refused(done.refusals, id);
		keepSession(event, done.value, by.now);
		redirect(303, href(event.locals.locale, '/account/passkeys?done=remove'));
	},
	unlink: async (event) => {
		const by = self(event);
		const { issuer, subject } = await readForm(event.request, 'issuer', 'subject');
		const done = await write(event.locals.db, (tx) => unlink(tx, { issuer, subject }, by));
		if (!done.ok) return refused(done.refusals, 'identity');
		keepSession(event, done.value, by.now);
		redirect(303, href(event.locals.locale, '/account/passkeys?done=unlink'));
	}
};
