import { localeOf } from '$lib/domain/locale';
import type { LayoutLoad } from './$types';

/** The words of stamps travel with their pages alone. */
export const load: LayoutLoad = async ({ url }) => {
	const { stamps } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/stamps')
		: import('$lib/words/zh/stamps'));
	return { stamps };
};
