import { error, fail, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import type { TypedBooking } from '$lib/domain/events/booking-form';
import { typedFrom } from '$lib/domain/events/booking-sent';
import { href } from '$lib/domain/locale';
import type { Refusal } from '$lib/domain/refusal';
import { heard } from '$lib/server/heard';
import { acceptOffer, cancelBooking } from '$lib/server/signups/cancel';
import { changeBooking } from '$lib/server/signups/change';
import { bookingPage } from '$lib/server/signups/booking-page';
import { signupLimiter } from '$lib/server/signups/limit';
import { byLink } from '$lib/server/signups/own';
import { statusOf } from '$lib/server/refused';
import type { Actions, PageServerLoad } from './$types';

const limits = signupLimiter();

/** A link that opens nothing; whoever tries many is slowed down. */
async function missed(address: string): Promise<never> {
	if (!(await limits.miss(address))) error(429, { message: 'path' });
	error(404, { message: 'path' });
}

export const load: PageServerLoad = async ({
	params,
	locals,
	url,
	getClientAddress,
	setHeaders
}) => {
	const { db, now, locale } = locals;
	const page = await bookingPage(db, params.token, { now, locale });
	if (!page) return missed(getClientAddress());
	setHeaders({ 'cache-control': 'private, no-store' });
	const { origin, searchParams } = url;
	return {
		...page,
		now,
		link: origin + href(locale, `/bookings/${params.token}`),
		token: params.token,
		fresh: searchParams.has('new'),
		done: ['saved', 'cancelled'].find((one) => searchParams.has(one)) ?? null
	};
};

const back = ({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>, told: string): never =>
	redirect(303, href(locals.locale, `/bookings/${params.token}?${told}`));

const refused = (of: string, refusals: Refusal[], typed: TypedBooking | null = null) =>
	fail(statusOf(refusals), { of, refusals, typed });

export const actions: Actions = {
	change: async (event) => {
		const { db, by } = event.locals;
		const sent = await heard(event);
		const own = await byLink(db, event.params.token);
		if (!own) return missed(event.getClientAddress());
		const typed = typedFrom(
			sent,
			own.ground.plan.questions.map(({ id }) => id)
		);
		const done = await changeBooking(
			db,
			{ ...by, now: event.locals.now },
			event.params.token,
			typed
		);
		return done.ok ? back(event, 'saved') : refused('change', done.refusals, typed);
	},
	accept: async (event) => {
		await heard(event);
		const done = await acceptOffer(event.locals.db, event.locals.by, event.params.token);
		return done.ok ? back(event, 'saved') : refused('accept', done.refusals);
	},
	cancel: async (event) => {
		await heard(event);
		const done = await cancelBooking(event.locals.db, event.locals.by, event.params.token);
		return done.ok ? back(event, 'cancelled') : refused('cancel', done.refusals);
	}
};
