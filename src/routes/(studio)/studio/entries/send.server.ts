import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { attachment } from '$lib/domain/export/attachment';
import { FILE_PATTERN, readFilePattern } from '$lib/domain/contests/file-pattern';
import { dayStamp } from '$lib/domain/when';
import { eligibility as en } from '$lib/words/en/eligibility';
import { eligibility as zh } from '$lib/words/zh/eligibility';
import { exportEntries } from '$lib/server/contests/export-entries';
import type { EntryFormat } from '$lib/server/contests/export-entries';
import { packageEntries } from '$lib/server/contests/package';
import { piecesOf, streamed } from '$lib/server/downloads/streamed';
import { turns } from '$lib/server/downloads/turns';
import { filmStorage } from '$lib/server/storage';
import { editionAsked } from './asked.server';

const types: Record<EntryFormat, string> = {
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv; charset=utf-8; header=present'
};

const gate = turns();
/** Packing reads whole films: few at once. */
const packing = turns({ each: 1, all: 3 });

const refused = (field: string, reason: string) =>
	error(400, { message: 'refused', refusals: [{ field, reason }] });

/** The table of the entries a list keeps. */
export async function sendTable(event: RequestEvent, format: EntryFormat): Promise<Response> {
	const { db, by, locale, now } = event.locals;
	const { edition, query } = await editionAsked(db, event.url.searchParams);
	const names = event.url.searchParams.getAll('column').slice(0, 200);
	if (!edition) error(404, { message: 'missing' });
	if (!names.length) refused('column', 'columns');
	const end = gate.begin(event.getClientAddress());
	if (!end) error(503, { message: 'busy' });
	let streaming = false;
	try {
		const made = await exportEntries(db, by, query, { format, names, locale });
		if (!made) error(404, { message: 'missing' });
		const response = new Response(streamed(made.pieces, end), {
			headers: headers(
				types[format],
				(locale === 'en' ? en : zh).takeAlong.fileName(edition.titleZh),
				`${dayStamp(now)}.${format}`
			)
		});
		streaming = true;
		return response;
	} finally {
		if (!streaming) end();
	}
}

/** The files of the entries a list keeps, as an archive made while it is sent. */
export async function sendPackage(event: RequestEvent): Promise<Response> {
	const { db, by, locale, now } = event.locals;
	const { searchParams } = event.url;
	const { edition, query } = await editionAsked(db, searchParams);
	if (!edition) error(404, { message: 'missing' });
	const pattern = readFilePattern(searchParams.get('pattern') ?? FILE_PATTERN);
	if (!pattern.ok) return refused('pattern', 'pattern');
	const end = packing.begin(event.getClientAddress());
	if (!end) error(503, { message: 'busy' });
	let streaming = false;
	try {
		const made = await packageEntries(db, by, filmStorage(), query, {
			pattern: pattern.value,
			which: searchParams.get('which') === 'all' ? 'all' : 'films',
			locale
		});
		if (!made) error(404, { message: 'missing' });
		const response = new Response(streamed(piecesOf(made), end), {
			headers: headers(
				'application/zip',
				(locale === 'en' ? en : zh).takeAlong.packageName(edition.titleZh),
				`${dayStamp(now)}.zip`
			)
		});
		streaming = true;
		return response;
	} finally {
		if (!streaming) end();
	}
}

const headers = (type: string, name: string, ending: string) => ({
	'content-type': type,
	'content-disposition': attachment(`${name}-${ending}`, `liantu-entries-${ending}`),
	'cache-control': 'private, no-store'
});
