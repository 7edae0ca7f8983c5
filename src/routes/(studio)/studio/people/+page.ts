import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, data }) => {
	const { people: words } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/people')
		: import('$lib/words/zh/people'));
	return { ...data, said: words };
};
