import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of sign-ups travel with these pages alone. */
export const load: PageLoad = async ({ url, data }) => {
	const { signup } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/signup')
		: import('$lib/words/zh/signup'));
	return { ...data, signup };
};
