import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => {
	const { studioImport } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/studio-import')
		: import('$lib/words/zh/studio-import'));
	return { studioImport };
};
