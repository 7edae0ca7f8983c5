import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of this page travel with it alone. */
export const load: PageLoad = async ({ url, data }) => {
	const [{ attendance }, { happenings }] = await (localeOf(url.pathname) === 'en'
		? Promise.all([
				import('$lib/words/en/event-office-attendance'),
				import('$lib/words/en/happenings')
			])
		: Promise.all([
				import('$lib/words/zh/event-office-attendance'),
				import('$lib/words/zh/happenings')
			]));
	return { ...data, words: attendance, typeNames: happenings.type };
};
