import type { Locale } from '$lib/domain/locale';
import type { FormWords } from './world';

/** The words of forms in a language, for a page’s `+page.ts`; nobody downloads both. */
export async function formWords(locale: Locale): Promise<FormWords> {
	const [{ form }, { fields, groups, options, units }] =
		locale === 'en'
			? await Promise.all([import('$lib/words/en/form'), import('$lib/words/en/fields')])
			: await Promise.all([import('$lib/words/zh/form'), import('$lib/words/zh/fields')]);
	return { form, fields, groups, options, units };
}
