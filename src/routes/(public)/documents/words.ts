import { localeOf } from '$lib/domain/locale';

/** The words of these pages are needed nowhere else, so they travel with them alone. */
export async function documentWords(url: URL) {
	const { documents } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/documents')
		: import('$lib/words/zh/documents'));
	return documents;
}
