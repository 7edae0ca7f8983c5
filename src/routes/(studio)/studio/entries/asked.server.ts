import { error } from '@sveltejs/kit';
import { parseEntries } from '$lib/domain/contests/filter-entries';
import type { EntryQuery } from '$lib/domain/contests/filter-entries';
import { eligibilityDeeds } from '$lib/domain/contests/eligibility';
import type { TypedDecision } from '$lib/domain/contests/eligibility';
import type { Plan } from '$lib/domain/contests/plan';
import type { Db } from '$lib/server/db/open';
import { editionsOffered } from '$lib/server/contests/list';
import { planOf } from '$lib/server/contests/plans';
import * as towns from '$lib/server/towns';

/** A text field of a form. */
export const textOf = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
};

/** What a form says of a decision; null for a deed there is none of. */
export function typedDecision(form: FormData): TypedDecision | null {
	const deed = eligibilityDeeds.find((one) => one === textOf(form, 'deed'));
	if (!deed) return null;
	const texts = (name: string) =>
		form.getAll(name).filter((value): value is string => typeof value === 'string');
	return {
		deed,
		// Both lists of reasons stand in one form; only those of the deed count.
		reasons: texts(`${deed}-reason`).slice(0, 30),
		note: textOf(form, 'note').slice(0, 4000),
		due: textOf(form, `${deed}-due`) || textOf(form, 'due')
	};
}

/** A value of the list’s check boxes, `id@version`; null for anything else. */
export function readPicked(value: FormDataEntryValue): { id: string; version: number } | null {
	const [, id, version] =
		(typeof value === 'string' && /^([a-z0-9-]{1,40})@(\d{1,6})$/.exec(value)) || [];
	return id ? { id, version: Number(version) } : null;
}

/** The edition a list is about: the one asked for, else the first offered; null when there is none. */
export async function editionAsked(db: Db, params: URLSearchParams) {
	const query = parseEntries(params);
	const editions = await editionsOffered(db);
	const edition = query.edition ? editions.find(({ id }) => id === query.edition) : editions[0];
	if (!edition && query.edition) error(404, { message: 'missing' });
	const asked: EntryQuery = { ...query, edition: edition?.id ?? '' };
	const plan: Plan | null = edition ? await planOf(db, edition.id) : null;
	return { editions, edition: edition ?? null, plan, query: asked };
}

/** What the values of facets are called that words alone do not know. */
export async function namesFor(db: Db, plan: Plan | null) {
	return {
		categories: (plan?.categories ?? []).map(({ id, title }) => ({ id, title })),
		towns: (await towns.all(db)).map(({ slug, name }) => ({ id: slug, title: name }))
	};
}
