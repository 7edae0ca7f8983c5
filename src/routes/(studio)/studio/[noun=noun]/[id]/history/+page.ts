import { localeOf } from '$lib/domain/locale';
import { versionWords } from '$lib/studio/diff/words';
import { formWords } from '$lib/studio/form/words';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, data }) => {
	const locale = localeOf(url.pathname);
	const en = locale === 'en';
	const [room, versions, { audit }, { fields }] = await Promise.all([
		formWords(locale),
		versionWords(locale),
		en ? import('$lib/words/en/audit') : import('$lib/words/zh/audit'),
		en ? import('$lib/words/en/fields') : import('$lib/words/zh/fields')
	]);
	return { ...data, room, versions, told: { ...audit, ofNoun: fields } };
};
