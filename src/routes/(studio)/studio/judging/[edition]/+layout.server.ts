import { error } from '@sveltejs/kit';
import { judgedEdition } from '$lib/server/judging/rounds-desk';
import type { LayoutServerLoad } from './$types';

/** The edition every page below speaks of. */
export const load: LayoutServerLoad = async ({ locals: { db, now }, params }) => {
	const edition = await judgedEdition(db, params.edition);
	if (!edition) error(404);
	return { edition, now };
};
