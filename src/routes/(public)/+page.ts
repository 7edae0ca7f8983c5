import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of the first page are needed nowhere else, so they travel with it alone. */
export const load: PageLoad = async ({ url, data }) => {
	const { home } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/home')
		: import('$lib/words/zh/home'));
	return { ...data, home };
};
