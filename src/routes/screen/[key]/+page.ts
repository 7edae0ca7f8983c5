import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of the stage travel with its pages alone. */
export const load: PageLoad = async ({ url, data }) => {
	const { stage: words } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/stage')
		: import('$lib/words/zh/stage'));
	return { ...data, words };
};
