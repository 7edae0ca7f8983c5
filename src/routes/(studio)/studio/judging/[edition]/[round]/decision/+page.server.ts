import { error, fail } from '@sveltejs/kit';
import { readFilter } from '$lib/domain/judging/decision/filter';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import { heard } from '$lib/server/heard';
import { decisionDesk } from '$lib/server/judging/decision-desk';
import { decideByRule, deliberate } from '$lib/server/judging/decisions';
import { askRelease, confirmRelease, takeBackRelease } from '$lib/server/judging/releases';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db, who, now } }) => {
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

const refused = (of: string, refusals: Refusal[], values: Record<string, string>) =>
	fail(refusals[0]?.reason === 'gone' ? 404 : 422, { of, refusals, values });

export const actions: Actions = {
	rule: async ({ params, locals: { db, by } }) =>
		said('rule', await decideByRule(db, by, params.round)),
	note: async (event) => {
		const text = (await heard(event)).get('text') ?? '';
		const { db, by } = event.locals;
		return said('note', await deliberate(db, by, event.params.round, null, text), { text });
	},
	ask: async ({ params, locals: { db, by } }) =>
		said('ask', await askRelease(db, by, params.round)),
	confirm: async (event) => {
		const form = await heard(event);
		const { db, by } = event.locals;
		if (form.get('sure') !== 'yes')
			return refused('confirm', [{ field: 'sure', reason: 'sure' }], {});
		return said(
			'confirm',
			await confirmRelease(db, by, event.params.round, form.get('digest') ?? '')
		);
	},
	take: async ({ params, locals: { db, by } }) =>
		said('take', await takeBackRelease(db, by, params.round))
};
