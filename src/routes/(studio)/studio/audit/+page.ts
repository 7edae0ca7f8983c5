import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of this page are needed nowhere else, so they travel with it alone. */
export const load: PageLoad = async ({ url, data }) => {
	const en = localeOf(url.pathname) === 'en';
	const [{ audit }, { fields }] = await Promise.all([
		en ? import('$lib/words/en/audit') : import('$lib/words/zh/audit'),
		en ? import('$lib/words/en/fields') : import('$lib/words/zh/fields')
	]);
	return { ...data, words: { ...audit, ofNoun: fields } };
};
