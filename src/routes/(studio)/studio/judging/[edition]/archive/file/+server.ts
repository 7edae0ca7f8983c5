import { error } from '@sveltejs/kit';
import { attachment } from '$lib/domain/export/attachment';
import { record } from '$lib/server/audit';
import { write } from '$lib/server/db/write';
import { piecesOf, streamed } from '$lib/server/downloads/streamed';
import { turns } from '$lib/server/downloads/turns';
import { packArchive } from '$lib/server/judging/archive-pack';
import { judgedEdition } from '$lib/server/judging/rounds-desk';
import { wake } from '$lib/server/world';
import { archivePages } from '$lib/server/judging/archive-pages';
import type { RequestHandler } from './$types';

/** Films of a whole edition take the disk: one archive at a time. */
const gate = turns({ each: 1, all: 1 });

/** The sealed archive with its films; that somebody made it is recorded before the first byte leaves. */
export const GET: RequestHandler = async (event) => {
	const { db, by, locale, now } = event.locals;
	const edition = await judgedEdition(db, event.params.edition);
	if (!edition) error(404);
	const end = gate.begin(event.getClientAddress());
	if (!end) error(503, { message: 'busy' });
	let streaming = false;
	try {
		const { env } = await wake();
		const pair = (one: { titleZh: string; titleEn: string | null }) => ({
			zh: one.titleZh,
			en: one.titleEn
		});
		const about = { contest: pair(edition.contest), title: pair(edition) };
		const { pages, name } = archivePages(locale, about);
		const made = await packArchive(db, edition.id, pages, { dataDir: env.dataDir, now });
		if (!made) error(404);
		await write(db, (tx) =>
			record(tx, by, { act: 'make-archive', noun: 'editions', id: edition.id })
		);
		streaming = true;
		return new Response(streamed(piecesOf(made), end), {
			headers: {
				'content-type': 'application/zip',
				'content-disposition': attachment(`${name}.zip`, 'archive.zip')
			}
		});
	} finally {
		if (!streaming) end();
	}
};
