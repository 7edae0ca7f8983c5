import { localeOf } from '$lib/domain/locale';
import type { LayoutLoad } from './$types';

/** The words of results travel with these pages alone. */
export const load: LayoutLoad = async ({ url }) => {
	const { results } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/results')
		: import('$lib/words/zh/results'));
	return { results };
};
