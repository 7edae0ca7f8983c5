import { inArray } from 'drizzle-orm';
import { href } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { highlight } from '$lib/domain/search/highlight';
import type { HitView, Shown } from '$lib/domain/search/hit';
import type { Search } from '$lib/domain/search/query';
import type { Readings } from '$lib/domain/search/readings';
import { snippet } from '$lib/domain/search/snippet';
import { textPair } from '$lib/domain/rich/walk';
import { langOf, pair, say } from '$lib/domain/text';
import type { Bilingual } from '$lib/domain/text';
import type { Category, Kind } from '$lib/domain/place';
import type { Reader } from '../db/open';
import { articles, documents, events, places, series, trails } from '../db/schema';
import { loadReadings } from '../readings';
import * as towns from '../towns';
import type { Hit } from './find';
import type { Subject } from './rows';

interface Source {
	path: string;
	kind: Kind | null;
	category: Category | null;
	name: Bilingual;
	town: Bilingual | null;
	place: Bilingual | null;
	texts: (Bilingual | null)[];
	synthetic: boolean;
}

/** Pinyin for marking hits; left out, and not loaded, where only Han characters are looked for. */
export async function readingsFor(search: Search): Promise<Readings | undefined> {
	return search.terms.some((term) => term.kind === 'word') ? loadReadings() : undefined;
}

/** The hits in their order with names, places and the passages where the words stand, marked; `passages: false` leaves those out. */
export async function show(
	db: Reader,
	hits: readonly Hit[],
	search: Search,
	locale: Locale,
	{ passages = true }: { passages?: boolean } = {}
): Promise<HitView[]> {
	const readings = await readingsFor(search);
	const sources = await load(db, hits);
	return hits.flatMap((hit) => {
		const source = sources.get(`${hit.subject}/${hit.id}`);
		return source ? [view(hit.subject, source, { search, readings, locale, passages })] : [];
	});
}

function view(
	subject: Subject,
	source: Source,
	{
		search,
		readings,
		locale,
		passages
	}: { search: Search; readings: Readings | undefined; locale: Locale; passages: boolean }
): HitView {
	const mark = (text: Bilingual, reader: Locale): Shown => ({
		lang: langOf(text, reader),
		segments: highlight(say(text, reader), search.terms, readings)
	});
	const name = mark(source.name, locale);
	const foreign = mark(source.name, locale === 'en' ? 'zh' : 'en');
	return {
		subject,
		path: href(locale, source.path),
		kind: source.kind,
		category: source.category,
		name,
		other: !hasHit(name) && foreign.lang !== name.lang && hasHit(foreign) ? foreign : null,
		town: source.town,
		place: source.place ? mark(source.place, locale) : null,
		text: passages ? passage(source.texts, search, readings, locale) : null,
		synthetic: source.synthetic
	};
}

/** The first passage with a hit, the reader's language before the other; else how the first text begins. */
function passage(
	texts: readonly (Bilingual | null)[],
	search: Search,
	readings: Readings | undefined,
	locale: Locale
): Shown | null {
	const given = texts.filter((text) => text !== null);
	const order: Locale[] = locale === 'en' ? ['en', 'zh'] : ['zh', 'en'];
	let first: Shown | null = null;
	for (const reader of order)
		for (const text of given) {
			const shown = {
				lang: langOf(text, reader),
				segments: snippet(say(text, reader), search.terms, readings)
			};
			if (hasHit(shown)) return shown;
			first ??= shown;
		}
	return first;
}

const hasHit = (shown: Shown): boolean => shown.segments.some((segment) => segment.hit);

async function load(db: Reader, hits: readonly Hit[]): Promise<Map<string, Source>> {
	const idsOf = (subject: Subject) =>
		hits.filter((hit) => hit.subject === subject).map((hit) => hit.id);
	const found = new Map<string, Source>();
	const placeIds = idsOf('place');
	if (placeIds.length) {
		const known = await towns.bySlug(db);
		for (const row of await db.select().from(places).where(inArray(places.id, placeIds))) {
			const town = row.townSlug ? known.get(row.townSlug)?.name : undefined;
			const address = pair(row.addressZh, row.addressEn);
			if (row.publishedAt !== null)
				found.set(`place/${row.id}`, {
					path: `/places/${row.slug}`,
					kind: row.kind,
					category: row.category,
					name: { zh: row.nameZh, en: row.nameEn },
					town: town ?? null,
					place: address ?? town ?? null,
					texts: [pair(row.summaryZh, row.summaryEn), pair(row.storyZh, row.storyEn)],
					synthetic: row.synthetic
				});
		}
	}
	const trailIds = idsOf('trail');
	if (trailIds.length)
		for (const row of await db.select().from(trails).where(inArray(trails.id, trailIds)))
			if (row.publishedAt !== null)
				found.set(`trail/${row.id}`, {
					path: `/trails/${row.slug}`,
					kind: null,
					category: null,
					name: { zh: row.nameZh, en: row.nameEn },
					town: null,
					place: null,
					texts: [pair(row.summaryZh, row.summaryEn), pair(row.storyZh, row.storyEn)],
					synthetic: row.synthetic
				});
	const articleIds = idsOf('article');
	if (articleIds.length)
		for (const row of await db.select().from(articles).where(inArray(articles.id, articleIds)))
			found.set(`article/${row.id}`, {
				path: `/articles/${row.slug}`,
				kind: null,
				category: null,
				name: { zh: row.titleZh, en: row.titleEn },
				town: null,
				place: null,
				texts: [pair(row.summaryZh, row.summaryEn), textPair({ zh: row.bodyZh, en: row.bodyEn })],
				synthetic: false
			});
	const eventIds = idsOf('event');
	if (eventIds.length)
		for (const row of await db.select().from(events).where(inArray(events.id, eventIds)))
			found.set(`event/${row.id}`, {
				path: `/events/${row.slug}`,
				kind: null,
				category: null,
				name: { zh: row.titleZh, en: row.titleEn },
				town: null,
				place: pair(row.venueNoteZh, row.venueNoteEn),
				texts: [
					pair(row.summaryZh, row.summaryEn),
					row.bodyZh && textPair({ zh: row.bodyZh, en: row.bodyEn })
				],
				synthetic: row.synthetic
			});
	const seriesIds = idsOf('series');
	if (seriesIds.length)
		for (const row of await db.select().from(series).where(inArray(series.id, seriesIds)))
			found.set(`series/${row.id}`, {
				path: `/series/${row.slug}`,
				kind: null,
				category: null,
				name: { zh: row.titleZh, en: row.titleEn },
				town: null,
				place: pair(row.themeZh, row.themeEn),
				texts: [
					pair(row.summaryZh, row.summaryEn),
					row.bodyZh && textPair({ zh: row.bodyZh, en: row.bodyEn })
				],
				synthetic: row.synthetic
			});
	const documentIds = idsOf('document');
	if (documentIds.length)
		for (const row of await db.select().from(documents).where(inArray(documents.id, documentIds)))
			found.set(`document/${row.id}`, {
				path: `/documents/${row.slug}`,
				kind: null,
				category: null,
				name: { zh: row.titleZh, en: row.titleEn },
				town: null,
				place: pair(row.issuerZh, row.issuerEn),
				texts: [
					pair(row.number, null),
					pair(row.summaryZh, row.summaryEn),
					row.bodyZh && textPair({ zh: row.bodyZh, en: row.bodyEn }),
					pair(row.fileText, null)
				],
				synthetic: false
			});
	return found;
}
