import { error } from '@sveltejs/kit';
import { heard } from '$lib/server/heard';
import { progressOfRound } from '$lib/server/judging/desk-progress';
import { remindJurors } from '$lib/server/judging/desk-remind';
import { unlockByCode } from '$lib/server/judging/score-unlock';
import { refused } from '$lib/server/refused';
import { roundHere } from '../here.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, who } = event.locals;
	const progress = await progressOfRound(db, who, await roundHere(event));
	if (!progress) error(404);
	return { progress };
};

export const actions: Actions = {
	remind: async (event) => {
		const sent = await heard(event);
		await roundHere(event);
		const { db, by } = event.locals;
		const only = (sent.get('juror') ?? '').slice(0, 40) || null;
		const said = await remindJurors(db, by, event.params.round, only);
		return said.ok ? { of: 'remind', reminded: said.value } : refused('remind', said.refusals);
	},
	unlock: async (event) => {
		const sent = await heard(event);
		await roundHere(event);
		const { db, by } = event.locals;
		const values = {
			juror: (sent.get('juror') ?? '').slice(0, 40),
			code: (sent.get('code') ?? '').slice(0, 20),
			why: (sent.get('why') ?? '').slice(0, 2000)
		};
		const said = await unlockByCode(db, by, event.params.round, values);
		return said.ok
			? { of: 'unlock', unlocked: said.value }
			: refused('unlock', said.refusals, values);
	}
};
