import { localeOf } from '$lib/domain/locale';
import { versionWords } from '$lib/studio/diff/words';
import { formWords } from '$lib/studio/form/words';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, data }) => {
	const locale = localeOf(url.pathname);
	const [words, versions, { review }, { check }] = await Promise.all([
		formWords(locale),
		versionWords(locale),
		locale === 'en' ? import('$lib/words/en/review') : import('$lib/words/zh/review'),
		locale === 'en' ? import('$lib/words/en/check') : import('$lib/words/zh/check')
	]);
	return { ...data, room: words, versions, review, check };
};
