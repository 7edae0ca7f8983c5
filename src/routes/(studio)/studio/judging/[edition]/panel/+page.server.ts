import { error, fail } from '@sveltejs/kit';
import type { Sent } from '$lib/domain/contests/entry-form';
import type { Refusal } from '$lib/domain/refusal';
import { heard } from '$lib/server/heard';
import { comeBack, join, leave, leaveEdition } from '$lib/server/judging/panel';
import { changeJuror, inviteJuror } from '$lib/server/judging/panel-jurors';
import { panelView } from '$lib/server/judging/panel-view';
import { gone, roundById } from '$lib/server/judging/rounds';
import { statusOf } from '$lib/server/refused';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { db, who } }) => {
	const panel = await panelView(db, who, params.edition);
	if (!panel) error(404);
	return { panel };
};

const text = (sent: Sent, name: string) => (sent.get(name) ?? '').slice(0, 1000);
/** Nobody ticked every box by hand: `all` says so with one. */
const known = (sent: Sent) =>
	sent.get('all') === 'yes' ? null : sent.all('category').slice(0, 200);
/** Digits as a number, nothing as no limit, all else as what the rule refuses. */
const capacity = (sent: Sent) => {
	const typed = text(sent, 'capacity').trim();
	return typed === '' ? null : /^\d{1,6}$/.test(typed) ? Number(typed) : NaN;
};
const refused = (of: string, refusals: Refusal[], values: Record<string, string | string[]> = {}) =>
	fail(statusOf(refusals), { of, refusals, values });

export const actions: Actions = {
	invite: async (event) => {
		const sent = await heard(event);
		const { db, by } = event.locals;
		const values = {
			email: text(sent, 'email'),
			label: text(sent, 'label'),
			phone: text(sent, 'phone')
		};
		const categories = known(sent);
		const done = await inviteJuror(db, by, event.params.edition, { ...values, categories });
		return done.ok
			? { of: 'invite', found: done.value.found }
			: refused('invite', done.refusals, { ...values, category: categories ?? ['*'] });
	},
	change: async (event) => {
		const sent = await heard(event);
		const { db, by } = event.locals;
		const jurorId = text(sent, 'juror');
		const done = await changeJuror(db, by, {
			...{ editionId: event.params.edition, jurorId },
			...{ label: text(sent, 'label'), categories: known(sent) }
		});
		return done.ok ? { of: jurorId, saved: true } : refused(jurorId, done.refusals);
	},
	join: async (event) => {
		const sent = await heard(event);
		const { db, by } = event.locals;
		const jurorId = text(sent, 'juror');
		const dryRun = sent.get('do') === 'try';
		const roundId = text(sent, 'round');
		if (!(await roundById(db, event.params.edition, roundId))) return refused(jurorId, [gone]);
		const done = await join(db, by, { roundId, jurorId, capacity: capacity(sent), dryRun });
		return done.ok
			? { of: jurorId, dryRun, joined: true, report: done.value.repaired?.report ?? null }
			: refused(jurorId, done.refusals);
	},
	leave: async (event) => {
		const sent = await heard(event);
		const { db, by } = event.locals;
		const jurorId = text(sent, 'juror');
		const dryRun = sent.get('do') === 'try';
		const why = text(sent, 'why');
		const round = text(sent, 'round');
		if (!(await roundById(db, event.params.edition, round))) return refused(jurorId, [gone]);
		const done = await leave(db, by, { roundId: round, jurorId, why, dryRun });
		if (!done.ok) return refused(jurorId, done.refusals, { why, round });
		const { finished, moved, repaired } = done.value;
		return {
			...{ of: jurorId, dryRun, left: { finished, moved } },
			report: repaired?.report ?? null,
			values: dryRun ? { why, round } : {}
		};
	},
	leaveAll: async (event) => {
		const sent = await heard(event);
		const { db, by } = event.locals;
		const jurorId = text(sent, 'juror');
		const why = text(sent, 'why');
		const done = await leaveEdition(db, by, { editionId: event.params.edition, jurorId, why });
		if (!done.ok) return refused(jurorId, done.refusals, { why });
		const { finished, moved, repaired } = done.value;
		return {
			of: jurorId,
			dryRun: false,
			left: { finished, moved },
			report: repaired?.report ?? null
		};
	},
	back: async (event) => {
		const sent = await heard(event);
		const { db, by } = event.locals;
		const jurorId = text(sent, 'juror');
		const done = await comeBack(db, by, { editionId: event.params.edition, jurorId });
		return done.ok ? { of: jurorId, saved: true } : refused(jurorId, done.refusals);
	}
};
