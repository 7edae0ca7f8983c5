import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of this page are needed nowhere else, so they travel with it alone. */
export const load: PageLoad = async ({ url, data }) => {
	const english = localeOf(url.pathname) === 'en';
	const [{ jobs }, { films }] = await Promise.all([
		english ? import('$lib/words/en/jobs') : import('$lib/words/zh/jobs'),
		english ? import('$lib/words/en/films') : import('$lib/words/zh/films')
	]);
	return { ...data, words: jobs, films };
};
