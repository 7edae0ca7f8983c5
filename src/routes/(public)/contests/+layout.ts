import { localeOf } from '$lib/domain/locale';
import type { LayoutLoad } from './$types';

/** The words of contests, needed nowhere else, travel with their pages alone. */
export const load: LayoutLoad = async ({ url }) => {
	const { contests } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/contests')
		: import('$lib/words/zh/contests'));
	return { words: contests };
};
