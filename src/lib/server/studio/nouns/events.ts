import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { layOut } from '$lib/domain/events/lay-out';
import type { When } from '$lib/domain/events/when';
import { textPair } from '$lib/domain/rich/walk';
import type { RichPair } from '$lib/domain/rich/walk';
import type { Content } from '$lib/domain/studio/field';
import { eventContent } from '$lib/domain/studio/nouns/event-shape';
import { sortKey } from '$lib/domain/sort';
import { pair } from '$lib/domain/text';
import { officeCalendar } from '../../calendar';
import type { Reader } from '../../db/open';
import { articles, chapters, events, places, series, venueRequests } from '../../db/schema';
import { touchContent } from '../../db/write';
import { keepDates, lostDates } from '../../events/dates';
import { indexRows, removeRows } from '../../search';
import { citedBy, citeOnly } from './cite';
import type { Keeper } from './keeper';
import { missing, placeAt, slugIdOf, slugTaken } from './references';
import { richPair } from './series';

type Value = Omit<z.output<typeof eventContent>, 'body' | 'recap' | 'when'> & {
	when: When;
	body?: RichPair | null;
	recap?: RichPair | null;
};

/** The dates of a content by the calendar of the office. */
async function datesOf(reader: Reader, value: Value) {
	const { kind } = await officeCalendar(reader);
	return layOut(value.when, (day) => kind(day).works);
}

/** Events: the row, its dates laid out, and what search knows of it. */
export const keeper: Keeper = {
	shape: eventContent,

	async read(reader, id) {
		const [found] = await reader
			.select({ row: events, place: places.slug, series: series.slug, article: articles.slug })
			.from(events)
			.leftJoin(places, eq(places.id, events.placeId))
			.leftJoin(series, eq(series.id, events.seriesId))
			.leftJoin(articles, eq(articles.id, events.articleId))
			.where(eq(events.id, id));
		if (!found) return null;
		const { row } = found;
		const content: Value = {
			slug: row.slug,
			type: row.type,
			title: { zh: row.titleZh, en: row.titleEn },
			summary: pair(row.summaryZh, row.summaryEn),
			series: found.series,
			chapter: row.chapterSlug,
			demonstration: row.demonstration,
			when: row.when ?? whenOf(row),
			place: found.place,
			venueNote: pair(row.venueNoteZh, row.venueNoteEn),
			town: row.townSlug,
			programme: row.programme,
			audiences: row.audiences,
			languages: row.languages,
			access: row.access,
			price: row.price / 100,
			host: pair(row.hostZh, row.hostEn),
			organizer: pair(row.organizerZh, row.organizerEn),
			phone: row.phone,
			body: richPair(row.bodyZh, row.bodyEn),
			album: row.album,
			recap: richPair(row.recapZh, row.recapEn),
			attendance: row.attendance,
			article: found.article,
			sources: await citedBy(reader, 'event', id)
		};
		return content as unknown as Content;
	},

	async card(reader, _, content) {
		const value = content as unknown as Value;
		const at = await placeAt(reader, value.place);
		return {
			slug: value.slug,
			titleZh: value.title.zh,
			titleEn: value.title.en || null,
			kind: value.type,
			category: null,
			town: value.town || at?.town || null,
			placeId: at?.id ?? null,
			sortKey: sortKey(value.title.zh)
		};
	},

	async check(reader, id, content) {
		const value = content as unknown as Value;
		const dates = await datesOf(reader, value);
		return [
			...(await slugTaken(reader, events, id, value.slug)),
			...(await missing(reader, 'series', 'series', [value.series])),
			...(await strangeChapter(reader, value)),
			...(await missing(reader, 'place', 'places', [value.place])),
			...(await missing(reader, 'town', 'towns', [value.town])),
			...(await missing(reader, 'article', 'articles', [value.article])),
			...(await missing(reader, 'sources', 'sources', value.sources)),
			...(dates.ok ? await lostDates(reader, id, dates.value) : dates.refusals)
		];
	},

	async put(tx, id, content, now) {
		const value = content as unknown as Value;
		const dates = await datesOf(tx, value);
		// Checked before; a calendar that changed since still leaves the event with its first date.
		const laid = dates.ok ? dates.value : [];
		const [before] = await tx
			.select({ publishedAt: events.publishedAt, startsAt: events.startsAt, endsAt: events.endsAt })
			.from(events)
			.where(eq(events.id, id));
		const at = await placeAt(tx, value.place);
		const last = laid.at(-1);
		const row = {
			slug: value.slug,
			titleZh: value.title.zh,
			titleEn: value.title.en || null,
			summaryZh: value.summary?.zh ?? null,
			summaryEn: value.summary?.en || null,
			type: value.type,
			seriesId: await slugIdOf(tx, 'series', value.series),
			chapterSlug: value.chapter || null,
			startsAt: laid[0]?.startsAt ?? before?.startsAt ?? now,
			endsAt: last ? (last.endsAt ?? last.startsAt) : (before?.endsAt ?? null),
			precision: value.when.precision,
			when: value.when,
			placeId: at?.id ?? null,
			venueNoteZh: value.venueNote?.zh ?? null,
			venueNoteEn: value.venueNote?.en || null,
			townSlug: value.town || at?.town || null,
			bodyZh: value.body?.zh ?? null,
			bodyEn: value.body?.en ?? null,
			hostZh: value.host?.zh ?? null,
			hostEn: value.host?.en || null,
			organizerZh: value.organizer?.zh ?? null,
			organizerEn: value.organizer?.en || null,
			phone: value.phone || null,
			programme: value.programme.map(({ at, title, who }) => ({
				at: at ?? null,
				title,
				who: who || null
			})),
			audiences: value.audiences,
			languages: value.languages,
			access: value.access ?? {},
			price: Math.round((value.price ?? 0) * 100),
			album: value.album,
			recapZh: value.recap?.zh ?? null,
			recapEn: value.recap?.en ?? null,
			attendance: value.attendance ?? null,
			articleId: await slugIdOf(tx, 'articles', value.article),
			demonstration: value.demonstration,
			publishedAt: before?.publishedAt ?? now,
			updatedAt: now
		};
		await tx
			.insert(events)
			.values({ id, createdAt: now, ...row })
			.onConflictDoUpdate({ target: events.id, set: row });
		await keepDates(tx, id, laid, now);
		await citeOnly(tx, 'event', id, value.sources);
		await indexRows(tx, [searchRow(id, value)]);
		await touchContent(tx);
	},

	async until(tx, id, moment) {
		await tx.update(events).set({ expiresAt: moment }).where(eq(events.id, id));
		await touchContent(tx);
	},

	async withdraw(tx, id, now) {
		await tx.update(events).set({ publishedAt: null, updatedAt: now }).where(eq(events.id, id));
		await keepDates(tx, id, null, now);
		await removeRows(tx, 'event', [id]);
		await touchContent(tx);
	},

	async remove(tx, id) {
		await tx.delete(events).where(eq(events.id, id));
		await tx.delete(venueRequests).where(eq(venueRequests.eventId, id));
		await removeRows(tx, 'event', [id]);
		await touchContent(tx);
	}
};

/** The dates of a row that came before its form asked for them: one day, or from a day to another. */
function whenOf({ startsAt, endsAt, precision }: typeof events.$inferSelect): When {
	const minutes = precision === 'minute';
	const text = (at: number) =>
		new Date(at + 8 * 3_600_000).toISOString().slice(0, minutes ? 16 : 10);
	return {
		precision,
		first: {
			from: text(startsAt),
			to: endsAt === null ? null : text(minutes ? endsAt : endsAt - 1)
		},
		rule: null,
		days: 'any',
		more: [],
		except: []
	};
}

/** A chapter is one of its series. */
async function strangeChapter(reader: Reader, { series: of, chapter }: Value) {
	if (!chapter) return [];
	const [known] = await reader
		.select({ slug: chapters.slug })
		.from(chapters)
		.innerJoin(series, eq(series.id, chapters.seriesId))
		.where(and(eq(series.slug, of ?? ''), eq(chapters.slug, chapter)));
	return known ? [] : [{ field: 'chapter', reason: 'no-such', detail: { slug: chapter } }];
}

/** What search knows of an event. */
function searchRow(id: string, { title, summary, body, venueNote, host, programme }: Value) {
	const text = body ? textPair(body) : null;
	return {
		subject: 'event' as const,
		id,
		name: [title.zh, title.en ?? ''],
		place: [venueNote?.zh ?? '', venueNote?.en ?? ''],
		body: [summary, host, text, ...programme.map((item) => item.title)].flatMap((said) => [
			said?.zh ?? '',
			said?.en ?? ''
		])
	};
}
