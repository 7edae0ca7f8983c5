import { localeOf } from '$lib/domain/locale';
import type { LayoutLoad } from './$types';

/** The words of the library are needed nowhere else, so they travel with its pages alone. */
export const load: LayoutLoad = async ({ url }) => {
	const { media } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/media')
		: import('$lib/words/zh/media'));
	return { media };
};
