import type { Locale } from './locale';

/** Chinese characters, with the punctuation and spaces between them. */
const CHINESE = /\p{Script=Han}(?:[\p{Script=Han}\u3000-\u303f\uff00-\uffef·]*\p{Script=Han})?/gu;

/** A stretch of text in one language; `zh` where Chinese stands among other words. */
interface Stretch {
	text: string;
	zh: boolean;
}

/**
 * Parts a text at the Chinese words an English text quotes, so that they can be marked for screen
 * readers (WCAG 3.1.2). A Chinese text stays whole.
 */
export function tongues(text: string, locale: Locale): Stretch[] {
	if (locale === 'zh' || text === '') return text === '' ? [] : [{ text, zh: false }];
	const parts: Stretch[] = [];
	let from = 0;
	for (const { 0: chinese, index } of text.matchAll(CHINESE)) {
		if (index > from) parts.push({ text: text.slice(from, index), zh: false });
		parts.push({ text: chinese, zh: true });
		from = index + chinese.length;
	}
	if (from < text.length) parts.push({ text: text.slice(from), zh: false });
	return parts;
}
