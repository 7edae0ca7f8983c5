import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** A preview speaks with the words of the pages it previews. */
export const load: PageLoad = async ({ url, data }) => {
	const { contests } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/contests')
		: import('$lib/words/zh/contests'));
	return { ...data, words: contests };
};
