import { localeOf } from '$lib/domain/locale';
import type { LayoutLoad } from './$types';

/** What is kept of entries is told in their own words. */
export const load: LayoutLoad = async ({ url }) => {
	const { entry } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/entry')
		: import('$lib/words/zh/entry'));
	return { words: entry };
};
