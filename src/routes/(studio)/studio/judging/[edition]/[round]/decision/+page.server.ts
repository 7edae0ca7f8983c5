import { error } from '@sveltejs/kit';
import { readFilter } from '$lib/domain/judging/decision/filter';
import type { By } from '$lib/domain/people/who';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import type { Db } from '$lib/server/db/open';
import { heard } from '$lib/server/heard';
import { decisionDesk } from '$lib/server/judging/decision-desk';
import { decideByRule, deliberate } from '$lib/server/judging/decisions';
import { askRelease, confirmRelease, takeBackRelease } from '$lib/server/judging/releases';
import { refused } from '$lib/server/refused';
import { roundHere } from '../here.server';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const {
		params,
		url,
		locals: { db, who, now }
	} = event;
	await roundHere(event);
	const filter = readFilter(url.searchParams.get('show'));
	const page = Math.max(1, Math.floor(Number(url.searchParams.get('page'))) || 1);
	const desk = await decisionDesk(db, who, params.round, { filter, page, now });
	if (!desk.ok && desk.refusals[0]?.reason === 'gone') error(404);
	return { desk, filter, page, now };
};

const said = <T>(of: string, { ok, ...rest }: Ruled<T>, values: Record<string, string> = {}) =>
	ok
		? { of, done: (rest as { value: T }).value }
		: refused(of, (rest as { refusals: Refusal[] }).refusals, values);

/** Who acts on which round. */
async function asked(event: RequestEvent): Promise<[Db, By, string]> {
	const { id } = await roundHere(event);
	return [event.locals.db, event.locals.by, id];
}

export const actions: Actions = {
	rule: async (event) => said('rule', await decideByRule(...(await asked(event)))),
	note: async (event) => {
		const text = (await heard(event)).get('text') ?? '';
		return said('note', await deliberate(...(await asked(event)), null, text), { text });
	},
	ask: async (event) => said('ask', await askRelease(...(await asked(event)))),
	confirm: async (event) => {
		const form = await heard(event);
		const on = await asked(event);
		if (form.get('sure') !== 'yes')
			return refused('confirm', [{ field: 'sure', reason: 'sure' }], {});
		return said('confirm', await confirmRelease(...on, form.get('digest') ?? ''));
	},
	take: async (event) => said('take', await takeBackRelease(...(await asked(event))))
};
