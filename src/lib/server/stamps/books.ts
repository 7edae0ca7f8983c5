import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { isOn } from '$lib/domain/modules';
import type { Book, BookPlace } from '$lib/domain/stamps/book';
import { pair } from '$lib/domain/text';
import { given, prepared } from '../db/prepared';
import type { Db, Reader } from '../db/open';
import { places, posters, stampBookPlaces, stampBooks, stops, trails } from '../db/schema';
import { switchesOf } from '../frame';
import * as towns from '../towns';

export type BookRow = typeof stampBooks.$inferSelect;

/** The places of books, by number of the book, in their order; only those the public sees. */
async function placesOf(db: Reader, rows: readonly BookRow[]): Promise<Map<number, BookPlace[]>> {
	const known = await towns.bySlug(db);
	const columns = {
		id: places.id,
		slug: places.slug,
		zh: places.nameZh,
		en: places.nameEn,
		town: places.townSlug
	};
	const trailIds = rows.flatMap(({ trailId }) => trailId ?? []);
	const numbers = rows.flatMap(({ trailId, number }) => (trailId ? [] : [number]));
	const along = await db
		.select({ ...columns, trailId: stops.trailId })
		.from(stops)
		.innerJoin(places, and(eq(places.id, stops.placeId), isNotNull(places.publishedAt)))
		.where(inArray(stops.trailId, [...trailIds, '']))
		.orderBy(asc(stops.trailId), asc(stops.number));
	const own = await db
		.select({ ...columns, book: stampBookPlaces.book })
		.from(stampBookPlaces)
		.innerJoin(places, and(eq(places.id, stampBookPlaces.placeId), isNotNull(places.publishedAt)))
		.where(inArray(stampBookPlaces.book, [...numbers, -1]))
		.orderBy(asc(stampBookPlaces.book), asc(stampBookPlaces.ordinal));
	const ids = [...along, ...own].map(({ id }) => id);
	const hung = new Set(
		(
			await db
				.select({ id: posters.placeId })
				.from(posters)
				.where(and(isNull(posters.endedAt), inArray(posters.placeId, [...ids, ''])))
		).map(({ id }) => id)
	);
	const shown = (row: (typeof along)[number] | (typeof own)[number]): BookPlace => ({
		slug: row.slug,
		name: { zh: row.zh, en: row.en },
		town: (row.town && known.get(row.town)?.name) || null,
		stamped: hung.has(row.id)
	});
	return new Map(
		rows.map(({ number, trailId }) => {
			const mine = trailId
				? along.filter((row) => row.trailId === trailId)
				: own.filter((row) => row.book === number);
			// A trail may pass a place twice; a book has it once.
			const once = mine.filter((row, i) => mine.findIndex(({ id }) => id === row.id) === i);
			return [number, once.map(shown)];
		})
	);
}

async function viewed(db: Reader, rows: readonly BookRow[]): Promise<Book[]> {
	const listed = await placesOf(db, rows);
	const ids = rows.flatMap(({ trailId }) => trailId ?? []);
	const slugs = new Map(
		(
			await db
				.select({ id: trails.id, slug: trails.slug })
				.from(trails)
				.where(and(inArray(trails.id, [...ids, '']), isNotNull(trails.publishedAt)))
		).map(({ id, slug }) => [id, slug])
	);
	return rows.map((row) => ({
		number: row.number,
		slug: row.slug,
		title: { zh: row.titleZh, en: row.titleEn },
		summary: pair(row.summaryZh, row.summaryEn),
		trail: (row.trailId && slugs.get(row.trailId)) || null,
		position: row.position,
		quizAt: row.questions.length ? row.quizAt : null,
		certificateAt: row.certificateAt,
		bookletAt: row.bookletAt,
		questions: row.questions.length,
		passAt: row.passAt,
		left: Math.max(0, row.stock - row.taken),
		holdDays: row.holdDays,
		pickup: pair(row.pickupZh, row.pickupEn),
		demonstration: row.demonstration,
		places: listed.get(row.number) ?? []
	}));
}

/** Every published book with its places, in the order they were made. */
export async function publicBooks(db: Reader): Promise<Book[]> {
	const rows = await db
		.select()
		.from(stampBooks)
		.where(isNotNull(stampBooks.publishedAt))
		.orderBy(asc(stampBooks.demonstration), asc(stampBooks.number));
	return viewed(db, rows);
}

/** A published book with the row it comes from; null when there is none. */
export async function publicBook(
	db: Reader,
	slug: string
): Promise<{ book: Book; row: BookRow } | null> {
	const [row] = await db
		.select()
		.from(stampBooks)
		.where(and(eq(stampBooks.slug, slug), isNotNull(stampBooks.publishedAt)));
	if (!row) return null;
	const [book] = await viewed(db, [row]);
	return { book: book!, row };
}

/** A book by its number, published or not; for codes that carry one. */
export async function bookByNumber(db: Reader, number: number): Promise<BookRow | null> {
	const [row] = await db.select().from(stampBooks).where(eq(stampBooks.number, number));
	return row ?? null;
}

/** The published books a place is in. */
export async function booksWith(db: Reader, slug: string): Promise<Book[]> {
	const books = await publicBooks(db);
	return books.filter(({ places }) => places.some((place) => place.slug === slug));
}

const hangs = prepared((db) =>
	db
		.select({ number: posters.number })
		.from(posters)
		.innerJoin(places, eq(places.id, posters.placeId))
		.where(and(eq(places.slug, given('slug')), isNull(posters.endedAt)))
		.limit(1)
);

/** Whether a poster hangs at a place, so that its page may say so; nowhere while stamps are off. */
export const givesStamps = async (db: Db, slug: string): Promise<boolean> =>
	isOn(await switchesOf(db), 'stamps') && (await hangs(db, { slug })).length > 0;

const follows = prepared((db) =>
	db
		.select({ slug: stampBooks.slug })
		.from(stampBooks)
		.innerJoin(trails, eq(trails.id, stampBooks.trailId))
		.where(and(eq(trails.slug, given('slug')), isNotNull(stampBooks.publishedAt)))
		.limit(1)
);

/** The slug of the book that follows a trail; null when none does, or stamps are off. */
export const bookOfTrail = async (db: Db, slug: string): Promise<string | null> =>
	isOn(await switchesOf(db), 'stamps') ? ((await follows(db, { slug }))[0]?.slug ?? null) : null;
