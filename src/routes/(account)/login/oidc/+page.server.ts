import { error, fail } from '@sveltejs/kit';
import { ownPath } from '$lib/domain/preference';
import { keepAsked } from '$lib/server/people/cookies';
import { begin } from '$lib/server/people/oidc/ceremony';
import { readForm } from '$lib/server/read-form';
import { wake } from '$lib/server/world';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const { env } = await wake();
	if (!env.oidc) error(404);
	const next = url.searchParams.get('next');
	return {
		door: env.oidc.name,
		/** Why somebody was sent back here; the page knows the reasons it has a sentence for. */
		why: url.searchParams.get('why'),
		next: next ? ownPath(next) : ''
	};
};

export const actions: Actions = {
	/**
	 * Begins a sign-in at the other door. The page goes on there by itself instead of being redirected:
	 * a form may lead nowhere but to us (`form-action 'self'`).
	 */
	default: async (event) => {
		const { env } = await wake();
		if (!env.oidc) error(404);
		const { db, locale, by } = event.locals;
		const { next } = await readForm(event.request, 'next');
		const begun = await begin(
			db,
			env.oidc,
			env.origin.origin,
			{ next: next ? ownPath(next) : null, locale },
			by
		);
		if (!begun.ok)
			return fail(begun.refusals[0]!.reason === 'too-often' ? 429 : 503, {
				refusals: begun.refusals
			});
		keepAsked(event, begun.value.token);
		return { address: begun.value.address.href };
	}
};
