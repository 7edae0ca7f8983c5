import { error, fail, redirect } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import { hasProved } from '$lib/domain/people/may';
import { askedToken, dropAsked, keepSession } from '$lib/server/people/cookies';
import { link, waiting } from '$lib/server/people/oidc/ceremony';
import { wake } from '$lib/server/world';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { env } = await wake();
	if (!env.oidc) error(404);
	const { db, now, who, locale } = event.locals;
	const asked = await waiting(db, askedToken(event), now);
	if (!asked) redirect(303, href(locale, '/login/oidc?why=expired'));
	return {
		door: env.oidc.name,
		email: asked.email,
		stand: !who
			? ('stranger' as const)
			: who.id !== asked.personId
				? ('other' as const)
				: hasProved(who, now)
					? ('ready' as const)
					: ('stale' as const)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { env } = await wake();
		if (!env.oidc) error(404);
		const { db, by, who, locale } = event.locals;
		if (!who) return fail(401, { refusals: [{ field: 'door', reason: 'prove' }] });
		const linked = await link(db, askedToken(event), { ...by, who });
		if (!linked.ok) return fail(403, { refusals: linked.refusals });
		dropAsked(event);
		keepSession(event, linked.value.issued, by.now);
		redirect(303, linked.value.next || href(locale, '/account/passkeys?done=link'));
	}
};
