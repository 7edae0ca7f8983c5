import { and, asc, count, eq, isNotNull } from 'drizzle-orm';
import { pair } from '$lib/domain/text';
import type { StopView, TrailView } from '$lib/domain/view';
import type { Reader } from './db/open';
import { corridors, places, stops, trails } from './db/schema';
import { cited } from './places/detail';
import { rowColumns } from './places/find';
import { view as placeView } from './places/view';
import * as towns from './towns';

const published = isNotNull(trails.publishedAt);

type Row = typeof trails.$inferSelect;
type Corridor = typeof corridors.$inferSelect | null;

function view(
	row: Row,
	corridor: Corridor,
	recorded: number,
	points: [number, number][]
): TrailView {
	return {
		slug: row.slug,
		name: { zh: row.nameZh, en: row.nameEn },
		summary: pair(row.summaryZh, row.summaryEn),
		theme: pair(row.themeZh, row.themeEn),
		corridor: corridor
			? { slug: corridor.slug, name: { zh: corridor.nameZh, en: corridor.nameEn } }
			: null,
		mode: row.mode,
		length: row.length,
		minutes: row.minutes,
		declaredStops: row.declaredStops,
		recordedStops: recorded,
		demonstration: row.demonstration,
		synthetic: row.synthetic,
		line: row.line ?? (points.length > 1 ? points : [])
	};
}

/** All published trails, real ones before demonstrations, with the line the map draws. */
export async function all(db: Reader): Promise<TrailView[]> {
	const rows = await db
		.select({ trail: trails, corridor: corridors })
		.from(trails)
		.leftJoin(corridors, eq(corridors.slug, trails.corridorSlug))
		.where(published)
		.orderBy(asc(trails.synthetic), asc(trails.demonstration), asc(trails.slug));
	const points = await db
		.select({ trailId: stops.trailId, lon: places.lon, lat: places.lat })
		.from(stops)
		.innerJoin(places, and(eq(places.id, stops.placeId), isNotNull(places.publishedAt)))
		.orderBy(asc(stops.trailId), asc(stops.number));
	return rows.map(({ trail, corridor }) => {
		const mine = points.filter(({ trailId }) => trailId === trail.id);
		return view(trail, corridor, mine.length, located(mine));
	});
}

/** How many trails are published. */
export async function total(db: Reader): Promise<number> {
	const [row] = await db.select({ n: count() }).from(trails).where(published);
	return row?.n ?? 0;
}

/** A published trail with its story, its stops in order and its sources; null when there is none. */
export async function bySlug(db: Reader, slug: string) {
	const [row] = await db
		.select({ trail: trails, corridor: corridors })
		.from(trails)
		.leftJoin(corridors, eq(corridors.slug, trails.corridorSlug))
		.where(and(eq(trails.slug, slug), published));
	if (!row) return null;
	const known = await towns.bySlug(db);
	const found = await db
		.select({ number: stops.number, noteZh: stops.noteZh, noteEn: stops.noteEn, place: rowColumns })
		.from(stops)
		.innerJoin(places, and(eq(places.id, stops.placeId), isNotNull(places.publishedAt)))
		.where(eq(stops.trailId, row.trail.id))
		.orderBy(asc(stops.number));
	const list: StopView[] = found.map(({ number, noteZh, noteEn, place }) => ({
		number,
		note: pair(noteZh, noteEn),
		place: placeView(place, known)
	}));
	return {
		trail: view(row.trail, row.corridor, list.length, located(found.map(({ place }) => place))),
		story: pair(row.trail.storyZh, row.trail.storyEn),
		updatedAt: row.trail.updatedAt,
		stops: list,
		sources: await cited(db, 'trail', row.trail.id)
	};
}

/** A trail's page as {@link bySlug} gives it. */
export type TrailDetail = NonNullable<Awaited<ReturnType<typeof bySlug>>>;

/** The located points in order, without repeats side by side. */
function located(points: { lon: number | null; lat: number | null }[]): [number, number][] {
	return points
		.flatMap(({ lon, lat }): [number, number][] =>
			lon === null || lat === null ? [] : [[lon, lat]]
		)
		.filter(
			(point, i, all) => i === 0 || point[0] !== all[i - 1]![0] || point[1] !== all[i - 1]![1]
		);
}

/** The stops that can be drawn, with their positions in WGS-84 degrees. */
export function drawn(list: readonly StopView[]) {
	return list.flatMap(({ number, place: { slug, name, lon, lat } }) =>
		lon === null || lat === null ? [] : [{ number, slug, name, lon, lat }]
	);
}
