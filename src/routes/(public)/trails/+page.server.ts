import * as towns from '$lib/server/towns';
import * as trails from '$lib/server/trails';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db } }) => {
	const [all, known] = await Promise.all([trails.all(db), towns.all(db)]);
	return { trails: all, towns: known };
};
