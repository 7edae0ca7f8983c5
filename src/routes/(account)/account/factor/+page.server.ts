import { fail } from '@sveltejs/kit';
import { renderSVG } from 'uqr';
import { mustEnrol } from '$lib/domain/people/factor';
import { ownPath } from '$lib/domain/preference';
import { keepSession } from '$lib/server/people/cookies';
import * as enrol from '$lib/server/people/enrol';
import { pendingTotp, recoveryLeft } from '$lib/server/people/factors';
import { factorsOf } from '$lib/server/people/people';
import { provedSelf, self } from '$lib/server/people/self';
import { readForm } from '$lib/server/read-form';
import { wake } from '$lib/server/world';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const { who } = self(event);
	const next = event.url.searchParams.get('next');
	const { totp, passkeys } = await factorsOf(db, who.id);
	const pending = totp ? null : await pendingTotp(db, who.id, who.email, event.url.host);
	return {
		email: who.email,
		/** Where somebody was sent here from, to go on when two steps are on. */
		next: next ? ownPath(next) : '',
		required: mustEnrol(who),
		totp,
		passkeys,
		recovery: totp || passkeys ? await recoveryLeft(db, who.id) : 0,
		// Shown to nobody who has not proved a moment ago who they are: it is half of the account.
		pending:
			pending && now - who.provedAt < 600_000
				? {
						...pending,
						svg: renderSVG(pending.uri, { ecc: 'M', border: 2, pixelSize: 4 })
					}
				: null
	};
};

export const actions: Actions = {
	begin: async (event) => {
		await enrol.begin(event.locals.db, provedSelf(event));
		return {};
	},
	confirm: async (event) => {
		const { db, now } = event.locals;
		const me = provedSelf(event);
		const { code } = await readForm(event.request, 'code');
		const ruled = await enrol.confirm(db, code, me);
		if (!ruled.ok) return fail(422, { refusals: ruled.refusals });
		keepSession(event, ruled.value.issued, now);
		return { codes: ruled.value.codes };
	},
	forget: async (event) => {
		await enrol.forget(event.locals.db, self(event));
		return {};
	},
	renew: async (event) => {
		const ruled = await enrol.renewCodes(event.locals.db, provedSelf(event));
		if (!ruled.ok) return fail(422, { refusals: ruled.refusals });
		keepSession(event, ruled.value.issued, event.locals.now);
		return { codes: ruled.value.codes };
	},
	drop: async (event) => {
		const { env } = await wake();
		const ruled = await enrol.drop(event.locals.db, provedSelf(event), env.secondFactorRequired);
		if (!ruled.ok) return fail(422, { refusals: ruled.refusals });
		keepSession(event, ruled.value, event.locals.now);
		return { dropped: true };
	}
};
