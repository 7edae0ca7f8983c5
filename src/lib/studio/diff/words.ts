import type { Locale } from '$lib/domain/locale';
import type { versions } from '$lib/words/zh/versions';

/** The room of words about versions and their differences. */
export type VersionWords = typeof versions;
export type DiffWords = VersionWords['diff'];

/** The words about versions in a language, for a page’s `+page.ts`. */
export const versionWords = async (locale: Locale): Promise<VersionWords> =>
	(locale === 'en'
		? await import('$lib/words/en/versions')
		: await import('$lib/words/zh/versions')
	).versions;
