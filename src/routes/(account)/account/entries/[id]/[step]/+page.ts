import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** Words of limits and verdicts travel with the step that shows files. */
export const load: PageLoad = async ({ url, data }) => {
	if (data.step !== 'materials') return { ...data, film: null };
	const [{ contests }, { verdicts }, { uploadSentence }] = await (localeOf(url.pathname) === 'en'
		? Promise.all([
				import('$lib/words/en/contests'),
				import('$lib/words/en/verdicts'),
				import('$lib/words/en/uploads')
			])
		: Promise.all([
				import('$lib/words/zh/contests'),
				import('$lib/words/zh/verdicts'),
				import('$lib/words/zh/uploads')
			]));
	return { ...data, film: { limits: contests, verdicts, refused: uploadSentence } };
};
