import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, data }) => {
	const { judgingPapers } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/judging-papers')
		: import('$lib/words/zh/judging-papers'));
	return { ...data, judgingPapers };
};
