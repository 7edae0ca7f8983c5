import { attachment } from '$lib/domain/export/attachment';
import { localeOf } from '$lib/domain/locale';
import { publicEdition } from '$lib/server/contests/public';
import { streamed } from '$lib/server/downloads/streamed';
import { turns } from '$lib/server/downloads/turns';
import { archivePage } from '$lib/server/judging/archive-pack';
import { problem } from '$lib/server/problem';
import { wake } from '$lib/server/world';
import { archivePages } from '$lib/server/judging/archive-pages';
import type { RequestHandler } from './$types';

const gate = turns({ each: 1, all: 4 });

/** The archive without films as one page, for everybody, once the results are released. */
export const GET: RequestHandler = async (event) => {
	const { params, url, locals } = event;
	const { db, now } = locals;
	const found = await publicEdition(db, params.contest, params.edition, now);
	if (!found) return problem(event, 404, 'path');
	const end = gate.begin(event.getClientAddress());
	if (!end) return problem(event, 503, 'busy', { headers: { 'retry-after': '30' } });
	let streaming = false;
	try {
		const { env } = await wake();
		const { contest, edition } = found;
		const about = { contest: contest.title, title: edition.title };
		const { pages, name } = archivePages(localeOf(url.pathname), about);
		const made = await archivePage(db, edition.id, pages, { dataDir: env.dataDir, now });
		if (!made) return problem(event, 404, 'path');
		streaming = true;
		return new Response(streamed(made.pieces(), end), {
			headers: {
				'content-type': 'text/html; charset=utf-8',
				'content-security-policy': made.policy,
				'content-disposition': attachment(
					`${name}.html`,
					`${params.contest}-${params.edition}-archive.html`
				),
				// Long, and seldom asked for: not kept in memory.
				'cache-control': 'no-store'
			}
		});
	} finally {
		if (!streaming) end();
	}
};
