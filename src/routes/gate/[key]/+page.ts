import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of the door travel with its pages alone. */
export const load: PageLoad = async ({ url, data }) => {
	const { checkin: words } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/checkin')
		: import('$lib/words/zh/checkin'));
	return { ...data, words };
};
