import { error } from '@sveltejs/kit';
import { madeOf } from '$lib/server/films/render/made';
import { toolVersion } from '$lib/server/films/render/tools';
import { leaveToWatch, watching } from '$lib/server/films/watch';
import { listJobs } from '$lib/server/jobs/list';
import { wake } from '$lib/server/world';
import { retryActions } from '../retry.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, who, by }, params, depends }) => {
	depends('films:jobs');
	const leave = await leaveToWatch(db, who, params.id, by.now);
	const { env } = await wake();
	const seen = leave && (await watching(db, leave, env));
	if (!seen) error(404);
	const { film, ...player } = seen;
	const made = await madeOf(db, film.id);
	const { jobs } = await listJobs(db, { state: null, page: 1, film: film.id });
	const [about] = jobs;
	return {
		film: {
			id: film.id,
			form: film.form,
			name: about?.film?.name ?? null,
			entry: about?.film?.entry ?? null,
			bytes: film.bytes,
			sha256: film.sha256,
			createdAt: film.createdAt
		},
		player,
		jobs,
		made,
		tools: toolVersion() !== null
	};
};

export const actions = retryActions;
