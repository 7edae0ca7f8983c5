import { error } from '@sveltejs/kit';
import { attachment } from '$lib/domain/export/attachment';
import { packAll } from '$lib/server/certificates/download';
import { groundOf } from '$lib/server/certificates/facts';
import { turns } from '$lib/server/downloads/turns';
import { piecesOf, streamed } from '$lib/server/downloads/streamed';
import { wake } from '$lib/server/world';
import type { RequestHandler } from './$types';

/** Printing thousands takes one press: one archive at a time. */
const gate = turns({ each: 1, all: 1 });

export const GET: RequestHandler = async (event) => {
	const { db, by, locale } = event.locals;
	const ground = await groundOf(db, event.params.edition);
	if (!ground) error(404);
	const end = gate.begin(event.getClientAddress());
	if (!end) error(503, { message: 'busy' });
	let streaming = false;
	try {
		const { env } = await wake();
		const made = await packAll(db, by, env, event.params.edition);
		if (!made) error(404);
		const { certificateOffice: words } = await (locale === 'en'
			? import('$lib/words/en/certificate-office')
			: import('$lib/words/zh/certificate-office'));
		const name = `${words.fileName(ground.edition.zh)}.zip`;
		const response = new Response(streamed(piecesOf(made), end), {
			headers: {
				'content-type': 'application/zip',
				'content-disposition': attachment(name, 'certificates.zip'),
				'cache-control': 'private, no-store'
			}
		});
		streaming = true;
		return response;
	} finally {
		if (!streaming) end();
	}
};
