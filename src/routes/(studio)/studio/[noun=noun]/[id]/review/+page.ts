import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of review travel with the pages that show one. */
export const load: PageLoad = async ({ url, data }) => {
	const english = localeOf(url.pathname) === 'en';
	const [{ review }, { check }, { fields }] = await (english
		? Promise.all([
				import('$lib/words/en/review'),
				import('$lib/words/en/check'),
				import('$lib/words/en/fields')
			])
		: Promise.all([
				import('$lib/words/zh/review'),
				import('$lib/words/zh/check'),
				import('$lib/words/zh/fields')
			]));
	return { ...data, words: { review, check, fields } };
};
