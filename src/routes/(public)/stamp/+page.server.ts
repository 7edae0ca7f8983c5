import { redirect } from '@sveltejs/kit';
import { plainSigns } from '$lib/domain/certificates/code';
import { href } from '$lib/domain/locale';
import type { PageServerLoad } from './$types';

/** A number typed from a poster leads to its own address. */
export const load: PageServerLoad = ({ url, locals: { locale }, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const typed = plainSigns(url.searchParams.get('code') ?? '').slice(0, 60);
	if (/^[0-9A-Z]+$/.test(typed)) redirect(303, href(locale, `/stamp/${typed}`));
};
