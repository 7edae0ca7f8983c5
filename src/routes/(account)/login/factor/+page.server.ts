import { fail, redirect } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import { ownPath } from '$lib/domain/preference';
import { broughtBy, settle } from '$lib/server/people/brought';
import { dropStep, stepToken } from '$lib/server/people/cookies';
import { factorsOf } from '$lib/server/people/people';
import { signInWithCode } from '$lib/server/people/sign-in';
import * as steps from '$lib/server/people/steps';
import { readForm } from '$lib/server/read-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, locale, now } = event.locals;
	const step = await steps.find(db, stepToken(event), 'sign-in', now);
	if (!step?.personId) redirect(303, href(locale, '/login'));
	const next = event.url.searchParams.get('next');
	return {
		next: next ? ownPath(next) : '',
		factors: await factorsOf(db, step.personId)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { db, by, locale } = event.locals;
		const { code, next } = await readForm(event.request, 'code', 'next');
		const refused = (status: number, reason: string, minutes = 0) =>
			fail(status, { refusals: [{ field: 'code', reason, detail: { minutes } }] });
		if (!code.trim()) return refused(422, 'required');
		const done = await signInWithCode(db, stepToken(event), code, broughtBy(event), by);
		if (done.go !== 'in') {
			const reason = done.go === 'refused' ? done.reason : 'over';
			if (reason !== 'over')
				return refused(
					reason === 'wrong' ? 401 : 429,
					reason === 'wrong' ? 'code' : reason,
					done.go === 'refused' ? Math.ceil(done.wait / 60_000) : 0
				);
			dropStep(event);
			redirect(303, href(locale, '/login?over'));
		}
		settle(event, done.personId, done.issued);
		redirect(303, next ? ownPath(next) : href(locale, '/account'));
	}
};
