import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** Words of the player, for an entry whose film is shown. */
export const load: PageLoad = async ({ url, data }) => {
	if (!data.film) return { ...data, films: null };
	const { films } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/films')
		: import('$lib/words/zh/films'));
	return { ...data, films };
};
