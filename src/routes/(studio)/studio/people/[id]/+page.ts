import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, data }) => {
	const en = localeOf(url.pathname) === 'en';
	const [{ people: said }, { audit }, { fields }] = await Promise.all([
		en ? import('$lib/words/en/people') : import('$lib/words/zh/people'),
		en ? import('$lib/words/en/audit') : import('$lib/words/zh/audit'),
		en ? import('$lib/words/en/fields') : import('$lib/words/zh/fields')
	]);
	return { ...data, said, told: { ...audit, ofNoun: fields } };
};
