import { attachment } from '$lib/domain/export/attachment';
import type { Locale } from '$lib/domain/locale';

/** The words of entries on the server, for what is printed. */
export const wordsOf = async (locale: Locale) =>
	(await (locale === 'en' ? import('$lib/words/en/entry') : import('$lib/words/zh/entry'))).entry;

/** A PDF to be kept under a name; never by a cache, for it names people. */
export const paper = (bytes: Buffer, name: string): Response =>
	new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': 'application/pdf',
			'content-length': String(bytes.length),
			'content-disposition': attachment(name, 'entry.pdf'),
			'cache-control': 'private, no-store'
		}
	});
