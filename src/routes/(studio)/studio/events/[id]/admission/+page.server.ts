import { error, fail } from '@sveltejs/kit';
import type { Admission } from '$lib/domain/events/admission';
import { readAdmission } from '$lib/domain/events/admission-form';
import { admissionTrouble, settled } from '$lib/domain/events/admission-law';
import { newAdmission } from '$lib/domain/events/admission-new';
import type { Refusal } from '$lib/domain/refusal';
import { dateOf } from '$lib/server/checkin/gates';
import { runsEvent } from '$lib/server/events/runs';
import { heard } from '$lib/server/heard';
import { admissionPage } from '$lib/server/signups/admission-page';
import { admissionOf, saveAdmission } from '$lib/server/signups/admissions';
import { nameChance, runDraw } from '$lib/server/signups/draw';
import { statusOf } from '$lib/server/refused';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const { db, who } = locals;
	const page = (await runsEvent(db, who, params.id)) && (await admissionPage(db, params.id));
	if (!page) error(404, { message: 'path' });
	const plan = page.admission?.plan ?? newAdmission();
	return {
		...page,
		plan,
		open: page.admission?.open ?? true,
		revision: page.admission?.revision ?? 0,
		now: locals.now
	};
};

/** The date a form of this event means; a date of another event is none of it. */
const dateIn = async ({ params, locals }: RequestEvent, sent: Sent) =>
	(await dateOf(locals.db, params.id!, sent.get('date') ?? ''))?.id ?? '';
type Sent = Awaited<ReturnType<typeof heard>>;

/** A refused or looked-at form as it was typed; JSON has no such number as nothing. */
const shown = (plan: Admission): Admission =>
	JSON.parse(
		JSON.stringify(plan, (_, value: unknown) =>
			typeof value === 'number' && !Number.isFinite(value) ? 0 : value
		)
	) as Admission;

export const actions: Actions = {
	save: async (event) => {
		const { params, locals } = event;
		const sent = await heard(event);
		const before = await admissionOf(locals.db, params.id);
		const typed = readAdmission(sent, before?.plan ?? null);
		const open = sent.get('open') === 'yes';
		const revision = Number(sent.get('revision'));
		const again = { plan: shown(typed), open, revision };
		if (sent.get('do') === 'preview') {
			if (!(await runsEvent(locals.db, locals.who, params.id))) error(404, { message: 'path' });
			const refusals: Refusal[] = admissionTrouble(settled(typed));
			return refusals.length ? fail(422, { refusals, ...again }) : { preview: true, ...again };
		}
		const done = await saveAdmission(locals.db, locals.by, params.id, typed, { open, revision });
		return done.ok
			? { saved: true }
			: fail(statusOf(done.refusals), { refusals: done.refusals, ...again });
	},
	chance: async (event) => {
		const sent = await heard(event);
		const { db, by } = event.locals;
		const done = await nameChance(db, by, await dateIn(event, sent), sent.get('chance') ?? '');
		return done.ok
			? { saved: true }
			: fail(statusOf(done.refusals), { drawRefusals: done.refusals });
	},
	draw: async (event) => {
		const sent = await heard(event);
		const { db, by } = event.locals;
		const done = await runDraw(db, by, await dateIn(event, sent), sent.get('words') ?? '');
		return done.ok ? { saved: true } : fail(422, { drawRefusals: done.refusals });
	}
};
