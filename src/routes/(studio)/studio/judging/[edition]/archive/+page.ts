import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of the archive travel with its page alone. */
export const load: PageLoad = async ({ url, data }) => {
	const { archive } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/archive')
		: import('$lib/words/zh/archive'));
	return { ...data, archive };
};
