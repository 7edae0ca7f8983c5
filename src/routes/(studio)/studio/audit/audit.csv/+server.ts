import { error } from '@sveltejs/kit';
import { askedQuery, readAsked } from '$lib/domain/audit/asked';
import type { Shown } from '$lib/domain/audit/told';
import { csvLine } from '$lib/domain/export/cell';
import { localeOf } from '$lib/domain/locale';
import { mayAudit } from '$lib/domain/people/may';
import { each, record } from '$lib/server/audit';
import { write } from '$lib/server/db/write';
import type { RequestHandler } from './$types';

/** What was asked for as a table, recorded before the first byte leaves; a byte order mark lets spreadsheets read Chinese. */
export const GET: RequestHandler = async ({ locals: { db, who, by }, url }) => {
	if (!mayAudit(who)) error(403, { message: 'not-allowed' });
	const { audit: words } = await (localeOf(url.pathname) === 'en'
		? import('$lib/words/en/audit')
		: import('$lib/words/zh/audit'));
	const text = (shown: Shown) =>
		!shown ? null : 'text' in shown ? shown.text : words.hidden[shown.hidden];
	const changed = (changes: { field: string; value: Shown }[]) =>
		changes.flatMap(({ field, value }) => {
			const said = text(value);
			return said === null ? [] : [field ? `${field}: ${said}` : said];
		});
	const asked = readAsked(url.searchParams);
	// What personal values were taken out is itself recorded; a name that was typed is not.
	await write(db, (tx) =>
		record(tx, by, {
			act: 'export',
			noun: 'audit',
			id: 'csv',
			after: { filter: askedQuery({ ...asked, who: '', page: 1 }) }
		})
	);
	async function* lines() {
		yield `\ufeff${csvLine(words.csv)}`;
		for await (const records of each(db, asked))
			yield records
				.map((record) =>
					csvLine([
						record.seq,
						`${new Date(record.at + 8 * 3_600_000).toISOString().slice(0, -1)}+08:00`,
						record.who
							? (record.who.name ?? record.who.id)
							: record.machine
								? words.portalPart(words.machines[record.machine] ?? record.machine)
								: words.stranger,
						words.deed(record.act),
						words.nouns[record.noun] ?? record.noun,
						record.id,
						text(record.title),
						text(record.from),
						text(record.why),
						changed(record.changes.map(({ field, before: value }) => ({ field, value }))).join(
							'\n'
						),
						changed(record.changes.map(({ field, after: value }) => ({ field, value }))).join('\n'),
						record.leaf
					])
				)
				.join('');
	}
	const source = lines();
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			const { done, value } = await source.next();
			if (done) controller.close();
			else controller.enqueue(new TextEncoder().encode(value));
		},
		cancel: async () => void (await source.return(undefined))
	});
	return new Response(body, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="audit.csv"',
			'cache-control': 'private, no-store'
		}
	});
};
