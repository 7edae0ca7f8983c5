import { localeOf } from '$lib/domain/locale';
import type { LayoutLoad } from './$types';

/** The words of these rooms travel with them alone. */
export const load: LayoutLoad = async ({ url }) => {
	const { venuesOffice } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/venues-office')
		: import('$lib/words/zh/venues-office'));
	return { venues: venuesOffice };
};
