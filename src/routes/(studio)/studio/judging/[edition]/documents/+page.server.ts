import { error } from '@sveltejs/kit';
import { headOf } from '$lib/server/judging/papers/facts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { db, who } }) => {
	const head = await headOf(db, who, params.edition);
	if (!head) error(404);
	return { editionId: params.edition };
};
