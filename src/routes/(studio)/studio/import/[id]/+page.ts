import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, data }) => {
	const english = localeOf(url.pathname) === 'en';
	const [{ studioImport }, { importing }] = await Promise.all([
		english ? import('$lib/words/en/studio-import') : import('$lib/words/zh/studio-import'),
		english ? import('$lib/words/en/import') : import('$lib/words/zh/import')
	]);
	return { ...data, studioImport, importing };
};
