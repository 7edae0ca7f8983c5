import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of review travel with the pages that show one. */
export const load: PageLoad = async ({ url, data }) => {
	const { review } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/review')
		: import('$lib/words/zh/review'));
	return { ...data, review };
};
