import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, data }) => {
	const { erasures } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/erasures')
		: import('$lib/words/zh/erasures'));
	return { ...data, words: erasures };
};
