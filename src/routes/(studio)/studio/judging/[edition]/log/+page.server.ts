import { fail } from '@sveltejs/kit';
import { heard } from '$lib/server/heard';
import { mailsOf } from '$lib/server/judging/checkpoints';
import { markNow } from '$lib/server/judging/log-interim';
import { isOpen, phasesOf, roundTitles } from '$lib/server/judging/log-phases';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { db } }) => {
	const [phases, open, titles] = await Promise.all([
		phasesOf(db, params.edition),
		isOpen(db, params.edition),
		roundTitles(db, params.edition)
	]);
	const mails = await mailsOf(
		db,
		phases.map(({ id }) => id)
	);
	return {
		open,
		phases: phases.map(({ id, phase, roundId, records, at, note, mailed }) => ({
			...{ id, phase, records, at, note, mailed },
			round: roundId ? (titles.get(roundId) ?? null) : null,
			mails: mails
				.filter(({ phaseId }) => phaseId === id)
				.map(({ label, state, sentAt }) => ({ label, state: state ?? ('gone' as const), sentAt }))
		}))
	};
};

export const actions: Actions = {
	mark: async (event) => {
		await heard(event);
		const { db, by } = event.locals;
		const done = await markNow(db, by, event.params.edition);
		return done.ok ? { marked: true } : fail(422, { refusals: done.refusals });
	}
};
