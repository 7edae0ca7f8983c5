import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of this page travel with it alone. */
export const load: PageLoad = async ({ url, data }) => {
	const english = localeOf(url.pathname) === 'en';
	const [{ check }, { review }] = await (english
		? Promise.all([import('$lib/words/en/check'), import('$lib/words/en/review')])
		: Promise.all([import('$lib/words/zh/check'), import('$lib/words/zh/review')]));
	return { ...data, t: check.words, nouns: review.noun };
};
