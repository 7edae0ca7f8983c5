import { endText } from '$lib/domain/contests/dates-text';
import type { Locale } from '$lib/domain/locale';
import { momentText } from '$lib/domain/people/moment';

/** A moment of China to the minute, empty for none. */
export const told = (at: number | null, locale: Locale, end = false): string =>
	at === null ? '' : (end ? endText : momentText)(at, locale);
