import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of entries, of the player and of the inspection travel with this page alone. */
export const load: PageLoad = async ({ url, data }) => {
	const english = localeOf(url.pathname) === 'en';
	const [{ entry }, { films }, { verdicts }] = await Promise.all(
		english
			? [
					import('$lib/words/en/entry'),
					import('$lib/words/en/films'),
					import('$lib/words/en/verdicts')
				]
			: [
					import('$lib/words/zh/entry'),
					import('$lib/words/zh/films'),
					import('$lib/words/zh/verdicts')
				]
	);
	return { ...data, said: { entry, films, verdicts } };
};
