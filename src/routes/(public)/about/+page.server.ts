import * as figures from '$lib/server/figures';
import * as sources from '$lib/server/sources';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db } }) => {
	const [allSources, allFigures] = await Promise.all([sources.all(db), figures.all(db)]);
	return { sources: allSources, figures: allFigures };
};
