import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of the log travel with its page alone. */
export const load: PageLoad = async ({ url, data }) => {
	const { log } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/log')
		: import('$lib/words/zh/log'));
	return { ...data, log };
};
