import { error } from '@sveltejs/kit';
import { fieldsOf } from '$lib/domain/contests/plan-fields';
import { writePart } from '$lib/domain/contests/plan-form';
import { changedSections, partOf } from '$lib/domain/contests/plan-parts';
import type { PlanPart, PlanSection } from '$lib/domain/contests/plan-parts';
import type { Plan } from '$lib/domain/contests/plan';
import { localeOf } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { editionAt } from '$lib/server/contests/editions';
import { versionsOf } from '$lib/server/contests/plans';
import type { PageServerLoad } from './$types';

/** The pages of two plans that differ, each as the forms of both. */
function pages(before: Plan, after: Plan, locale: Locale) {
	const written = (plan: Plan, part: PlanPart) => {
		const said = partOf(plan, part);
		return said ? writePart(fieldsOf(part), said, locale) : {};
	};
	return changedSections(before, after).flatMap((section) => {
		const ids = [...after.categories, ...before.categories].map(({ id }) => id);
		const parts: PlanPart[] =
			section === 'categories'
				? ['categories', ...[...new Set(ids)].map((id): PlanPart => `category:${id}`)]
				: [section];
		return parts.map((part) => ({
			part,
			title:
				[...after.categories, ...before.categories].find(({ id }) => part === `category:${id}`)
					?.title.zh ?? null,
			before: written(before, part),
			after: written(after, part)
		}));
	});
}

export const load: PageServerLoad = async ({ locals: { db }, params, url }) => {
	const found = await editionAt(db, params.contest, params.edition);
	if (!found?.edition.plan) error(404);
	const versions = await versionsOf(db, found.edition.id);
	const shown = Number(url.searchParams.get('version')) || 0;
	const [after, before] = [shown, shown - 1].map((number) =>
		versions.find((one) => one.number === number)
	);
	return {
		versions: versions.map(
			(
				{ plan, ...version },
				at
			): {
				number: number;
				at: number;
				note: string | null;
				by: string | null;
				changed: PlanSection[];
			} => ({
				...version,
				changed: versions[at + 1] ? changedSections(versions[at + 1]!.plan, plan) : []
			})
		),
		shown:
			after && before
				? {
						number: after.number,
						pages: pages(before.plan, after.plan, localeOf(url.pathname))
					}
				: null
	};
};
