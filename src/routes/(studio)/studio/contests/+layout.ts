import { localeOf } from '$lib/domain/locale';
import type { LayoutLoad } from './$types';

/** The words of these pages travel with them alone. */
export const load: LayoutLoad = async ({ url }) => {
	const { office } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/contest-office')
		: import('$lib/words/zh/contest-office'));
	return { office };
};
