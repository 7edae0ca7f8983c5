import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of this page travel with it alone; those of the library say what is wrong with a file. */
export const load: PageLoad = async ({ url, data }) => {
	const [{ media }, { certificateUpload }] = await (localeOf(url.pathname) === 'en'
		? Promise.all([import('$lib/words/en/media'), import('$lib/words/en/certificate-upload')])
		: Promise.all([import('$lib/words/zh/media'), import('$lib/words/zh/certificate-upload')]));
	return { ...data, media, certificateUpload };
};
