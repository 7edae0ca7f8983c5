import { localeOf } from '$lib/domain/locale';
import type { OptionWords } from '$lib/words/zh/fields';
import type { PageLoad } from './$types';

/** Names of the options lists are filtered by; only lists and forms need them. */
export const load: PageLoad = async ({ url, data }) => {
	const { options } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/fields')
		: import('$lib/words/zh/fields'));
	const named: OptionWords = options;
	return { ...data, options: named[data.noun] ?? {} };
};
