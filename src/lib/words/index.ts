import type { Locale } from '../domain/locale';
import type { zh } from './zh';

/** Every sentence of the portal; Chinese is the source, so a word missing in English is a type error. */
export type Words = typeof zh;

/** The words of a language, loaded alone so that nobody downloads both. */
export async function wordsFor(locale: Locale): Promise<Words> {
	return locale === 'en' ? (await import('./en')).en : (await import('./zh')).zh;
}
