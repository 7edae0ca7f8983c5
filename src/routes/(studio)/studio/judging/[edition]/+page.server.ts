import { error, fail, redirect } from '@sveltejs/kit';
import { href, localeOf } from '$lib/domain/locale';
import { heard } from '$lib/server/heard';
import { addRounds } from '$lib/server/judging/rounds-add';
import type { RoundsFrom } from '$lib/server/judging/rounds-add';
import { editionsWithRounds, ladderOf } from '$lib/server/judging/rounds-desk';
import { laid } from '../laid.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, now }, params }) => ({
	rungs: (await ladderOf(db, params.edition)).map(({ round, ...rest }) => ({
		...rest,
		round: laid(round, now)
	})),
	others: await editionsWithRounds(db, params.edition)
});

/** What a form asks for; null for what no form of ours says. */
function fromForm(from: string, of: string): RoundsFrom | null {
	if (from === 'dates' || (from === 'round' && of === ''))
		return { as: from === 'dates' ? 'dates' : 'new' };
	if ((from === 'edition' || from === 'round') && of) return { as: from, of };
	return null;
}

export const actions: Actions = {
	add: async (event) => {
		const form = await heard(event);
		const { db, by } = event.locals;
		const from = fromForm(form.get('from') ?? '', form.get('of') ?? '');
		if (!from) return fail(422, { refusals: [{ field: 'from', reason: 'missing' }] });
		const made = await addRounds(db, by, event.params.edition, from);
		if (!made.ok) {
			if (made.refusals[0]?.reason === 'gone' && !made.refusals[0].field) error(404);
			return fail(422, { refusals: made.refusals });
		}
		const own = `/studio/judging/${event.params.edition}`;
		const [first] = made.value;
		redirect(
			303,
			href(localeOf(event.url.pathname), made.value.length === 1 ? `${own}/${first!.id}/plan` : own)
		);
	}
};
