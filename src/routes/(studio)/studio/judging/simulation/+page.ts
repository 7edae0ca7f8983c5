import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, data }) => {
	const { analysis } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/analysis')
		: import('$lib/words/zh/analysis'));
	return { ...data, analysis };
};
