import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** Of the words of entries only the reasons are needed here. */
export const load: PageLoad = async ({ url, data }) => {
	const { entry } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/entry')
		: import('$lib/words/zh/entry'));
	return { ...data, reasons: entry.reasons };
};
