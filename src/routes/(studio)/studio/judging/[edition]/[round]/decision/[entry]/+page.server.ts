import { error, fail, redirect } from '@sveltejs/kit';
import { verdicts } from '$lib/domain/judging/state';
import { heard } from '$lib/server/heard';
import { decisionOf } from '$lib/server/judging/decision-desk';
import { decideOne, deliberate, undecide } from '$lib/server/judging/decisions';
import { roundHere } from '../../here.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { params, locals } = event;
	const { db, who, now } = locals;
	await roundHere(event);
	const found = await decisionOf(db, who, params.round, params.entry);
	if (!found || (!found.ok && found.refusals[0]?.reason === 'gone')) error(404);
	return { found, now };
};

export const actions: Actions = {
	decide: async (event) => {
		const form = await heard(event);
		await roundHere(event);
		const { db, by } = event.locals;
		const { round, entry } = event.params;
		// A prize is an award: one choice on the page, two columns in the archive.
		const chosen = form.get('verdict') ?? '';
		const prize = chosen.startsWith('award:') ? chosen.slice(6) : null;
		const verdict = verdicts.find((one) => one === chosen) ?? (prize ? 'award' : null);
		const values = { verdict: chosen, why: form.get('why') ?? '' };
		if (!verdict)
			return fail(422, {
				of: 'decide',
				refusals: [{ field: 'verdict', reason: 'unknown' }],
				values
			});
		const done = await decideOne(db, by, round, entry, { verdict, prize, why: values.why });
		if (!done.ok) return fail(422, { of: 'decide', refusals: done.refusals, values });
		redirect(303, '?done=saved');
	},
	drop: async (event) => {
		await roundHere(event);
		const { db, by } = event.locals;
		const done = await undecide(db, by, event.params.round, event.params.entry);
		if (!done.ok) return fail(422, { of: 'drop', refusals: done.refusals, values: {} });
		redirect(303, '?done=dropped');
	},
	note: async (event) => {
		const text = (await heard(event)).get('text') ?? '';
		await roundHere(event);
		const { db, by } = event.locals;
		const done = await deliberate(db, by, event.params.round, event.params.entry, text);
		return done.ok
			? { of: 'note', done: true }
			: fail(422, { of: 'note', refusals: done.refusals, values: { text } });
	}
};
