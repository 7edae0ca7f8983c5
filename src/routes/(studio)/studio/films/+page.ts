import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of this room are needed nowhere else, so they travel with it alone. */
export const load: PageLoad = async ({ url, data }) => {
	const { jobs } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/jobs')
		: import('$lib/words/zh/jobs'));
	return { ...data, words: jobs };
};
