import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of the order travel with its page alone. */
export const load: PageLoad = async ({ url, data }) => {
	const { order } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/stage-order')
		: import('$lib/words/zh/stage-order'));
	return { ...data, order };
};
