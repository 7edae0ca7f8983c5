import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, data }) => {
	const { refused } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/refused')
		: import('$lib/words/zh/refused'));
	return { ...data, refused };
};
