import { localeOf } from '$lib/domain/locale';
import type { LayoutLoad } from './$types';

/** The words of checking a certificate travel with its pages alone. */
export const load: LayoutLoad = async ({ url }) => {
	const { certificates } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/certificates')
		: import('$lib/words/zh/certificates'));
	return { certificates };
};
