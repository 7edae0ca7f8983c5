import { localeOf } from '$lib/domain/locale';
import type { LayoutLoad } from './$types';

/** The words of visits are needed nowhere else, so they travel with their pages alone. */
export const load: LayoutLoad = async ({ url }) => {
	const { visits } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/visits')
		: import('$lib/words/zh/visits'));
	return { visits };
};
