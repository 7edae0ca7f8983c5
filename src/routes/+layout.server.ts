import { site } from '$lib/server/site';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => ({
	mode: locals.mode,
	theme: locals.theme,
	site: await site(locals.db)
});
