import { error, fail } from '@sveltejs/kit';
import { after, draftOf, readDeed, wordAt } from '$lib/domain/contests/plan-draft';
import type { DraftOf } from '$lib/domain/contests/plan-draft';
import { fieldsOf, listAt } from '$lib/domain/contests/plan-fields';
import { blankRow, readPart, writePart } from '$lib/domain/contests/plan-form';
import { partOf } from '$lib/domain/contests/plan-parts';
import type { PlanPart } from '$lib/domain/contests/plan-parts';
import { localeOf } from '$lib/domain/locale';
import type { By } from '$lib/domain/people/who';
import type { Refusal } from '$lib/domain/refusal';
import { editionAt } from '$lib/server/contests/editions';
import { savePlan } from '$lib/server/contests/plans';
import type { Db } from '$lib/server/db/open';
import { noForm } from '$lib/server/no-form';
import { fresh } from '$lib/studio/contests/fresh';

interface Event {
	locals: { db: Db; by: By };
	params: { contest: string; edition: string };
	request: Request;
	url: URL;
}

/** One page of a plan as a form. */
export async function openPart({ locals: { db }, params, url }: Event, part: PlanPart) {
	const found = await editionAt(db, params.contest, params.edition);
	const said = found?.edition.plan && partOf(found.edition.plan, part);
	if (!found || !said) error(404);
	return {
		part,
		draft: writePart(fieldsOf(part), said, localeOf(url.pathname)),
		version: found.edition.version,
		ordinal: found.edition.ordinal
	};
}

/** Refusals of a plan as the inputs of one of its pages are called. */
function own(refusals: Refusal[], part: PlanPart, ids: readonly string[]): Refusal[] {
	if (!part.startsWith('category:')) return refusals;
	const prefix = `categories.${ids.indexOf(part.slice('category:'.length))}.`;
	return refusals.map((one) => ({
		...one,
		field: one.field.startsWith(prefix) ? one.field.slice(prefix.length) : one.field
	}));
}

/** What was typed, to be shown again. */
const again = (draft: DraftOf, version: number) => ({
	draft,
	version,
	why: wordAt(draft, 'why')
});

/**
 * Saves a page of a plan, or does what a button says to the rows of its form. Whatever happens, what
 * was typed comes back.
 */
export async function sendPart(event: Event, part: PlanPart) {
	const { locals, params, request, url } = event;
	const found = await editionAt(locals.db, params.contest, params.edition);
	if (!found?.edition.plan) error(404);
	const form = await request.formData().catch(noForm);
	const draft = draftOf(
		[...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
	);
	const version = Number(wordAt(draft, 'version')) || 0;
	const fields = fieldsOf(part);

	const deed = readDeed(wordAt(draft, 'do'));
	if (deed) {
		const list = listAt(fields, deed.do === 'add' ? deed.name : deed.name.replace(/\.\d+$/, ''));
		const blank = list && deed.do === 'add' ? blankRow(list, fresh(deed.name)) : {};
		return { ...again(list ? after(draft, deed, blank) : draft, version), moved: true };
	}

	const saved = await savePlan(locals.db, locals.by, found.edition.id, {
		version,
		part,
		said: readPart(fields, draft),
		why: wordAt(draft, 'why')
	});
	if (saved.ok) return { saved: saved.version, unchanged: !saved.changed };
	if ('conflict' in saved) {
		const { conflict } = saved;
		const theirs = writePart(fields, conflict.theirs, localeOf(url.pathname));
		return fail(409, {
			...again(draft, conflict.version),
			conflict: { by: conflict.by, version: conflict.version, theirs }
		});
	}
	const ids = found.edition.plan.categories.map(({ id }) => id);
	return fail(422, { ...again(draft, version), refusals: own(saved.refusals, part, ids) });
}
