import { fail } from '@sveltejs/kit';
import { formatEntries, fromStart } from '$lib/domain/contests/filter-entries';
import { usualDue, dueDay } from '$lib/domain/contests/eligibility';
import { decideMany, DECIDE_LIMIT } from '$lib/server/contests/eligibility-bulk';
import { dropEntryView, entryViewsOf, keepEntryView } from '$lib/server/contests/entry-views';
import { listEntries } from '$lib/server/contests/list';
import { noForm } from '$lib/server/no-form';
import { editionAsked, namesFor, readPicked, textOf, typedDecision } from './asked.server';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ url, locals: { db, who, now } }) => {
	const { editions, edition, plan, query } = await editionAsked(db, url.searchParams);
	return {
		editions,
		edition,
		query,
		...(await listEntries(db, who, query)),
		search: formatEntries(fromStart(query)),
		names: await namesFor(db, plan),
		views: edition ? await entryViewsOf(db, who, edition.id) : [],
		due: plan ? dueDay(usualDue(plan, now)) : '',
		flash: { deed: url.searchParams.get('done'), number: url.searchParams.get('was') },
		now
	};
};

const treating =
	(only?: 'check') =>
	async ({ request, locals: { db, by } }: RequestEvent) => {
		const form = await request.formData().catch(noForm);
		const picked = form.getAll('item').flatMap((value) => readPicked(value) ?? []);
		const typed = typedDecision(form);
		if (!picked.length) return fail(422, { problem: 'choose' as const });
		if (picked.length > DECIDE_LIMIT) return fail(422, { problem: 'tooMany' as const });
		if (!typed) return fail(422, { refusals: [{ field: 'deed', reason: 'deed' }] });
		const report = await decideMany(db, by, picked, typed, only ? { only } : {});
		return only ? { check: report, typed } : { report };
	};

export const actions: Actions = {
	check: treating('check'),
	bulk: treating(),
	keepView: async ({ request, url, locals: { db, by } }) => {
		const form = await request.formData().catch(noForm);
		const { edition } = await editionAsked(db, url.searchParams);
		const kept = await keepEntryView(db, by, edition?.id ?? '', {
			name: textOf(form, 'name'),
			query: textOf(form, 'query')
		});
		return kept.ok
			? { view: 'kept' as const }
			: fail(422, { viewRefusal: kept.refusals[0]?.reason ?? 'missing' });
	},
	dropView: async ({ request, locals: { db, by } }) => {
		const form = await request.formData().catch(noForm);
		const gone = await dropEntryView(db, by, textOf(form, 'view'));
		return gone.ok
			? { view: 'dropped' as const }
			: fail(422, { viewRefusal: gone.refusals[0]?.reason ?? 'missing' });
	}
};
