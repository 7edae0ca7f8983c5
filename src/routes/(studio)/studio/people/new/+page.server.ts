import { fail } from '@sveltejs/kit';
import { hasProved } from '$lib/domain/people/may';
import { write } from '$lib/server/db/write';
import { nudge } from '$lib/server/mail/nudge';
import { invite } from '$lib/server/people/office';
import { readForm } from '$lib/server/read-form';
import { wake } from '$lib/server/world';
import { grantGiven } from './given.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { who, now } }) => ({ proved: hasProved(who, now) });

export const actions: Actions = {
	default: async ({ request, locals: { db, by, who, now } }) => {
		const typed = await readForm(
			request,
			'email',
			'name',
			'locale',
			'role',
			'scopeKind',
			'scopeId'
		);
		if (!hasProved(who, now))
			return fail(403, { typed, refusals: [{ field: '', reason: 'prove' }] });
		const grant = await grantGiven(db, typed);
		if (!grant.ok) return fail(422, { typed, refusals: grant.refusals });
		const done = await write(db, (tx) =>
			invite(tx, by, {
				email: typed.email,
				name: typed.name,
				locale: typed.locale === 'en' ? 'en' : 'zh',
				grants: [grant.value]
			})
		);
		if (!done.ok) return fail(422, { typed, refusals: done.refusals });
		nudge();
		const { env } = await wake();
		return {
			id: done.value.id,
			// Whoever has a mail server need not see the link: it opens somebody’s account.
			link: done.value.link && !env.smtpUrl ? env.origin.origin + done.value.link : null,
			isNew: done.value.link !== null
		};
	}
};
