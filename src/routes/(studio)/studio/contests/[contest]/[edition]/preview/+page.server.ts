import { error } from '@sveltejs/kit';
import { graceEnds } from '$lib/domain/contests/dates';
import { numberOf, readPattern, yearOf } from '$lib/domain/contests/numbering';
import { fromPlain } from '$lib/domain/rich/plain-read';
import { editionAt } from '$lib/server/contests/editions';
import type { PageServerLoad } from './$types';

/** The plan as it stands, told as the public and entrants will be told it. */
export const load: PageServerLoad = async ({ locals: { db, now }, params, url }) => {
	const found = await editionAt(db, params.contest, params.edition);
	const plan = found?.edition.plan;
	if (!plan) error(404);
	const asked = url.searchParams.get('category');
	const category = plan.categories.find(({ id }) => id === asked) ?? plan.categories[0] ?? null;
	const { text } = plan.call;
	return {
		plan: {
			...plan,
			title: plan.call.title,
			text: text?.zh ? { zh: fromPlain(text.zh), en: text.en ? fromPlain(text.en) : null } : null,
			graceUntil: plan.dates.graceMinutes ? graceEnds(plan.dates) : null
		},
		category,
		questions: plan.questions.filter(
			({ categories }) => !categories || (category && categories.includes(category.id))
		),
		number:
			category && readPattern(plan.numbering).ok
				? numberOf(
						plan.numbering,
						{
							edition: found.edition.ordinal,
							year: yearOf(plan.dates.opensAt ?? now),
							category: category.code,
							channel: category.channels[0] ?? 'person'
						},
						1
					)
				: null
	};
};
