import { error, fail } from '@sveltejs/kit';
import { parseList } from '$lib/domain/events/attendance-list';
import { deskEvent } from '$lib/server/events/desk';
import { LIST_PAGE, personsOf, refuseHere, signUpsOf } from '$lib/server/events/desk-signups';
import { heard } from '$lib/server/heard';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db, who, now } }) => {
	const event = await deskEvent(db, who, params.id);
	if (!event) error(404, { message: 'path' });
	const query = parseList(url.searchParams);
	return { event, query, size: LIST_PAGE, ...(await signUpsOf(db, params.id, query, now)) };
};

export const actions: Actions = {
	show: async ({ params, url, locals: { db, by } }) => {
		const persons = await personsOf(db, by, params.id, parseList(url.searchParams));
		return persons ? { persons } : fail(403, { refusals: [{ field: '', reason: 'gone' }] });
	},
	refuse: async (event) => {
		const sent = await heard(event);
		const { db, by } = event.locals;
		const text = (name: string) => {
			const value = sent.get(name);
			return typeof value === 'string' ? value : '';
		};
		const [id, why] = [text('booking'), text('why')];
		const done = await refuseHere(db, by, event.params.id, { id, why });
		return done.ok
			? { refused: done.value.code }
			: fail(422, { refusals: done.refusals, booking: id, why });
	}
};
