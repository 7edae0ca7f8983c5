import { error } from '@sveltejs/kit';
import { localeOf } from '$lib/domain/locale';
import { analysisOf } from '$lib/server/judging/analysis';
import { analysisPage, readAnalysisAsked } from '$lib/server/judging/analysis-page';
import { groupsOf } from '$lib/server/judging/rounds-groups';
import type { PageServerLoad } from './$types';

/** The statistics of a round; whoever stands apart is told so instead. */
export const load: PageServerLoad = async ({ params, url, locals: { db, who } }) => {
	const found = await analysisOf(db, who, params.edition, params.round);
	if (!found.ok) {
		const { reason } = found.refusals[0]!;
		if (reason === 'gone') error(404);
		return { apart: reason, shown: null, names: [] };
	}
	const groups = found.value.groups.map(({ group }) => group);
	return {
		apart: null,
		shown: analysisPage(found.value, readAnalysisAsked(url.searchParams, groups)),
		names: await groupsOf(db, found.value.round, localeOf(url.pathname))
	};
};
