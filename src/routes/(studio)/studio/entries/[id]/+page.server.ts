import { error, fail, redirect } from '@sveltejs/kit';
import { formatEntries, fromStart, parseEntries } from '$lib/domain/contests/filter-entries';
import type { EntryQuery } from '$lib/domain/contests/filter-entries';
import { dueDay } from '$lib/domain/contests/eligibility';
import { href } from '$lib/domain/locale';
import { accept } from '$lib/domain/refusal';
import type { Refusal } from '$lib/domain/refusal';
import { decide } from '$lib/server/contests/eligibility';
import { deskOf, showContact } from '$lib/server/contests/entry-desk';
import { entryForOffice, neighbours } from '$lib/server/contests/list';
import { markRead, messageOf, tellPeople } from '$lib/server/contests/messages';
import { isSettlement, settleTwin } from '$lib/server/contests/settle-twins';
import { write } from '$lib/server/db/write';
import { noForm } from '$lib/server/no-form';
import { statusOf } from '$lib/server/refused';
import { namesFor, textOf, typedDecision } from '../asked.server';
import type { Actions, PageServerLoad } from './$types';

/** The list an entry was opened from; without one, what waits, the longest first. */
function listOf(params: URLSearchParams, edition: string): EntryQuery {
	const query = { ...fromStart(parseEntries(params)), edition };
	if (params.has('sort') || Object.values(query.chosen).some(({ length }) => length) || query.q)
		return query;
	return params.has('edition')
		? query
		: { ...query, chosen: { ...query.chosen, state: ['submitted'] }, down: false };
}

export const load: PageServerLoad = async ({ params, url, locals: { db, who, now } }) => {
	const desk = await deskOf(db, who, params.id, now);
	if (!desk) error(404, { message: 'missing' });
	const query = listOf(url.searchParams, desk.edition.id);
	return {
		desk,
		queue: await neighbours(db, who, query, desk.entry.row),
		search: formatEntries(query),
		names: await namesFor(db, (await entryForOffice(db, who, params.id))!.plan),
		due: dueDay(desk.due),
		flash: { deed: url.searchParams.get('done'), number: url.searchParams.get('was') },
		me: who!.id,
		now
	};
};

const refused = (of: string, refusals: Refusal[], values: Record<string, unknown> = {}) =>
	fail(statusOf(refusals), { of, refusals, values });

export const actions: Actions = {
	decide: async ({ request, params, url, locals: { db, by, locale } }) => {
		const form = await request.formData().catch(noForm);
		const typed = typedDecision(form);
		if (!typed) return refused('decide', [{ field: 'deed', reason: 'deed' }]);
		const version = Number(textOf(form, 'version'));
		const opened = await entryForOffice(db, by.who, params.id);
		if (!opened) return refused('decide', [{ field: '', reason: 'gone' }]);
		// What comes after it in the list, before it leaves the list.
		const query = listOf(url.searchParams, opened.edition.id);
		const { next } = await neighbours(db, by.who, query, opened.entry.row);
		const decided = await decide(db, by, params.id, { ...typed, version });
		if (!decided.ok) return refused('decide', decided.refusals, { ...typed });
		const done = decided.value.stands ? typed.deed : 'proposed';
		const search = new URLSearchParams(formatEntries(query));
		search.set('done', done);
		search.set('was', opened.entry.number ?? '');
		redirect(303, `${href(locale, `/studio/entries${next ? `/${next}` : ''}`)}?${search}`);
	},
	contact: async ({ params, locals: { db, by } }) => {
		const shown = await showContact(db, by, params.id);
		return shown.ok ? { reachable: shown.value } : refused('contact', shown.refusals);
	},
	settle: async ({ request, params, locals: { db, by } }) => {
		const form = await request.formData().catch(noForm);
		const as = textOf(form, 'as');
		const said = isSettlement(as)
			? await settleTwin(db, by, params.id, {
					filmId: textOf(form, 'film'),
					otherId: textOf(form, 'other'),
					as
				})
			: { ok: false as const, refusals: [{ field: 'as', reason: 'required' }] };
		return said.ok ? { settled: true } : refused('settle', said.refusals);
	},
	message: async ({ request, params, locals: { db, by } }) => {
		const form = await request.formData().catch(noForm);
		const text = messageOf(textOf(form, 'text'));
		if (!text.ok) return refused('message', text.refusals, { text: textOf(form, 'text') });
		const sent = await write(db, async (tx) => {
			const opened = await entryForOffice(tx, by.who, params.id);
			return opened && accept(await tellPeople(tx, by, opened.entry, text.value));
		});
		if (sent) await markRead(db, params.id, false, by.now);
		return sent ? { sent: true } : refused('message', [{ field: '', reason: 'gone' }]);
	}
};
