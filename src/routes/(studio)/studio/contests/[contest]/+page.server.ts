import { error, fail, redirect } from '@sveltejs/kit';
import { href, localeOf } from '$lib/domain/locale';
import { contestAt, listContests, saveContest } from '$lib/server/contests/contests';
import { figuresOf } from '$lib/server/contests/figures';
import { contestFacts, typedIn } from '../facts.server';
import { lined } from '../lined.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, now }, params }) => {
	const all = await listContests(db);
	const found = all.find(({ contest }) => contest.slug === params.contest);
	if (!found) error(404);
	const figures = await figuresOf(db);
	return {
		contest: found.contest,
		editions: found.editions.map((edition) => lined(edition, figures, now))
	};
};

export const actions: Actions = {
	default: async ({ request, locals: { db, by }, params, url }) => {
		const contest = await contestAt(db, params.contest);
		if (!contest) error(404);
		const typed = await typedIn(request);
		const facts = contestFacts(typed);
		if (!facts.ok) return fail(422, { typed, refusals: facts.refusals });
		const saved = await saveContest(db, by, contest.id, facts.value);
		if (!saved.ok) return fail(422, { typed, refusals: saved.refusals });
		redirect(303, href(localeOf(url.pathname), `/studio/contests/${saved.value.slug}`));
	}
};
