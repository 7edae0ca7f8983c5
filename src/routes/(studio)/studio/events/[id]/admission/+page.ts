import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of this page, and of the form it shows, travel with it alone. */
export const load: PageLoad = async ({ url, data }) => {
	const [{ signupOffice }, { signup }, { signupRefusals }] = await (localeOf(url.pathname) === 'en'
		? Promise.all([
				import('$lib/words/en/signup-office'),
				import('$lib/words/en/signup'),
				import('$lib/words/en/signup-refusals')
			])
		: Promise.all([
				import('$lib/words/zh/signup-office'),
				import('$lib/words/zh/signup'),
				import('$lib/words/zh/signup-refusals')
			]));
	return { ...data, words: signupOffice, signup, signupRefusals };
};
