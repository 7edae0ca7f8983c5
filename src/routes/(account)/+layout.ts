import { localeOf } from '$lib/domain/locale';
import type { LayoutLoad } from './$types';

/** The words of these pages are needed nowhere else, so they travel with them alone. */
export const load: LayoutLoad = async ({ url, data }) => {
	const [{ account }, { passkeys }] = await (localeOf(url.pathname) === 'en'
		? Promise.all([import('$lib/words/en/account'), import('$lib/words/en/passkeys')])
		: Promise.all([import('$lib/words/zh/account'), import('$lib/words/zh/passkeys')]));
	return { ...data, account, keyWords: passkeys };
};
