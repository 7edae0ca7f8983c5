import { localeOf } from '$lib/domain/locale';
import type { LayoutLoad } from './$types';

/** The words of posters, books and booklets travel with these rooms alone. */
export const load: LayoutLoad = async ({ url, data }) => {
	const { office } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/stamps-office')
		: import('$lib/words/zh/stamps-office'));
	return { ...data, office };
};
