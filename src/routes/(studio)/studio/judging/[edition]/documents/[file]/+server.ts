import { error } from '@sveltejs/kit';
import { attachment } from '$lib/domain/export/attachment';
import { record } from '$lib/server/audit';
import { write } from '$lib/server/db/write';
import { streamed } from '$lib/server/downloads/streamed';
import { turns } from '$lib/server/downloads/turns';
import { announcedOf, headOf, roundFacts, scoreTables } from '$lib/server/judging/papers/facts';
import { announcementPdf, minutesPdf, scoresPdf } from '$lib/server/judging/papers/pdf';
import { announcementXlsx, minutesXlsx, scoresXlsx } from '$lib/server/judging/papers/xlsx';
import { ourOrigin } from '$lib/server/mail';
import type { RequestHandler } from './$types';

const types = {
	pdf: 'application/pdf',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
} as const;
const gate = turns({ each: 2, all: 4 });

/** A document of the office about an edition’s judging; that it was taken is recorded. */
export const GET: RequestHandler = async (event) => {
	const { db, who, by, locale, now } = event.locals;
	const { edition } = event.params;
	const [, paper, format] =
		/^(announcement|minutes|scores)\.(pdf|xlsx)$/.exec(event.params.file) ?? [];
	const head = paper ? await headOf(db, who, edition) : null;
	if (!head) error(404);
	const { judgingPapers: words } = await (locale === 'en'
		? import('$lib/words/en/judging-papers')
		: import('$lib/words/zh/judging-papers'));
	const end = gate.begin(event.getClientAddress());
	if (!end) error(503, { message: 'busy' });
	let streaming = false;
	try {
		const voice = { words, locale, now };
		const pdf = format === 'pdf';
		const make = async () => {
			if (paper === 'announcement') {
				const facts = await announcedOf(db, head, edition);
				const address = `${new URL(ourOrigin()).host}/verify`;
				return pdf ? announcementPdf(facts, voice, address) : announcementXlsx(facts, voice);
			}
			if (paper === 'minutes') {
				const rounds = await roundFacts(db, who, edition);
				return pdf ? minutesPdf(head, rounds, voice) : minutesXlsx(head, rounds, voice);
			}
			const tables = await scoreTables(db, who, head, edition);
			return pdf ? scoresPdf(head, tables, voice) : scoresXlsx(head, tables, voice);
		};
		const made = await make();
		await write(db, (tx) =>
			record(tx, by, {
				act: 'export',
				noun: 'editions',
				id: edition,
				title: head.edition.zh,
				after: { form: `${paper}.${format}` }
			})
		);
		const name = `${head.edition.zh}-${words[paper as 'scores'].file}.${format}`;
		const headers = {
			'content-type': types[format as keyof typeof types],
			'content-disposition': attachment(name, `${paper}.${format}`),
			'cache-control': 'private, no-store'
		};
		if (Buffer.isBuffer(made)) return new Response(new Uint8Array(made), { headers });
		const response = new Response(streamed(made, end), { headers });
		streaming = true;
		return response;
	} finally {
		if (!streaming) end();
	}
};
