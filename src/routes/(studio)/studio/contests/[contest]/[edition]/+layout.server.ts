import { error } from '@sveltejs/kit';
import { checkList } from '$lib/domain/contests/check-list';
import { phaseOf } from '$lib/domain/contests/dates';
import { editionAt, entriesIn } from '$lib/server/contests/editions';
import { versionOf } from '$lib/server/contests/plans';
import type { LayoutServerLoad } from './$types';

/** The edition every page below speaks of, what hangs on it and what it still lacks. */
export const load: LayoutServerLoad = async ({ locals: { db, now }, params }) => {
	const found = await editionAt(db, params.contest, params.edition);
	if (!found) error(404);
	const { plan, ...edition } = found.edition;
	const first = edition.state === 'draft' ? await versionOf(db, edition.id, 1) : null;
	const copied = first?.plan.call.text?.zh ?? null;
	return {
		now,
		contest: found.contest,
		edition,
		categories: (plan?.categories ?? []).map(({ id, code, title }) => ({
			id,
			code,
			title: title.zh,
			titleEn: title.en ?? null
		})),
		planned: plan !== null,
		phase: plan && phaseOf(plan, now),
		checks: plan && edition.state !== 'archived' ? checkList(plan, now, copied) : [],
		hanging: await entriesIn(db, edition.id)
	};
};
