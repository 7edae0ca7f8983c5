import { error, fail, redirect } from '@sveltejs/kit';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import { headsOf } from '$lib/domain/visits/request';
import { heard } from '$lib/server/heard';
import {
	changeHeadsFor,
	confirmFor,
	endVisit,
	markVisit,
	offerSlot
} from '$lib/server/visits/deeds';
import { openVisit } from '$lib/server/visits/desk';
import { assignGuides } from '$lib/server/visits/guides';
import { statusOf } from '$lib/server/refused';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db, by, now } }) => {
	const found = await openVisit(db, by, params.id);
	if (!found.ok) error(404);
	return { visit: found.value, done: url.searchParams.get('done'), now };
};

type Form = Awaited<ReturnType<typeof heard>>;

/** A deed of the office: done and shown, or refused with everything that was typed. */
const doing =
	(of: string, act: (event: RequestEvent, form: Form) => Promise<Ruled<true>>) =>
	async (event: RequestEvent) => {
		const form = await heard(event);
		const done = await act(event, form);
		if (done.ok) redirect(303, `?done=${of}`);
		const refusals: Refusal[] = done.refusals;
		return fail(statusOf(refusals), {
			...{ of, refusals },
			typed: {
				slot: form.get('slot') ?? '',
				reason: (form.get('reason') ?? '').slice(0, 2000),
				came: (form.get('came') ?? '').slice(0, 20),
				heads: (form.get('heads') ?? '').slice(0, 20),
				guides: form.all('guide')
			}
		});
	};

export const actions: Actions = {
	offer: doing('offer', ({ params, locals: { db, by } }, form) =>
		offerSlot(db, by, params.id!, form.get('slot') ?? '')
	),
	confirm: doing('confirm', ({ params, locals: { db, by } }) => confirmFor(db, by, params.id!)),
	guides: doing('guides', ({ params, locals: { db, by } }, form) =>
		assignGuides(db, by, params.id!, form.all('guide').slice(0, 60))
	),
	heads: doing('heads', ({ params, locals: { db, by } }, form) =>
		changeHeadsFor(db, by, params.id!, headsOf(form.get('heads') ?? ''))
	),
	decline: doing('decline', ({ params, locals: { db, by } }, form) =>
		endVisit(db, by, params.id!, 'decline', form.get('reason') ?? '')
	),
	cancel: doing('cancel', ({ params, locals: { db, by } }, form) =>
		endVisit(db, by, params.id!, 'cancel', form.get('reason') ?? '')
	),
	came: doing('came', ({ params, locals: { db, by } }, form) =>
		markVisit(db, by, params.id!, headsOf(form.get('came') ?? ''))
	),
	missed: doing('missed', ({ params, locals: { db, by } }) => markVisit(db, by, params.id!, null))
};
