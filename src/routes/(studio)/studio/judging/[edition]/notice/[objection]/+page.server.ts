import { error, fail, redirect } from '@sveltejs/kit';
import type { Refusal } from '$lib/domain/refusal';
import { heard } from '$lib/server/heard';
import { judgeAgain } from '$lib/server/judging/objection-again';
import { settleObjection } from '$lib/server/judging/objection-deeds';
import type { Settling } from '$lib/server/judging/objection-deeds';
import { ofEdition, openObjection } from '$lib/server/judging/objection-desk';
import { statusOf } from '$lib/server/refused';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db, by, now } }) => {
	const found = await openObjection(db, by, params.edition, params.objection);
	if (!found.ok && found.refusals[0]?.reason === 'gone') error(404);
	return { found, done: url.searchParams.get('done'), now };
};

const refused = (of: string, refusals: readonly Refusal[], typed: Record<string, string>) =>
	fail(statusOf(refusals), { of, refusals: [...refusals], typed });

/** One of this edition, so that an address of another leads nowhere. */
const here = ({ params, locals: { db } }: RequestEvent) =>
	ofEdition(db, params.edition, params.objection);
const gone: Refusal[] = [{ field: '', reason: 'gone' }];
const wholeNumber = (text: string): number => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : NaN);

/** What becomes of the entry, as the list names it: nothing, no prize, or a prize. */
const decisionOf = (chosen: string): Settling['decision'] =>
	chosen === 'stop'
		? { verdict: 'stop', prize: null }
		: chosen.startsWith('award:')
			? { verdict: 'award', prize: chosen.slice(6) }
			: null;

export const actions: Actions = {
	again: async (event) => {
		const form = await heard(event);
		const typed = { count: form.get('count') ?? '', days: form.get('days') ?? '' };
		if (!(await here(event))) return refused('again', gone, typed);
		const { db, by } = event.locals;
		const done = await judgeAgain(db, by, event.params.objection, {
			count: wholeNumber(typed.count),
			days: wholeNumber(typed.days)
		});
		if (!done.ok) return refused('again', done.refusals, typed);
		redirect(303, '?done=again');
	},
	settle: async (event) => {
		const form = await heard(event);
		const typed = {
			state: form.get('state') ?? '',
			outcomeZh: form.get('outcomeZh') ?? '',
			outcomeEn: form.get('outcomeEn') ?? '',
			decision: form.get('decision') ?? ''
		};
		if (!(await here(event))) return refused('settle', gone, typed);
		if (form.get('sure') !== 'yes')
			return refused('settle', [{ field: 'sure', reason: 'sure' }], typed);
		const { db, by } = event.locals;
		const done = await settleObjection(db, by, event.params.objection, {
			state: typed.state as Settling['state'],
			outcome: { zh: typed.outcomeZh, en: typed.outcomeEn || null },
			decision: decisionOf(typed.decision)
		});
		if (!done.ok) return refused('settle', done.refusals, typed);
		redirect(303, '?done=settle');
	}
};
