import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** What citizens could choose is called here as it was called there. */
export const load: PageLoad = async ({ url, data }) => {
	const { correction } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/correction')
		: import('$lib/words/zh/correction'));
	return { ...data, facts: correction.option as Record<string, string> };
};
