import { localeOf } from '$lib/domain/locale';
import type { LayoutLoad } from './$types';

/** The words of entering a contest travel with these pages alone. */
export const load: LayoutLoad = async ({ url }) => {
	const { entry } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/entry')
		: import('$lib/words/zh/entry'));
	return { words: entry };
};
