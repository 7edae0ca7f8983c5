import { localeOf } from '$lib/domain/locale';
import type { LayoutLoad } from './$types';

/** The words of an event’s desk travel with it alone. */
export const load: LayoutLoad = async ({ url, data }) => {
	const { eventOffice } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/event-office')
		: import('$lib/words/zh/event-office'));
	return { ...data, office: eventOffice };
};
