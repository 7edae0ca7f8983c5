import { localeOf } from '$lib/domain/locale';
import { wordsFor } from '$lib/words';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ url, data }) => {
	const locale = localeOf(url.pathname);
	return { ...data, locale, words: await wordsFor(locale) };
};
