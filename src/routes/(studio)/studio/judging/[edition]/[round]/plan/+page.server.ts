import { error, fail, redirect } from '@sveltejs/kit';
import type { DraftOf } from '$lib/domain/contests/plan-draft';
import { after, draftOf, readDeed, wordAt } from '$lib/domain/contests/plan-draft';
import { listAt } from '$lib/domain/contests/plan-fields';
import { blankRow } from '$lib/domain/contests/plan-form';
import { atInputs, readRound, roundDraft, roundFields } from '$lib/domain/judging/round-fields';
import type { RoundPlan } from '$lib/domain/judging/round';
import { href, localeOf } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { unbared } from '$lib/server/judging/bare-files';
import { removeRound, roundById, saveRound } from '$lib/server/judging/rounds';
import type { RoundRow } from '$lib/server/judging/rounds';
import { groupsOf } from '$lib/server/judging/rounds-groups';
import { noForm } from '$lib/server/no-form';
import { fresh } from '$lib/studio/contests/fresh';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The form of a round’s plan, with what may be chosen in it. */
async function opened({
	locals: { db, locale },
	params
}: RequestEvent | Parameters<PageServerLoad>[0]) {
	const round = await roundById(db, params.edition, params.round);
	if (!round) error(404);
	const groups = await groupsOf(db, round, locale);
	const fields = roundFields(
		round.plan.criteria.map(({ id }) => id),
		groups.map(({ id }) => id)
	);
	return { round, groups, fields, criteria: named(round.plan, locale) };
}

const named = ({ criteria }: RoundPlan, locale: Locale) =>
	criteria.map(({ id, title }) => ({
		id,
		title: locale === 'en' ? title.en || title.zh : title.zh
	}));

export const load: PageServerLoad = async (event) => {
	const { round, groups, fields, criteria } = await opened(event);
	return {
		fields,
		groups,
		criteria,
		draft: roundDraft(round.plan, fields, localeOf(event.url.pathname)),
		version: round.version,
		...(await keptBack(event, round))
	};
};

/** Attachments its jury is not given, while it is to know nobody: so many named, and how many there are. */
async function keptBack({ locals: { db } }: Parameters<PageServerLoad>[0], round: RoundRow) {
	const all = await unbared(db, round);
	const named = all.slice(0, 30).map(({ number, title }) => ({ number, title }));
	return { kept: named, keptAll: all.length };
}

/** What was typed, to be shown again. */
const again = (draft: DraftOf, version: number) => ({ draft, version });

export const actions: Actions = {
	save: async (event) => {
		const { fields } = await opened(event);
		const form = await event.request.formData().catch(noForm);
		const draft = draftOf(
			[...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
		);
		const version = Number(wordAt(draft, 'version')) || 0;
		const deed = readDeed(wordAt(draft, 'do'));
		if (deed) {
			const list = listAt(fields, deed.do === 'add' ? deed.name : deed.name.replace(/\.\d+$/, ''));
			const blank = list && deed.do === 'add' ? blankRow(list, fresh(deed.name)) : {};
			return { ...again(list ? after(draft, deed, blank) : draft, version), moved: true };
		}
		const { db, by } = event.locals;
		const saved = await saveRound(db, by, event.params.round, {
			version,
			said: readRound(draft, fields)
		});
		if (saved.ok) return { saved: saved.version, unchanged: !saved.changed };
		if ('conflict' in saved) {
			const { conflict } = saved;
			const theirs = roundDraft(conflict.theirs, fields, localeOf(event.url.pathname));
			return fail(409, { ...again(draft, conflict.version), conflict: { ...conflict, theirs } });
		}
		if (saved.refusals[0]?.reason === 'gone') error(404);
		return fail(422, { ...again(draft, version), refusals: atInputs(saved.refusals) });
	},
	remove: async (event) => {
		const form = await event.request.formData().catch(noForm);
		const { db, by } = event.locals;
		if (form.get('sure') !== 'on')
			return fail(422, { removing: [{ field: 'sure', reason: 'not-sure' }] });
		const round = await roundById(db, event.params.edition, event.params.round);
		if (!round) error(404);
		const done = await removeRound(db, by, round.id);
		if (!done.ok) return fail(409, { removing: done.refusals });
		redirect(303, href(localeOf(event.url.pathname), `/studio/judging/${event.params.edition}`));
	}
};
