import type { Locale } from './locale';

/** A text in two languages: Chinese required, English optional (BCP 47 `zh-CN`, `en`). */
export interface Bilingual {
	zh: string;
	en?: string | null | undefined;
}

/** Joins the two columns of a table row to one text; null when there is no Chinese text. */
export function pair(
	zh: string | null | undefined,
	en: string | null | undefined
): Bilingual | null {
	return zh ? { zh, en: en || null } : null;
}

/** The words of `text` for a reader of `locale`; Chinese stands in where English is missing. */
export function say(text: Bilingual | null | undefined, locale: Locale): string {
	if (!text) return '';
	return locale === 'en' ? text.en || text.zh : text.zh;
}

/** The BCP 47 tag of what {@link say} returns, for `lang` attributes. */
export function langOf(text: Bilingual | null | undefined, locale: Locale): 'zh-CN' | 'en' {
	return locale === 'en' && text?.en ? 'en' : 'zh-CN';
}
