import { localeOf } from '$lib/domain/locale';
import type { LayoutLoad } from './$types';

/** The words of these rooms travel with them alone. */
export const load: LayoutLoad = async ({ url }) => {
	const { visitsOffice } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/visits-office')
		: import('$lib/words/zh/visits-office'));
	return { visits: visitsOffice };
};
