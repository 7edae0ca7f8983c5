import { localeOf } from '$lib/domain/locale';
import { versionWords } from '$lib/studio/diff/words';
import { formWords } from '$lib/studio/form/words';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, data }) => {
	const locale = localeOf(url.pathname);
	const [room, versions] = await Promise.all([formWords(locale), versionWords(locale)]);
	return { ...data, room, versions };
};
