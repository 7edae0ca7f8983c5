import { localeOf } from '$lib/domain/locale';
import type { LayoutLoad } from './$types';

/** The words of these pages are needed nowhere else, so they travel with them alone. */
export const load: LayoutLoad = async ({ url }) => {
	const { documents } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/documents')
		: import('$lib/words/zh/documents'));
	return { room: documents };
};
