/** Encodings captions come in, the strictest first: what fits UTF-8 is hardly ever anything else. */
const labels = ['utf-8', 'gb18030'] as const;

/** The text of a captions file in UTF-8, UTF-16 or GB18030; null for bytes that are no text. */
export function decodeText(bytes: Uint8Array): string | null {
	const [a, b] = bytes;
	const wide = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
	for (const label of wide ? [wide] : labels)
		try {
			const text = new TextDecoder(label, { fatal: true }).decode(bytes);
			return text.includes('\0') ? null : text;
		} catch {
			continue;
		}
	return null;
}

/** The language of captions by their characters, where the file does not say: Chinese or English. */
export function languageOf(text: string): 'zh' | 'en' | 'und' {
	const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
	const latin = text.match(/[a-z]/gi)?.length ?? 0;
	if (!han && !latin) return 'und';
	return han * 3 >= latin ? 'zh' : 'en';
}

/** Three letters of containers as two of pages, where there are two. */
const short: Record<string, string> = {
	chi: 'zh',
	zho: 'zh',
	eng: 'en',
	jpn: 'ja',
	kor: 'ko',
	fre: 'fr',
	fra: 'fr',
	ger: 'de',
	deu: 'de',
	rus: 'ru',
	spa: 'es'
};

/** A language as pages name it, from the tag of a stream and what it says. */
export const captionLanguage = (tag: string | undefined, text: string): string =>
	tag && /^[a-z]{2,3}$/.test(tag) && tag !== 'und' ? (short[tag] ?? tag) : languageOf(text);
