import { error } from '@sveltejs/kit';
import { attachment } from '$lib/domain/export/attachment';
import { streamed } from '$lib/server/downloads/streamed';
import { turns } from '$lib/server/downloads/turns';
import { record } from '$lib/server/audit';
import { write } from '$lib/server/db/write';
import { exportLog } from '$lib/server/judging/log-export';
import { isOpen } from '$lib/server/judging/log-phases';
import { wake } from '$lib/server/world';
import type { RequestHandler } from './$types';

const gate = turns({ each: 1, all: 2 });

/** The log with what stays closed to the public; there is none before the release, for nobody. */
export const GET: RequestHandler = async (event) => {
	const { db, by } = event.locals;
	const { edition: editionId } = event.params;
	if (!(await isOpen(db, editionId))) error(404);
	const end = gate.begin(event.getClientAddress());
	if (!end) error(503, { message: 'busy' });
	try {
		const { env } = await wake();
		const lines = await exportLog(db, { dataDir: env.dataDir, editionId, copy: 'office' });
		if (!lines) error(404);
		await write(db, (tx) =>
			record(tx, by, { act: 'download-log', noun: 'editions', id: editionId })
		);
		return new Response(streamed(lines, end), {
			headers: {
				'content-type': 'application/x-ndjson; charset=utf-8',
				'content-disposition': attachment('judging-log-office.jsonl', 'judging-log-office.jsonl')
			}
		});
	} catch (reason) {
		end();
		throw reason;
	}
};
