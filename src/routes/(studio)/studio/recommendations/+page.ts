import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of recommending come with those of entries. */
export const load: PageLoad = async ({ url, data }) => {
	const { entry } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/entry')
		: import('$lib/words/zh/entry'));
	return { ...data, entryWords: entry };
};
