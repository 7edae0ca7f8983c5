import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of the form are long and needed nowhere else, so they travel with it alone. */
export const load: PageLoad = async ({ url, data }) => {
	const { correction } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/correction')
		: import('$lib/words/zh/correction'));
	return { ...data, correction };
};
