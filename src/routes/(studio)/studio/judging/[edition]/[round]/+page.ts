import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of this page travel with it alone. */
export const load: PageLoad = async ({ url, data }) => {
	const { missing } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/judging-missing')
		: import('$lib/words/zh/judging-missing'));
	return { ...data, missing };
};
