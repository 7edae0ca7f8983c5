import { localeOf } from '$lib/domain/locale';
import type { LayoutLoad } from './$types';

/** The words of the studio travel with it alone; no public page loads them. */
export const load: LayoutLoad = async ({ url, data }) => {
	const { studio } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/studio')
		: import('$lib/words/zh/studio'));
	return { ...data, studio };
};
