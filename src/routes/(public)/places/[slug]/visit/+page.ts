import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of visits are needed nowhere else, so they travel with their pages alone. */
export const load: PageLoad = async ({ url, data }) => {
	const { visits } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/visits')
		: import('$lib/words/zh/visits'));
	return { ...data, visits };
};
