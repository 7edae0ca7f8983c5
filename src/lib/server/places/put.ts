import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Exception, Opening } from '$lib/domain/hours';
import type { placeShape } from '$lib/domain/place-shape';
import { sortKey } from '$lib/domain/sort';
import { indexRows } from '../search';
import type { SearchRow } from '../search';
import type { Tx } from '../db/open';
import { touchContent } from '../db/write';
import { exceptions, openings, places, towns } from '../db/schema';

export type PlaceValue = z.output<typeof placeShape>;

/** Whether a written place was new, different from what stood there, or the same. */
export type Outcome = 'new' | 'changed' | 'same';

/**
 * Writes a place under its slug, with its week hours when given, keeps the search index in step and
 * raises the content version, but only when something really changes.
 * @param value a place as `placeShape` parsed it; an unknown town breaks a foreign key and throws.
 * @param options.id the place it is, whatever its slug was, and public from now on if it was not
 */
export async function put(
	tx: Tx,
	value: PlaceValue,
	{
		now,
		week,
		days,
		id: known,
		synthetic = false,
		draft = false
	}: {
		now: number;
		week?: Opening[];
		days?: Exception[];
		id?: string;
		synthetic?: boolean;
		draft?: boolean;
	}
): Promise<{ id: string; outcome: Outcome }> {
	const columns = columnsOf(value);
	const [existing] = await tx
		.select()
		.from(places)
		.where(known ? eq(places.id, known) : eq(places.slug, value.slug));
	const surfaces = known !== undefined && existing?.publishedAt === null;
	const sameColumns =
		existing &&
		!surfaces &&
		(Object.keys(columns) as (keyof typeof columns)[]).every(
			(key) => JSON.stringify(existing[key] ?? null) === JSON.stringify(columns[key] ?? null)
		);
	const sameWeek = !week || (existing && (await weekText(tx, existing.id)) === textOf(week));
	if (sameColumns && sameWeek && !days) return { id: existing.id, outcome: 'same' };

	let id = existing?.id;
	if (existing && id)
		await tx
			.update(places)
			.set({ ...columns, updatedAt: now, ...(surfaces ? { publishedAt: now } : {}) })
			.where(eq(places.id, id));
	else {
		const [row] = await tx
			.insert(places)
			.values({
				...(known ? { id: known } : {}),
				...columns,
				synthetic,
				publishedAt: draft ? null : now,
				createdAt: now,
				updatedAt: now
			})
			.returning({ id: places.id });
		id = row!.id;
	}
	if (week && !sameWeek) {
		await tx.delete(openings).where(eq(openings.placeId, id));
		if (week.length)
			await tx.insert(openings).values(week.map((opening) => ({ ...opening, placeId: id })));
	}
	if (days) {
		await tx.delete(exceptions).where(eq(exceptions.placeId, id));
		if (days.length)
			await tx.insert(exceptions).values(
				days.map(({ day, opens, closes, reason }) => ({
					placeId: id,
					day,
					opens,
					closes,
					reasonZh: reason?.zh,
					reasonEn: reason?.en
				}))
			);
	}
	await indexRows(tx, [await searchable(tx, id, value)]);
	await touchContent(tx);
	return { id, outcome: existing ? 'changed' : 'new' };
}

/** The columns of a place's row. */
export function columnsOf(value: PlaceValue) {
	return {
		slug: value.slug,
		kind: value.kind,
		category: value.category ?? null,
		nameZh: value.name.zh,
		nameEn: value.name.en || null,
		summaryZh: value.summary?.zh ?? null,
		summaryEn: value.summary?.en || null,
		storyZh: value.story?.zh ?? null,
		storyEn: value.story?.en || null,
		townSlug: value.town ?? null,
		addressZh: value.address?.zh ?? null,
		addressEn: value.address?.en || null,
		phone: value.phone || null,
		transportZh: value.transport?.zh ?? null,
		transportEn: value.transport?.en || null,
		level: value.level ?? null,
		tags: value.tags,
		access: value.access,
		lon: value.lon ?? null,
		lat: value.lat ?? null,
		precision: value.precision,
		sourceDatum: value.sourceDatum,
		accuracy: value.accuracy ?? null,
		positionVerified: value.positionVerified,
		sortKey: sortKey(value.name.zh)
	};
}

async function searchable(tx: Tx, id: string, value: PlaceValue): Promise<SearchRow> {
	const [town] = value.town ? await tx.select().from(towns).where(eq(towns.slug, value.town)) : [];
	return searchRow(id, value, town);
}

/** What the search index keeps of a place in a town. */
export function searchRow(
	id: string,
	value: PlaceValue,
	town: { nameZh: string; nameEn: string | null } | undefined
): SearchRow {
	const both = (text: { zh: string; en?: string | null | undefined } | null | undefined) => [
		text?.zh ?? '',
		text?.en ?? ''
	];
	return {
		subject: 'place',
		id,
		name: both(value.name),
		place: [town?.nameZh ?? '', town?.nameEn ?? '', ...both(value.address)],
		body: [...both(value.summary), ...both(value.story), ...value.tags]
	};
}

const textOf = (week: readonly Opening[]) =>
	week
		.map(({ weekday, opens, closes }) => `${weekday}:${opens}-${closes}`)
		.sort()
		.join();

async function weekText(tx: Tx, placeId: string): Promise<string> {
	return textOf(await tx.select().from(openings).where(eq(openings.placeId, placeId)));
}
