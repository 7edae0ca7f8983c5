import { fail } from '@sveltejs/kit';
import { plainSigns } from '$lib/domain/certificates/code';
import { limiter } from '$lib/server/corrections-limit';
import { heard } from '$lib/server/heard';
import { isShortCode, lookUp, redeem } from '$lib/server/stamps/booklets';
import type { Actions, PageServerLoad } from './$types';

/** A busy counter looks up one every few seconds; whoever guesses needs a million. */
const looks = limiter({ each: 300, all: 6000 });

export const load: PageServerLoad = async ({ url, locals: { db, now }, getClientAddress }) => {
	const typed = (url.searchParams.get('code') ?? '').slice(0, 40);
	const nothing = { typed, found: null, trouble: null };
	if (!typed) return nothing;
	if (!isShortCode(typed)) return { ...nothing, trouble: 'code' };
	if (!(await looks.take(getClientAddress()))) return { ...nothing, trouble: 'not-readable' };
	const found = await lookUp(db, typed, now);
	if (!found) return { ...nothing, trouble: 'code-unknown' };
	return { typed: plainSigns(typed), found, trouble: null };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await heard(event);
		const { db, by } = event.locals;
		const done = await redeem(db, by, (form.get('code') ?? '').slice(0, 40));
		return done.ok ? { handed: true } : fail(422, { refusals: done.refusals });
	}
};
