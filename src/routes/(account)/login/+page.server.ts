import { fail, redirect } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import { ownPath } from '$lib/domain/preference';
import { broughtBy, settle } from '$lib/server/people/brought';
import { keepStep } from '$lib/server/people/cookies';
import { noSooner } from '$lib/server/people/pace';
import { signIn } from '$lib/server/people/sign-in';
import { readForm } from '$lib/server/read-form';
import { wake } from '$lib/server/world';
import type { Actions, PageServerLoad } from './$types';

/** Longer than checking a password takes on a busy day. */
const PACE = 350;

export const load: PageServerLoad = async ({ url, locals: { who, locale } }) => {
	const next = url.searchParams.get('next');
	if (who) redirect(303, next ? ownPath(next) : href(locale, '/account'));
	const { env } = await wake();
	return {
		next: next ? ownPath(next) : '',
		reset: url.searchParams.has('reset'),
		over: url.searchParams.has('over'),
		/** Other doors: each a name and the path its form is sent to. */
		doors: env.oidc ? [{ name: env.oidc.name, path: '/login/oidc' }] : []
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { locals } = event;
		const typed = await readForm(event.request, 'email', 'password', 'next');
		const next = typed.next ? ownPath(typed.next) : '';
		const empty = (['email', 'password'] as const).filter((name) => !typed[name].trim());
		const refused = (status: number, field: string, reason: string, minutes = 0) =>
			fail(status, {
				email: typed.email.slice(0, 254),
				next,
				refusals: [{ field, reason, detail: { minutes } }]
			});
		if (empty[0]) return refused(422, empty[0], 'required');
		const work = signIn(locals.db, typed, broughtBy(event), locals.by);
		const done = await noSooner(PACE, work);
		if (done.go === 'refused') {
			const status = done.reason === 'wrong' ? 401 : 429;
			if (status === 429) event.setHeaders({ 'retry-after': String(Math.ceil(done.wait / 1000)) });
			return refused(status, 'form', done.reason, Math.ceil(done.wait / 60_000));
		}
		if (done.go === 'factor') {
			keepStep(event, done.step);
			const query = next ? `?next=${encodeURIComponent(next)}` : '';
			redirect(303, href(locals.locale, `/login/factor${query}`));
		}
		settle(event, done.personId, done.issued);
		redirect(303, next || href(locals.locale, '/account'));
	}
};
