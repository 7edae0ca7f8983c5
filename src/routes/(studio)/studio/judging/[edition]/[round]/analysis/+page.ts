import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of the statistics travel with their pages alone. */
export const load: PageLoad = async ({ url, data }) => {
	const en = localeOf(url.pathname) === 'en';
	const [{ analysis }, { analysisRound }] = await Promise.all([
		en ? import('$lib/words/en/analysis') : import('$lib/words/zh/analysis'),
		en ? import('$lib/words/en/analysis-round') : import('$lib/words/zh/analysis-round')
	]);
	return { ...data, analysis, analysisRound };
};
