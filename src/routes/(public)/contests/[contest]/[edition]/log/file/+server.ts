import { attachment } from '$lib/domain/export/attachment';
import { localeOf } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import { publicEdition } from '$lib/server/contests/public';
import { streamed } from '$lib/server/downloads/streamed';
import { turns } from '$lib/server/downloads/turns';
import { exportLog } from '$lib/server/judging/log-export';
import { problem } from '$lib/server/problem';
import { wake } from '$lib/server/world';
import { log as en } from '$lib/words/en/log';
import { log as zh } from '$lib/words/zh/log';
import type { RequestHandler } from './$types';

const gate = turns();

/** The judging log as a file, made while it is read. */
export const GET: RequestHandler = async (event) => {
	const { params, url, locals } = event;
	const { db, now } = locals;
	const end = gate.begin(event.getClientAddress());
	if (!end) return problem(event, 503, 'busy', { headers: { 'retry-after': '30' } });
	const found = await publicEdition(db, params.contest, params.edition, now);
	const { env } = await wake();
	const lines =
		found &&
		(await exportLog(db, {
			...{ dataDir: env.dataDir, editionId: found.edition.id },
			copy: 'public'
		}));
	if (!lines) {
		end();
		return problem(event, 404, 'path');
	}
	const locale = localeOf(url.pathname);
	const words = locale === 'en' ? en : zh;
	const name = words.fileName(say(found.contest.title, locale), say(found.edition.title, locale));
	return new Response(streamed(lines, end), {
		headers: {
			// Long, and seldom asked for: not kept in memory.
			'cache-control': 'no-store',
			'content-type': 'application/x-ndjson; charset=utf-8',
			'content-disposition': attachment(
				`${name}.jsonl`,
				`${params.contest}-${params.edition}-log.jsonl`
			)
		}
	});
};
