import { error, fail, redirect } from '@sveltejs/kit';
import type { Ruled } from '$lib/domain/refusal';
import { href } from '$lib/domain/locale';
import { heard } from '$lib/server/heard';
import {
	askAgain,
	declineVenue,
	grantVenue,
	overrideVenue,
	tellVenue,
	withdrawVenue
} from '$lib/server/venues/answer';
import { questionSheet } from '$lib/server/venues/one';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db, who, now } }) => {
	const request = await questionSheet(db, who, params.id, now);
	if (!request) error(404, { message: 'path' });
	return { request, done: url.searchParams.get('done'), now };
};

type Form = Awaited<ReturnType<typeof heard>>;
const toldIn = (form: Form) => ({ heads: form.get('heads') ?? '', note: form.get('note') ?? '' });
const statusOf = (reason: string | undefined) =>
	reason === 'gone' ? 404 : reason === 'not-yours' ? 403 : reason === 'answered' ? 409 : 422;

/** A deed: done and shown, or refused with everything that was typed. */
const doing =
	(of: string, act: (event: RequestEvent, form: Form) => Promise<Ruled<true | { id: string }>>) =>
	async (event: RequestEvent) => {
		const form = await heard(event);
		const done = await act(event, form);
		if (done.ok) {
			const id = done.value === true ? event.params.id : done.value.id;
			redirect(303, href(event.locals.locale, `/studio/venues/${id}?done=${of}`));
		}
		return fail(statusOf(done.refusals[0]?.reason), {
			...{ of, refusals: done.refusals },
			typed: {
				why: (form.get('why') ?? '').slice(0, 2000),
				note: (form.get('note') ?? '').slice(0, 2000),
				heads: (form.get('heads') ?? '').slice(0, 20),
				dates: form.all('date').slice(0, 400)
			}
		});
	};

/** Dates as a form names them: their starts, ms. */
const datesIn = (form: Form) =>
	form.all('date').flatMap((text) => (/^\d{1,15}$/.test(text) ? [Number(text)] : [-1]));

export const actions: Actions = {
	grant: doing('grant', ({ params, locals: { db, by } }, form) =>
		grantVenue(db, by, params.id, { dates: datesIn(form), why: form.get('why') ?? '' })
	),
	decline: doing('decline', ({ params, locals: { db, by } }, form) =>
		declineVenue(db, by, params.id, form.get('why') ?? '')
	),
	override: doing('override', ({ params, locals: { db, by } }, form) =>
		overrideVenue(db, by, params.id, form.get('why') ?? '')
	),
	withdraw: doing('withdraw', ({ params, locals: { db, by } }) => withdrawVenue(db, by, params.id)),
	again: doing('again', ({ params, locals: { db, by } }, form) =>
		askAgain(db, by, params.id, toldIn(form))
	),
	tell: doing('tell', ({ params, locals: { db, by } }, form) =>
		tellVenue(db, by, params.id, toldIn(form))
	)
};
