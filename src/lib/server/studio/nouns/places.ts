import { and, asc, eq, ne } from 'drizzle-orm';
import type { z } from 'zod';
import type { Content } from '$lib/domain/studio/field';
import { placeContent } from '$lib/domain/studio/nouns/place-shape';
import { placeShape } from '$lib/domain/place-shape';
import { sortKey } from '$lib/domain/sort';
import { pair } from '$lib/domain/text';
import { exceptions, items, openings, places } from '../../db/schema';
import { given, prepared } from '../../db/prepared';
import { touchContent } from '../../db/write';
import { put } from '../../places';
import { removeRows } from '../../search';
import { attach, attached } from '../../media/attach';
import { citedBy, citeOnly } from './cite';
import type { Keeper } from './keeper';
import { missing } from './references';

type Value = z.output<typeof placeContent>;

const another = prepared((reader) =>
	reader
		.select({ id: places.id })
		.from(places)
		.where(and(eq(places.slug, given('slug')), ne(places.id, given('id'))))
);

/** Places: the row, its hours, its pictures and its sources. */
export const keeper: Keeper = {
	shape: placeContent,

	async read(reader, id) {
		const [row] = await reader.select().from(places).where(eq(places.id, id));
		if (!row) return null;
		const week = await reader
			.select({ weekday: openings.weekday, opens: openings.opens, closes: openings.closes })
			.from(openings)
			.where(eq(openings.placeId, id))
			.orderBy(asc(openings.weekday), asc(openings.opens));
		const days = await reader
			.select()
			.from(exceptions)
			.where(eq(exceptions.placeId, id))
			.orderBy(asc(exceptions.day));
		const content: Value = {
			slug: row.slug,
			kind: row.kind,
			category: row.category,
			name: { zh: row.nameZh, en: row.nameEn },
			summary: pair(row.summaryZh, row.summaryEn),
			story: pair(row.storyZh, row.storyEn),
			town: row.townSlug,
			address: pair(row.addressZh, row.addressEn),
			phone: row.phone,
			transport: pair(row.transportZh, row.transportEn),
			level: row.level,
			tags: row.tags,
			access: row.access,
			position:
				row.lon === null || row.lat === null || row.precision === 'unknown'
					? null
					: {
							lon: row.lon,
							lat: row.lat,
							precision: row.precision,
							datum: row.sourceDatum,
							accuracy: row.accuracy,
							verified: row.positionVerified
						},
			week,
			days: days.map(({ day, opens, closes, reasonZh, reasonEn }) => ({
				day,
				opens,
				closes,
				reason: pair(reasonZh, reasonEn)
			})),
			media: await attached(reader, id),
			sources: await citedBy(reader, 'place', id)
		};
		return content as unknown as Content;
	},

	async card(_, id, content) {
		const value = content as unknown as Value;
		return {
			slug: value.slug,
			titleZh: value.name.zh,
			titleEn: value.name.en || null,
			kind: value.kind,
			category: value.category ?? null,
			town: value.town ?? null,
			placeId: id,
			sortKey: sortKey(value.name.zh)
		};
	},

	async check(reader, id, content) {
		const value = content as unknown as Value;
		const [taken] = await another(reader, { slug: value.slug, id });
		return [
			...(taken ? [{ field: 'slug', reason: 'taken' }] : []),
			...(await missing(reader, 'town', 'towns', [value.town])),
			...(await missing(reader, 'sources', 'sources', value.sources))
		];
	},

	async put(tx, id, content, now) {
		const { position, week, days, media, sources, ...rest } = content as unknown as Value;
		await put(
			tx,
			placeShape.parse({
				...rest,
				...(position
					? {
							lon: position.lon,
							lat: position.lat,
							precision: position.precision,
							sourceDatum: position.datum,
							accuracy: position.accuracy,
							positionVerified: position.verified
						}
					: { precision: 'unknown' })
			}),
			{ id, now, week, days }
		);
		await attach(tx, id, media);
		await citeOnly(tx, 'place', id, sources);
		// What is told of it lies where it lies.
		await tx
			.update(items)
			.set({ town: rest.town ?? null })
			.where(and(eq(items.noun, 'articles'), eq(items.placeId, id)));
		await touchContent(tx);
	},

	async withdraw(tx, id, now) {
		await tx.update(places).set({ publishedAt: null, updatedAt: now }).where(eq(places.id, id));
		await removeRows(tx, 'place', [id]);
		await touchContent(tx);
	},

	async remove(tx, id) {
		await tx.delete(places).where(eq(places.id, id));
		await removeRows(tx, 'place', [id]);
		await touchContent(tx);
	}
};
