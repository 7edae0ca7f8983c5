import { toolVersion } from '$lib/server/films/render/tools';
import { isJobState, listJobs, PAGE } from '$lib/server/jobs/list';
import { retryActions } from './retry.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db }, url, depends }) => {
	depends('films:jobs');
	const asked = url.searchParams.get('state');
	const state = isJobState(asked) ? asked : null;
	const page = Math.min(10_000, Math.max(1, Math.trunc(Number(url.searchParams.get('page')) || 1)));
	return {
		...(await listJobs(db, { state, page })),
		state,
		page,
		size: PAGE,
		tools: toolVersion()
	};
};

export const actions = retryActions;
