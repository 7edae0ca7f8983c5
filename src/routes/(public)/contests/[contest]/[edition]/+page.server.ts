import { error } from '@sveltejs/kit';
import { graceEnds } from '$lib/domain/contests/dates';
import { fromPlain } from '$lib/domain/rich/plain-read';
import { publicEdition } from '$lib/server/contests/public';
import { publicStands } from '$lib/server/judging/public-stand';
import { hasStage } from '$lib/server/judging/stage-public';
import { order as en } from '$lib/words/en/stage-order';
import { order as zh } from '$lib/words/zh/stage-order';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { db, now, locale } }) => {
	const found = await publicEdition(db, params.contest, params.edition, now);
	if (!found) error(404, { message: 'path' });
	const { plan, statements, ...facts } = found;
	const stands = await publicStands(db, [found.edition.id]);
	const rest = {
		...facts,
		stand: stands.get(found.edition.id) ?? null,
		/** What the link to the order of speaking says; its words stay out of this page’s script. */
		order: (await hasStage(db, found.edition.id)) ? (locale === 'en' ? en : zh).title : null
	};
	if (!plan) return { ...rest, plan: null };
	const text = plan.call.text;
	return {
		...rest,
		// What is for the office alone (quotas of bytes, periods of deletion) stays with it.
		plan: {
			title: plan.call.title,
			text: text && { zh: fromPlain(text.zh), en: text.en ? fromPlain(text.en) : null },
			categories: plan.categories.map(
				({ id, title, about, film, materials, channels, university }) => ({
					id,
					title,
					about,
					film,
					materials,
					channels,
					university
				})
			),
			channels: plan.channels,
			aiKinds: plan.aiKinds,
			dates: plan.dates,
			graceUntil: plan.dates.graceMinutes ? graceEnds(plan.dates) : null,
			showing: plan.showing,
			statements: statements.map(({ key, title, text }) => ({
				key,
				title,
				text,
				required: plan.statements.find((one) => one.key === key)?.required ?? false,
				guardian: plan.statements.find((one) => one.key === key)?.guardian ?? false
			}))
		}
	};
};
