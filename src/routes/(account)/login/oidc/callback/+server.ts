import { error, redirect } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import { broughtBy, settle } from '$lib/server/people/brought';
import {
	askedToken,
	dropAsked,
	keepAsked,
	keepSession,
	keepStep
} from '$lib/server/people/cookies';
import { finish } from '$lib/server/people/oidc/ceremony';
import { wake } from '$lib/server/world';
import type { RequestHandler } from './$types';

/** Where the other door sends people back to. What it brought is judged once and shown nowhere. */
export const GET: RequestHandler = async (event) => {
	const { env } = await wake();
	if (!env.oidc) error(404);
	const { db, by, locale: here } = event.locals;
	const back = { token: askedToken(event), search: event.url.search };
	dropAsked(event);
	const done = await finish(db, env.oidc, env.origin.origin, back, broughtBy(event), by);
	const locale = done.locale ?? here;
	if (done.go === 'refused')
		redirect(303, href(locale, `/login/oidc?why=${done.refusals[0]!.reason}`));
	if (done.go === 'ask') {
		keepAsked(event, done.token);
		redirect(303, href(locale, '/login/oidc/confirm'));
	}
	if (done.go === 'linked') {
		keepSession(event, done.issued, by.now);
		redirect(303, href(locale, '/account/passkeys?done=link'));
	}
	const { signedIn, next } = done;
	if (signedIn.go === 'refused') redirect(303, href(locale, '/login/oidc?why=expired'));
	if (signedIn.go === 'factor') {
		keepStep(event, signedIn.step);
		const query = next ? `?next=${encodeURIComponent(next)}` : '';
		redirect(303, href(locale, `/login/factor${query}`));
	}
	settle(event, signedIn.personId, signedIn.issued);
	redirect(303, next || href(locale, '/account'));
};
