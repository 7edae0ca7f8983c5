import { redirect } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import type { PageServerLoad } from './$types';

/** Entries of the public are those of the results. */
export const load: PageServerLoad = ({ params, locals: { locale } }) =>
	redirect(307, href(locale, `/contests/${params.contest}/${params.edition}/results`));
