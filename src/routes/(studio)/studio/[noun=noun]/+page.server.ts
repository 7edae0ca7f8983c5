import { fail } from '@sveltejs/kit';
import { isOffice, mayWithdraw, scopesOf } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import { formatList, PAGE, parseList } from '$lib/domain/studio/list';
import type { Noun } from '$lib/domain/studio/noun';
import { creatable } from '$lib/domain/studio/rooms';
import { noForm } from '$lib/server/no-form';
import { bulk, BULK_LIMIT, readPicked } from '$lib/server/studio/bulk';
import type { BulkDeed } from '$lib/server/studio/bulk';
import { list } from '$lib/server/studio/list';
import { dropView, keepView, views } from '$lib/server/studio/views';
import * as towns from '$lib/server/towns';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db, who, now } }) => {
	const noun = params.noun as Noun;
	const query = parseList(noun, url.searchParams);
	const listed = await list(db, who, noun, query);
	return {
		noun,
		query,
		...listed,
		size: PAGE,
		search: formatList({ ...query, page: 1 }),
		towns: noun === 'places' ? await towns.all(db) : [],
		views: await views(db, who, noun),
		deeds: deedsOf(who, noun, query.trash),
		now
	};
};

/** What the form offers; whether it may be done to one thing, the archive decides for each. */
function deedsOf(who: Who | null, noun: Noun, trash: boolean): BulkDeed[] {
	const writes = creatable(who).includes(noun) || (!isOffice(who) && scopesOf(who).length > 0);
	if (trash) return writes ? ['restore'] : [];
	return [
		...(writes ? (['submit', 'trash'] as const) : []),
		...(mayWithdraw(who) ? (['withdraw'] as const) : [])
	];
}

const doing =
	(deed: BulkDeed) =>
	async ({ request, params, locals: { db, by } }: RequestEvent) => {
		const form = await request.formData().catch(noForm);
		const picked = form
			.getAll('item')
			.flatMap((value) => (typeof value === 'string' ? (readPicked(value) ?? []) : []));
		if (!picked.length) return fail(422, { problem: 'choose' as const });
		if (picked.length > BULK_LIMIT) return fail(422, { problem: 'tooMany' as const });
		const comment = form.get('comment');
		const noun = params.noun as Noun;
		const why = typeof comment === 'string' ? comment.trim() : '';
		return { report: await bulk(db, by, noun, deed, picked, why) };
	};

const textOf = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '');

export const actions: Actions = {
	submit: doing('submit'),
	withdraw: doing('withdraw'),
	trash: doing('trash'),
	restore: doing('restore'),
	keepView: async ({ request, params, locals: { db, by } }) => {
		const form = await request.formData().catch(noForm);
		const kept = await keepView(db, by, params.noun as Noun, {
			name: textOf(form.get('name')),
			query: textOf(form.get('query')),
			shared: form.get('shared') === 'yes'
		});
		return kept.ok
			? { view: 'kept' as const }
			: fail(422, { viewRefusal: kept.refusals[0]?.reason ?? 'missing' });
	},
	dropView: async ({ request, params, locals: { db, by } }) => {
		const form = await request.formData().catch(noForm);
		const gone = await dropView(db, by, params.noun as Noun, textOf(form.get('view')));
		return gone.ok
			? { view: 'dropped' as const }
			: fail(422, { viewRefusal: gone.refusals[0]?.reason ?? 'missing' });
	}
};
