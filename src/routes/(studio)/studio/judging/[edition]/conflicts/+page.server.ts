import { error } from '@sveltejs/kit';
import { heard } from '$lib/server/heard';
import { addConflict, liftConflict, lookForConflicts } from '$lib/server/judging/conflicts';
import { conflictsView, readConflictQuery } from '$lib/server/judging/conflicts-view';
import { refused } from '$lib/server/refused';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db, who } }) => {
	const query = readConflictQuery(url.searchParams);
	const list = await conflictsView(db, who, params.edition, query);
	if (!list) error(404);
	return { list };
};

export const actions: Actions = {
	look: async (event) => {
		await heard(event);
		const { db, by } = event.locals;
		const done = await lookForConflicts(db, by, event.params.edition);
		return done.ok ? { of: 'look', held: done.value } : refused('look', done.refusals);
	},
	add: async (event) => {
		const sent = await heard(event);
		const { db, by } = event.locals;
		const text = (name: string) => (sent.get(name) ?? '').slice(0, 1000);
		const form = {
			...{ jurorId: text('juror'), number: text('number') },
			...{ kind: text('kind'), why: text('why') }
		};
		const done = await addConflict(db, by, event.params.edition, form);
		return done.ok ? { of: 'add', held: done.value } : refused('add', done.refusals, form);
	},
	lift: async (event) => {
		const sent = await heard(event);
		const { db, by } = event.locals;
		const id = (sent.get('conflict') ?? '').slice(0, 40);
		const why = (sent.get('why') ?? '').slice(0, 1000);
		const done = await liftConflict(db, by, { editionId: event.params.edition, id, why });
		return done.ok ? { of: id, lifted: done.value } : refused(id, done.refusals, { why });
	}
};
