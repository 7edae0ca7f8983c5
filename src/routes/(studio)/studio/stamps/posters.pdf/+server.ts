import { error, redirect } from '@sveltejs/kit';
import { attachment } from '$lib/domain/export/attachment';
import { href } from '$lib/domain/locale';
import { papers } from '$lib/domain/stamps/poster';
import { turns } from '$lib/server/downloads/turns';
import { MOST_AT_ONCE } from '$lib/server/stamps/posters';
import { postersPdf } from '$lib/server/stamps/print';
import { wake } from '$lib/server/world';
import type { RequestHandler } from './$types';

/** Setting two hundred posters takes the press a while: a few at a time. */
const gate = turns({ each: 2, all: 4 });

/** The posters of the places named, one a page. */
export const GET: RequestHandler = async ({
	url,
	locals: { db, who, now, locale },
	getClientAddress
}) => {
	const placeIds = url.searchParams.getAll('place').slice(0, MOST_AT_ONCE);
	const paper = papers.find((one) => one === url.searchParams.get('paper')) ?? 'a4';
	const end = gate.begin(getClientAddress());
	if (!end) error(503, { message: 'busy' });
	try {
		const { env } = await wake();
		const made = await postersPdf(db, env, who, { placeIds, paper, locale, now });
		if (!made) redirect(303, href(locale, '/studio/stamps?nothing'));
		return new Response(new Uint8Array(made.pdf), {
			headers: {
				'content-type': 'application/pdf',
				'content-length': String(made.pdf.length),
				'content-disposition': attachment(made.name, 'posters.pdf'),
				'cache-control': 'private, no-store'
			}
		});
	} finally {
		end();
	}
};
