import { localeOf } from '$lib/domain/locale';
import type { LayoutLoad } from './$types';

/** The words of the jury’s desk travel with its pages alone. */
export const load: LayoutLoad = async ({ url }) => {
	const { jury } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/jury')
		: import('$lib/words/zh/jury'));
	return { jury };
};
