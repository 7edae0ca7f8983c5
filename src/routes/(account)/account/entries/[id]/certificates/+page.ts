import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, data }) => {
	const { certificates } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/certificates')
		: import('$lib/words/zh/certificates'));
	return { ...data, certificates };
};
