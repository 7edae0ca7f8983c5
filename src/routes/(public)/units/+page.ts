import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of this page are needed nowhere else, so they travel with it alone. */
export const load: PageLoad = async ({ url, data }) => {
	const { units } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/units')
		: import('$lib/words/zh/units'));
	return { ...data, units };
};
