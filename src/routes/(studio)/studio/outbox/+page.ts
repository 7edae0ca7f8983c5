import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of this page are needed nowhere else, so they travel with it alone. */
export const load: PageLoad = async ({ url, data }) => {
	const { outbox } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/outbox')
		: import('$lib/words/zh/outbox'));
	return { ...data, outbox };
};
