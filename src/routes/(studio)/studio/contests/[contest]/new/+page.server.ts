import { error, fail, redirect } from '@sveltejs/kit';
import { dateMoves } from '$lib/domain/contests/copy';
import { href, localeOf } from '$lib/domain/locale';
import { contestAt } from '$lib/server/contests/contests';
import { createEdition, editionsOf, nextOrdinal } from '$lib/server/contests/editions';
import type { Beginning } from '$lib/server/contests/editions';
import { editionFacts, typedIn } from '../../facts.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db }, params }) => {
	const contest = await contestAt(db, params.contest);
	if (!contest) error(404);
	const editions = await editionsOf(db, contest.id);
	return {
		contest,
		ordinal: nextOrdinal(editions),
		/** What a plan can be copied from, the newest first. */
		sources: editions
			.filter(({ plan }) => plan)
			.map(({ id, titleZh, titleEn }) => ({ id, titleZh, titleEn }))
	};
};

export const actions: Actions = {
	default: async ({ request, locals: { db, by }, params, url }) => {
		const contest = await contestAt(db, params.contest);
		if (!contest) error(404);
		const typed = await typedIn(request);
		const facts = editionFacts(typed);
		if (!facts.ok) return fail(422, { typed, refusals: facts.refusals });
		const dates = dateMoves.find((one) => one === typed.dates) ?? 'clear';
		const beginning: Beginning =
			typed.from === 'new' || typed.from === 'past'
				? { as: typed.from }
				: { as: 'copy', of: typed.from ?? '', dates };
		const made = await createEdition(db, by, contest.id, facts.value, beginning);
		if (!made.ok) return fail(422, { typed, refusals: made.refusals });
		const own = `/studio/contests/${contest.slug}/${made.value.slug}`;
		redirect(303, href(localeOf(url.pathname), beginning.as === 'past' ? `${own}/figures` : own));
	}
};
