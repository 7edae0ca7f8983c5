import { error, fail } from '@sveltejs/kit';
import { codesOf, createCode, revokeCode } from '$lib/server/contests/codes';
import { editionAt } from '$lib/server/contests/editions';
import { typedIn } from '../../../facts.server';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function opened({ locals: { db }, params }: Pick<RequestEvent, 'locals' | 'params'>) {
	const found = await editionAt(db, params.contest, params.edition);
	if (!found?.edition.plan) error(404);
	return found.edition;
}

export const load: PageServerLoad = async (event) => ({
	codes: await codesOf(event.locals.db, (await opened(event)).id)
});

export const actions: Actions = {
	create: async (event) => {
		const edition = await opened(event);
		const typed = await typedIn(event.request);
		const made = await createCode(event.locals.db, event.locals.by, edition.id, {
			reason: typed.reason ?? '',
			hours: Number(typed.hours)
		});
		return made.ok
			? { code: made.value.code, expiresAt: made.value.expiresAt }
			: fail(422, { typed, refusals: made.refusals });
	},
	revoke: async (event) => {
		const edition = await opened(event);
		const { id = '' } = await typedIn(event.request);
		const done = await revokeCode(event.locals.db, event.locals.by, edition.id, id);
		return done.ok ? { revoked: true } : fail(409, { refusals: done.refusals });
	}
};
