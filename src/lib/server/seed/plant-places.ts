import { placeShape } from '../../domain/place-shape';
import { trailShape } from '../../domain/trail-shape';
import type { Tx } from '../db/open';
import {
	bases as baseTable,
	corridors as corridorTable,
	figures as figureTable,
	honours,
	sources as sourceTable,
	stops,
	towns as townTable,
	trails as trailTable
} from '../db/schema';
import { newId } from '../db/schema';
import { put } from '../places';
import { indexRows } from '../search';
import { cite } from './cite';
import type { SeedFigure, SeedPlace, SeedTown, SeedTrail } from './shapes';
import { bases } from './site';
import { sources } from './sources';
import type { corridors } from './trails';

export async function plantBases(tx: Tx, now: number): Promise<void> {
	await tx
		.insert(baseTable)
		.values(
			bases.map(({ name, attribution, notice, ...base }, position) => ({
				...base,
				nameZh: name.zh,
				nameEn: name.en,
				attributionZh: attribution.zh,
				attributionEn: attribution.en,
				noticeZh: notice?.zh,
				noticeEn: notice?.en,
				position,
				publishedAt: now,
				createdAt: now,
				updatedAt: now
			}))
		)
		.onConflictDoNothing();
}

/** Sources and towns may stand already: from the volume generator or before all places were removed. */
export async function plantSources(tx: Tx): Promise<void> {
	await tx
		.insert(sourceTable)
		.values([...sources])
		.onConflictDoNothing();
}

export async function plantTowns(tx: Tx, towns: SeedTown[]): Promise<void> {
	await tx
		.insert(townTable)
		.values(
			towns.map(({ slug, code, name, form, label, own }, position) => ({
				slug,
				code,
				nameZh: name.zh,
				nameEn: name.en,
				form,
				lon: label?.[0],
				lat: label?.[1],
				position,
				own
			}))
		)
		.onConflictDoNothing();
	await indexRows(
		tx,
		towns.map(({ slug, name }) => ({
			subject: 'town' as const,
			id: slug,
			name: [name.zh, name.en ?? ''],
			place: [],
			body: []
		}))
	);
	for (const town of towns) {
		if (town.code) await cite(tx, 'town', town.slug, [{ source: 'divisions', field: 'code' }]);
		if (town.label)
			await cite(tx, 'town', town.slug, [{ source: 'own-drawing', field: 'position' }]);
	}
}

/** @returns the id of every planted place by its slug */
export async function plantPlaces(
	tx: Tx,
	places: SeedPlace[],
	now: number
): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	for (const { cites, honours: given = [], ...place } of places) {
		const { id } = await put(tx, placeShape.parse(place), { now });
		ids.set(place.slug, id);
		await cite(tx, 'place', id, cites);
		for (const honour of given) {
			const honourId = newId(now);
			await tx.insert(honours).values({
				id: honourId,
				placeId: id,
				titleZh: honour.title.zh,
				titleEn: honour.title.en,
				level: honour.level,
				sourceSlug: honour.cites[0]?.source
			});
			await cite(tx, 'honour', honourId, honour.cites);
		}
	}
	return ids;
}

export async function plantTrails(
	tx: Tx,
	given: { corridors: typeof corridors; trails: SeedTrail[]; ids: Map<string, string>; now: number }
): Promise<void> {
	const { ids, now } = given;
	await tx.insert(corridorTable).values(given.corridors).onConflictDoNothing();
	for (const { cites, ...input } of given.trails) {
		const trail = trailShape.parse(input);
		const id = newId(now);
		await tx.insert(trailTable).values({
			id,
			slug: trail.slug,
			corridorSlug: trail.corridor,
			nameZh: trail.name.zh,
			nameEn: trail.name.en,
			summaryZh: trail.summary?.zh,
			summaryEn: trail.summary?.en,
			storyZh: trail.story?.zh,
			storyEn: trail.story?.en,
			themeZh: trail.theme?.zh,
			themeEn: trail.theme?.en,
			mode: trail.mode,
			length: trail.length,
			minutes: trail.minutes,
			declaredStops: trail.declaredStops,
			demonstration: trail.demonstration,
			line: trail.line,
			publishedAt: now,
			createdAt: now,
			updatedAt: now
		});
		if (trail.stops.length)
			await tx.insert(stops).values(
				trail.stops.map(({ place, note }, at) => ({
					trailId: id,
					number: at + 1,
					placeId: ids.get(place)!,
					noteZh: note?.zh,
					noteEn: note?.en
				}))
			);
		await cite(tx, 'trail', id, cites);
		await indexRows(tx, [
			{
				subject: 'trail',
				id,
				name: [trail.name.zh, trail.name.en ?? ''],
				place: [],
				body: [trail.summary, trail.story].flatMap((text) => [text?.zh ?? '', text?.en ?? ''])
			}
		]);
	}
}

export async function plantFigures(tx: Tx, figures: SeedFigure[]): Promise<void> {
	await tx
		.insert(figureTable)
		.values(
			figures.map(
				(
					{ slug, value, unit, label, note, asOf, derived = false, featured = false, cites },
					position
				) => ({
					slug,
					value,
					unitZh: unit?.zh,
					unitEn: unit?.en,
					labelZh: label.zh,
					labelEn: label.en,
					noteZh: note?.zh,
					noteEn: note?.en,
					asOf,
					derived,
					sourceSlug: cites[0].source,
					position,
					featured
				})
			)
		)
		.onConflictDoNothing();
	for (const figure of figures) await cite(tx, 'figure', figure.slug, figure.cites);
}
