import { error, fail, redirect } from '@sveltejs/kit';
import { typedFrom } from '$lib/domain/events/booking-sent';
import { href } from '$lib/domain/locale';
import type { Refusal } from '$lib/domain/refusal';
import { heard } from '$lib/server/heard';
import { joinPage } from '$lib/server/signups/join-page';
import { groundCalled, isPublic } from '$lib/server/signups/ground';
import { signupLimiter } from '$lib/server/signups/limit';
import { newFormKey } from '$lib/server/signups/personal';
import { signUp } from '$lib/server/signups/sign-up';
import type { Actions, PageServerLoad } from './$types';

const limits = signupLimiter();

export const load: PageServerLoad = async ({ params, locals, setHeaders }) => {
	const { db, now, locale, who } = locals;
	const page = await joinPage(db, { slug: params.slug, key: params.occasion, now, locale });
	if (!page) error(404, { message: 'path' });
	// Every form has a key of its own, and tells how many seats are free at this moment.
	setHeaders({ 'cache-control': 'private, no-store' });
	return {
		...page,
		key: newFormKey(),
		me: who && { name: who.name, mail: who.email },
		now
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { params, locals, getClientAddress } = event;
		// The deadline is decided by when the form was heard to its end.
		const sent = await heard(event);
		const early = await groundCalled(locals.db, params.slug, params.occasion);
		// What is not public yet answers as if it were not there, to a form as to a visitor.
		if (!early || !isPublic(early, locals.now)) error(404, { message: 'path' });
		const questions = early.plan.questions.map(({ id }) => id);
		const { elsewhere, ...typed } = typedFrom(sent, questions);
		const refused = (status: number, refusals: Refusal[]) =>
			fail(status, { typed, refusals, key: sent.get('key') ?? '' });
		if (elsewhere) return refused(422, [{ field: 'seats', reason: 'seats-zone' }]);
		if (!(await limits.signUp(getClientAddress())))
			return refused(429, [{ field: '', reason: 'too-often' }]);
		// A field no person sees: what fills it in is told the same as everybody and not stored.
		if (sent.get('website')) redirect(303, href(locals.locale, `/events/${params.slug}`));
		const { db, by, locale } = locals;
		const formKey = sent.get('key') ?? '';
		const done = await signUp(db, by, early.occasion.id, typed, { formKey, locale, early });
		if (!done.ok) return refused(422, done.refusals);
		redirect(303, href(locale, `/bookings/${done.value.link}?new`));
	}
};
