import type { Locale } from '$lib/domain/locale';
import { downloads as en } from '../../words/en/downloads';
import { downloads as zh } from '../../words/zh/downloads';

/** The words of the files in a language. */
export const spoken = (locale: Locale): typeof zh => (locale === 'en' ? en : zh);
