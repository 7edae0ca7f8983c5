import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of this page are long and needed nowhere else, so they travel with it alone. */
export const load: PageLoad = async ({ url }) => {
	const { accessibility } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/accessibility')
		: import('$lib/words/zh/accessibility'));
	return { accessibility };
};
