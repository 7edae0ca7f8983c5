import { and, asc, count, eq, gt, isNotNull, isNull, lte, ne, or } from 'drizzle-orm';
import { leadsOn } from '$lib/domain/modules';
import type { SitePage } from '$lib/domain/sitemap';
import { shownAt } from './articles';
import type { Reader } from './db/open';
import {
	articles,
	contests,
	documents,
	editions,
	entries,
	events,
	notices,
	pages,
	places,
	series,
	trails
} from './db/schema';
import { readSettings } from './site';

/** Pages in one file; in two languages that is well below the 50,000 addresses a file may hold. */
const PAGES_PER_FILE = 10_000;

const addresses = [
	'/',
	'/map',
	'/places',
	'/units',
	'/trails',
	'/events',
	'/contests',
	'/articles',
	'/documents',
	'/verify',
	'/verify/log',
	'/passport',
	'/passport/sheet',
	'/passport/verify',
	'/about',
	'/accessibility'
];

const sections = (at: number) => [
	{ table: trails, room: 'trails', where: isNotNull(trails.publishedAt) },
	{
		table: articles,
		room: 'articles',
		where: shownAt(at)
	},
	{
		table: documents,
		room: 'documents',
		where: and(isNotNull(documents.publishedAt), lte(documents.publishedAt, at))
	},
	{
		table: events,
		room: 'events',
		where: and(lte(events.publishedAt, at), or(isNull(events.expiresAt), gt(events.expiresAt, at)))
	},
	{ table: series, room: 'series', where: lte(series.publishedAt, at) },
	{ table: contests, room: 'contests', where: isNotNull(contests.publishedAt) },
	{ table: pages, room: 'pages', where: isNotNull(pages.publishedAt) },
	{ table: places, room: 'places', where: isNotNull(places.publishedAt) }
];

/**
 * The editions of contests, each with its notice and log once there is one, with its results once they
 * are final, and with the entries that were released for showing. There are never many.
 */
async function held(db: Reader): Promise<SitePage[]> {
	const [rows, shown] = await Promise.all([
		db
			.select({
				...{ id: editions.id, contest: contests.slug, edition: editions.slug },
				...{ updatedAt: editions.updatedAt, notice: notices.publishedAt, final: notices.finalAt }
			})
			.from(editions)
			.innerJoin(contests, eq(contests.id, editions.contestId))
			.leftJoin(notices, and(eq(notices.editionId, editions.id), isNull(notices.replacedAt)))
			.where(and(isNotNull(contests.publishedAt), ne(editions.state, 'draft')))
			.orderBy(asc(contests.slug), asc(editions.ordinal)),
		db
			.select({ editionId: entries.editionId, number: entries.number, at: entries.releasedAt })
			.from(entries)
			.where(
				and(
					...[eq(entries.state, 'passed'), isNotNull(entries.number)],
					...[isNotNull(entries.releasedAt), isNotNull(entries.publicConsentAt)]
				)
			)
			.orderBy(asc(entries.number))
	]);
	return rows.flatMap(({ id, contest, edition, updatedAt, notice, final }) => {
		const path = `/contests/${contest}/${edition}`;
		const page = (below: string, at: number | null) => ({ path: path + below, updatedAt: at });
		return [
			page('', updatedAt),
			...(notice === null ? [] : [page('/notice', final ?? notice), page('/log', final ?? notice)]),
			...(final === null ? [] : [page('/results', final)]),
			...shown
				.filter(({ editionId }) => editionId === id)
				.map(({ number, at }) => page(`/entries/${number}`, at))
		];
	});
}

/** What stands in the sitemap at a moment; parts that are switched off do not. */
async function parts(db: Reader, at: number) {
	const { modules = {} } = await readSettings(db);
	const fixed: SitePage[] = addresses.map((path) => ({ path, updatedAt: null }));
	return {
		fixed: [...fixed, ...(await held(db))].filter(({ path }) => leadsOn(modules, path)),
		sections: sections(at).filter(({ room }) => leadsOn(modules, `/${room}`))
	};
}

/** How many sitemap files there are at `at` (ms since the epoch); never less than one. */
export async function files(db: Reader, at: number, size = PAGES_PER_FILE): Promise<number> {
	const { fixed, sections } = await parts(db, at);
	let total = fixed.length;
	for (const { table, where } of sections) {
		const [row] = await db.select({ n: count() }).from(table).where(where);
		total += row?.n ?? 0;
	}
	return Math.ceil(total / size);
}

/** The pages of the file of this number (1 for the first); null when there is no such file. */
export async function file(
	db: Reader,
	number: number,
	at: number,
	size = PAGES_PER_FILE
): Promise<SitePage[] | null> {
	const { fixed, sections } = await parts(db, at);
	let skip = (number - 1) * size;
	const pages: SitePage[] = fixed.slice(skip, skip + size);
	skip = Math.max(0, skip - fixed.length);
	for (const { table, room, where } of sections) {
		if (pages.length >= size) break;
		const [row] = await db.select({ n: count() }).from(table).where(where);
		const there = row?.n ?? 0;
		if (skip < there) {
			const rows = await db
				.select({ slug: table.slug, updatedAt: table.updatedAt })
				.from(table)
				.where(where)
				.orderBy(asc(table.slug))
				.limit(size - pages.length)
				.offset(skip);
			for (const { slug, updatedAt } of rows) pages.push({ path: `/${room}/${slug}`, updatedAt });
		}
		skip = Math.max(0, skip - there);
	}
	return pages.length ? pages : null;
}
