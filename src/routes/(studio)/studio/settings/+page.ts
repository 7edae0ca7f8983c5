import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, data }) => {
	const { settings } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/settings')
		: import('$lib/words/zh/settings'));
	return { ...data, settings };
};
