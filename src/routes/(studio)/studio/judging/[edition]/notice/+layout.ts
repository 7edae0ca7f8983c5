import { localeOf } from '$lib/domain/locale';
import type { LayoutLoad } from './$types';

/** The words of these pages travel with them alone. */
export const load: LayoutLoad = async ({ url }) => {
	const { notice } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/notice')
		: import('$lib/words/zh/notice'));
	return { notice };
};
