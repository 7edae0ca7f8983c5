import { asc, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { Content } from '$lib/domain/studio/field';
import { trailContent } from '$lib/domain/studio/nouns/trail-shape';
import { sortKey } from '$lib/domain/sort';
import { pair } from '$lib/domain/text';
import { places, stops, trails } from '../../db/schema';
import { touchContent } from '../../db/write';
import { indexRows, removeRows } from '../../search';
import { citedBy, citeOnly } from './cite';
import type { Keeper } from './keeper';
import { missing, slugTaken } from './references';

type Value = z.output<typeof trailContent>;

/** Trails with their stops; a stop references a place and never copies it. */
export const keeper: Keeper = {
	shape: trailContent,

	async read(reader, id) {
		const [row] = await reader.select().from(trails).where(eq(trails.id, id));
		if (!row) return null;
		const walked = await reader
			.select({ place: places.slug, noteZh: stops.noteZh, noteEn: stops.noteEn })
			.from(stops)
			.innerJoin(places, eq(places.id, stops.placeId))
			.where(eq(stops.trailId, id))
			.orderBy(asc(stops.number));
		const content: Value = {
			slug: row.slug,
			corridor: row.corridorSlug,
			name: { zh: row.nameZh, en: row.nameEn },
			summary: pair(row.summaryZh, row.summaryEn),
			story: pair(row.storyZh, row.storyEn),
			theme: pair(row.themeZh, row.themeEn),
			mode: row.mode,
			length: row.length,
			minutes: row.minutes,
			declaredStops: row.declaredStops,
			demonstration: row.demonstration,
			line: row.line,
			stops: walked.map(({ place, noteZh, noteEn }) => ({ place, note: pair(noteZh, noteEn) })),
			sources: await citedBy(reader, 'trail', id)
		};
		return content as unknown as Content;
	},

	async card(_, __, content) {
		const value = content as unknown as Value;
		return {
			slug: value.slug,
			titleZh: value.name.zh,
			titleEn: value.name.en || null,
			kind: value.mode ?? null,
			category: null,
			town: null,
			placeId: null,
			sortKey: sortKey(value.name.zh)
		};
	},

	async check(reader, id, content) {
		const value = content as unknown as Value;
		return [
			...(await slugTaken(reader, trails, id, value.slug)),
			...(await missing(reader, 'corridor', 'corridors', [value.corridor])),
			...(await missing(
				reader,
				'stops',
				'places',
				value.stops.map(({ place }) => place)
			)),
			...(await missing(reader, 'sources', 'sources', value.sources))
		];
	},

	async put(tx, id, content, now) {
		const value = content as unknown as Value;
		const [before] = await tx
			.select({ publishedAt: trails.publishedAt })
			.from(trails)
			.where(eq(trails.id, id));
		const row = {
			slug: value.slug,
			corridorSlug: value.corridor || null,
			nameZh: value.name.zh,
			nameEn: value.name.en || null,
			summaryZh: value.summary?.zh ?? null,
			summaryEn: value.summary?.en || null,
			storyZh: value.story?.zh ?? null,
			storyEn: value.story?.en || null,
			themeZh: value.theme?.zh ?? null,
			themeEn: value.theme?.en || null,
			mode: value.mode ?? null,
			length: value.length ?? null,
			minutes: value.minutes ?? null,
			declaredStops: value.declaredStops ?? null,
			demonstration: value.demonstration,
			line: value.line ?? null,
			publishedAt: before?.publishedAt ?? now,
			updatedAt: now
		};
		await tx
			.insert(trails)
			.values({ id, createdAt: now, ...row })
			.onConflictDoUpdate({ target: trails.id, set: row });
		await tx.delete(stops).where(eq(stops.trailId, id));
		if (value.stops.length) {
			const slugs = [...new Set(value.stops.map(({ place }) => place))];
			const known = await tx
				.select({ id: places.id, slug: places.slug })
				.from(places)
				.where(inArray(places.slug, slugs));
			const idOf = new Map(known.map((place) => [place.slug, place.id]));
			await tx.insert(stops).values(
				value.stops.map(({ place, note }, i) => ({
					trailId: id,
					number: i + 1,
					placeId: idOf.get(place)!,
					noteZh: note?.zh ?? null,
					noteEn: note?.en || null
				}))
			);
		}
		await citeOnly(tx, 'trail', id, value.sources);
		await indexRows(tx, [
			{
				subject: 'trail',
				id,
				name: [value.name.zh, value.name.en ?? ''],
				place: [],
				body: [value.summary, value.story].flatMap((text) => [text?.zh ?? '', text?.en ?? ''])
			}
		]);
		await touchContent(tx);
	},

	async withdraw(tx, id, now) {
		await tx.update(trails).set({ publishedAt: null, updatedAt: now }).where(eq(trails.id, id));
		await removeRows(tx, 'trail', [id]);
		await touchContent(tx);
	},

	async remove(tx, id) {
		await tx.delete(trails).where(eq(trails.id, id));
		await removeRows(tx, 'trail', [id]);
		await touchContent(tx);
	}
};
