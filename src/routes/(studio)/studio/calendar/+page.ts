import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of this page travel with it alone. */
export const load: PageLoad = async ({ url, data }) => {
	const { officeCalendar } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/event-office-calendar')
		: import('$lib/words/zh/event-office-calendar'));
	return { ...data, words: officeCalendar };
};
