import { localeOf } from '$lib/domain/locale';
import type { LayoutLoad } from './$types';

/** The words of these rooms travel with them alone. */
export const load: LayoutLoad = async ({ url }) => {
	const { eligibility } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/eligibility')
		: import('$lib/words/zh/eligibility'));
	return { eligibility };
};
