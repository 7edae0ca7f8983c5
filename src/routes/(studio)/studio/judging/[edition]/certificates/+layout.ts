import { localeOf } from '$lib/domain/locale';
import type { LayoutLoad } from './$types';

/** The words of these pages travel with them alone. */
export const load: LayoutLoad = async ({ url, data }) => {
	const { certificateOffice } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/certificate-office')
		: import('$lib/words/zh/certificate-office'));
	return { ...data, certificateOffice };
};
