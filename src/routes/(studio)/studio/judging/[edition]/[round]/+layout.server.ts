import { error } from '@sveltejs/kit';
import { roundById } from '$lib/server/judging/rounds';
import { laid } from '../../laid.server';
import type { LayoutServerLoad } from './$types';

/** The round every page below speaks of; one of another edition is not here. */
export const load: LayoutServerLoad = async ({ locals: { db, now }, params }) => {
	const round = await roundById(db, params.edition, params.round);
	if (!round) error(404);
	return { round: laid(round, now) };
};
