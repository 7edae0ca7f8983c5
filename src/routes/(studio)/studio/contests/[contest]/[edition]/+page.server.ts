import { error, fail, redirect } from '@sveltejs/kit';
import { href, localeOf } from '$lib/domain/locale';
import {
	archiveEdition,
	editionAt,
	removeEdition,
	saveEditionFacts
} from '$lib/server/contests/editions';
import { publishEdition } from '$lib/server/contests/plans';
import { editionFacts, typedIn } from '../../facts.server';
import type { Typed } from '../../facts.server';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Publishing is asked for first and said a second time; without scripts by the address. */
export const load: PageServerLoad = async ({ locals: { db }, params, url }) => {
	const found = await editionAt(db, params.contest, params.edition);
	return { plan: found?.edition.plan ?? null, asked: url.searchParams.has('publish') };
};

async function opened({ locals: { db }, params, request }: RequestEvent) {
	const found = await editionAt(db, params.contest, params.edition);
	if (!found) error(404);
	return { ...found, typed: await typedIn(request) };
}

const unsure = (deed: string) =>
	fail(422, { deed, refusals: [{ field: 'sure', reason: 'not-sure' }] });
const sure = (typed: Typed) => typed.sure === 'on';

export const actions: Actions = {
	publish: async (event) => {
		const { edition, typed } = await opened(event);
		const done = await publishEdition(event.locals.db, event.locals.by, edition.id, {
			version: Number(typed.version) || 0
		});
		if (done.ok) return { deed: 'publish', published: true };
		return 'stops' in done
			? fail(409, { deed: 'publish', stopped: done.stops.length })
			: fail(409, { deed: 'publish', refusals: done.refusals });
	},
	facts: async (event) => {
		const { contest, edition, typed } = await opened(event);
		const facts = editionFacts(typed);
		if (!facts.ok) return fail(422, { deed: 'facts', typed, refusals: facts.refusals });
		const saved = await saveEditionFacts(event.locals.db, event.locals.by, edition.id, facts.value);
		if (!saved.ok) return fail(422, { deed: 'facts', typed, refusals: saved.refusals });
		const own = `/studio/contests/${contest.slug}/${saved.value.slug}`;
		redirect(303, href(localeOf(event.url.pathname), own));
	},
	archive: async (event) => {
		const { edition, typed } = await opened(event);
		if (!sure(typed)) return unsure('archive');
		const done = await archiveEdition(event.locals.db, event.locals.by, edition.id);
		return done.ok ? { deed: 'archive' } : fail(409, { deed: 'archive', refusals: done.refusals });
	},
	remove: async (event) => {
		const { contest, edition, typed } = await opened(event);
		if (!sure(typed)) return unsure('remove');
		const done = await removeEdition(event.locals.db, event.locals.by, edition.id);
		if (!done.ok) return fail(409, { deed: 'remove', refusals: done.refusals });
		redirect(303, href(localeOf(event.url.pathname), `/studio/contests/${contest.slug}`));
	}
};
