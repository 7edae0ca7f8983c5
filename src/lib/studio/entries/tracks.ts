import { tagOf } from '../../domain/locale';
import type { Locale } from '../../domain/locale';

/** Captions with the name of their language in the reader’s. */
export function tracksOf(captions: readonly { src: string; lang: string }[], locale: Locale) {
	const names = new Intl.DisplayNames([tagOf(locale)], { type: 'language', fallback: 'code' });
	return captions.map(({ src, lang }) => {
		const tag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang) ? lang : 'und';
		return { src, lang: tag, label: tag === 'und' ? lang : (names.of(tag) ?? lang) };
	});
}
