import { error, fail, redirect } from '@sveltejs/kit';
import { planNumbers, usualPlan } from '$lib/domain/visits/plan';
import type { PlanNumber, TypedPlan } from '$lib/domain/visits/plan';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import { localMoment } from '$lib/domain/hours';
import { freeDays } from '$lib/domain/visits/slots';
import { heard } from '$lib/server/heard';
import { groundOf, hoursOf } from '$lib/server/visits/ground';
import { addGuide, guidesOf, removeGuide } from '$lib/server/visits/guides';
import { planFor, savePlan } from '$lib/server/visits/plans';
import { statusOf } from '$lib/server/refused';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Days with slots shown beside a plan. */
const SHOWN = 3;

export const load: PageServerLoad = async ({ params, url, locals: { db, who, now } }) => {
	const found = await planFor(db, who, params.id);
	if (!found) error(404);
	const ground = found.plan && (await groundOf(db, params.id, now));
	const { day: today } = localMoment(now);
	const hours = ground?.hours ?? (await hoursOf(db, params.id, today));
	return {
		place: found.place,
		plan: found.plan ?? usualPlan,
		made: found.plan !== null,
		hours: { week: [...hours.week], exceptions: [...hours.exceptions] },
		days: ground ? freeDays(ground, { from: ground.first, count: SHOWN }).days : [],
		guides: await guidesOf(db, params.id),
		done: url.searchParams.get('done'),
		now
	};
};

type Form = Awaited<ReturnType<typeof heard>>;

/** What was typed of a plan. */
function typedPlan(form: Form): TypedPlan {
	const text = (name: string) => (form.get(name) ?? '').slice(0, 4000);
	return {
		...(Object.fromEntries(planNumbers.map((name) => [name, text(name)])) as Record<
			PlanNumber,
			string
		>),
		open: form.get('open') === 'yes',
		zh: text('zh'),
		en: text('en')
	};
}

const doing =
	(of: 'plan' | 'add' | 'remove', act: (event: RequestEvent, form: Form) => Promise<Ruled<true>>) =>
	async (event: RequestEvent) => {
		const form = await heard(event);
		const done = await act(event, form);
		if (done.ok) redirect(303, `?done=${of}${of === 'plan' ? '' : '#guides'}`);
		const refusals: Refusal[] = done.refusals;
		return fail(statusOf(refusals), {
			...{ of, refusals },
			typed: of === 'plan' ? typedPlan(form) : null,
			name: (form.get('name') ?? '').slice(0, 200)
		});
	};

export const actions: Actions = {
	plan: doing('plan', ({ params, locals: { db, by } }, form) =>
		savePlan(db, by, params.id!, typedPlan(form))
	),
	add: doing('add', ({ params, locals: { db, by } }, form) =>
		addGuide(db, by, params.id!, form.get('name') ?? '')
	),
	remove: doing('remove', ({ params, locals: { db, by } }, form) =>
		removeGuide(db, by, params.id!, form.get('guide') ?? '')
	)
};
