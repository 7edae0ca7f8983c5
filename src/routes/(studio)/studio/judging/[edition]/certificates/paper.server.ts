import { attachment } from '$lib/domain/export/attachment';

/** A certificate to be kept under a name; never by a cache, for it names people. */
export const paper = (bytes: Buffer, name: string): Response =>
	new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': 'application/pdf',
			'content-length': String(bytes.length),
			'content-disposition': attachment(name, 'certificate.pdf'),
			'cache-control': 'private, no-store'
		}
	});
