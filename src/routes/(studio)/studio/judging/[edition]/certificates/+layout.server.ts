import { error } from '@sveltejs/kit';
import { groundOf } from '$lib/server/certificates/facts';
import type { LayoutServerLoad } from './$types';

/** The edition whose certificates these are. */
export const load: LayoutServerLoad = async ({ params, locals: { db } }) => {
	const ground = await groundOf(db, params.edition);
	if (!ground) error(404);
	return { ground };
};
