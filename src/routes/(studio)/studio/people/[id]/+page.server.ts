import { error, fail } from '@sveltejs/kit';
import { hasProved, mayManagePeople } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '$lib/server/audit';
import { ofPerson, trail } from '$lib/server/audit/read';
import type { Tx } from '$lib/server/db/open';
import { refusedDeed } from '$lib/server/audit/refused';
import { write } from '$lib/server/db/write';
import { nudge } from '$lib/server/mail/nudge';
import { grant, revoke } from '$lib/server/people/grants';
import { one } from '$lib/server/people/list';
import { disable, enable, forgetFactors, sendInvitation } from '$lib/server/people/office';
import { scopeNames } from '$lib/server/people/scopes';
import * as sessions from '$lib/server/people/sessions';
import { readForm } from '$lib/server/read-form';
import { grantGiven } from '../new/given.server';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, locals: { db, who, now } }) => {
	const person = await one(db, params.id);
	if (!person) error(404);
	const nameOf = await scopeNames(db, person.grants);
	return {
		person: {
			...person,
			grants: person.grants.map(({ role, scope }) => ({
				role,
				scope,
				name: scope ? nameOf(scope) : null
			}))
		},
		self: who?.id === person.id,
		proved: hasProved(who, now),
		did: await ofPerson(db, person.id, 20),
		happened: await trail(db, 'people', person.id, 20)
	};
};

/** Runs one act on the person of the address: only for who just proved to be the operator. */
async function act(
	{ params, locals: { db, by, who, now } }: RequestEvent,
	verb: (tx: Tx, by: By, id: string) => Promise<Ruled<unknown>>
) {
	if (!mayManagePeople(who)) error(403);
	if (!hasProved(who, now)) return fail(403, { refusals: [{ field: '', reason: 'prove' }] });
	const done = await write(db, async (tx) => {
		const ruled = await verb(tx, by, params.id);
		if (!ruled.ok && ruled.refusals[0]?.reason === 'own-rights')
			await refusedDeed(tx, by, { noun: 'people', id: params.id }, 'change', 'own-rights');
		return ruled;
	});
	if (!done.ok) return fail(409, { refusals: done.refusals });
	nudge();
	return { done: true };
}

export const actions: Actions = {
	grant: async (event) => {
		const typed = await readForm(event.request, 'role', 'scopeKind', 'scopeId');
		const given = await grantGiven(event.locals.db, typed);
		if (!given.ok) return fail(422, { typed, refusals: given.refusals });
		return act(event, (tx, by, id) => grant(tx, by, id, given.value));
	},
	revoke: async (event) => {
		const typed = await readForm(event.request, 'role', 'scopeKind', 'scopeId');
		return act(event, async (tx, by, id) => {
			const held = (await one(tx, id))?.grants.find(
				({ role, scope }) =>
					role === typed.role &&
					(scope?.kind ?? '') === typed.scopeKind &&
					(scope?.id ?? '') === typed.scopeId
			);
			return held ? revoke(tx, by, id, held) : accept(null);
		});
	},
	invite: (event) =>
		act(event, async (tx, by, id) => {
			const person = await one(tx, id);
			if (!person || person.state !== 'invited')
				return refuse({ field: 'person', reason: 'unknown-value' });
			await sendInvitation(tx, id, by.now);
			await record(tx, by, { act: 'invite', noun: 'people', id });
			return accept(null);
		}),
	disable: async (event) => {
		const { why } = await readForm(event.request, 'why');
		return act(event, (tx, by, id) => disable(tx, by, id, why.trim().slice(0, 400)));
	},
	enable: (event) => act(event, enable),
	forget: (event) => act(event, forgetFactors),
	end: (event) =>
		act(event, async (tx, by, id) => {
			if (!(await one(tx, id))) return refuse({ field: 'person', reason: 'unknown-value' });
			await sessions.endAll(tx, id, by.who?.session);
			await record(tx, by, { act: 'sign-out-everywhere', noun: 'people', id });
			return accept(null);
		})
};
