import { redirect } from '@sveltejs/kit';
import { codeTrouble, grouped, plainSigns } from '$lib/domain/certificates/code';
import { href } from '$lib/domain/locale';
import type { PageServerLoad } from './$types';

/** A typed code leads to its own address; a slip of the hand is told here. */
export const load: PageServerLoad = ({ url, locals: { locale }, setHeaders }) => {
	const typed = url.searchParams.get('code');
	setHeaders({ 'cache-control': 'no-store' });
	if (typed === null) return { typed: '', trouble: null };
	const trouble = codeTrouble(typed);
	if (!trouble) redirect(303, href(locale, `/verify/${grouped(plainSigns(typed))}`));
	return { typed: typed.slice(0, 60), trouble };
};
