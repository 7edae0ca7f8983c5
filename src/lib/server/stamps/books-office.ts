import { and, asc, count, desc, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import { mayKeepBooks } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { BookInput } from '$lib/domain/stamps/book-form';
import { record } from '../audit';
import type { Db, Reader, Tx } from '../db/open';
import { booklets, places, stampBookPlaces, stampBooks, stops, trails } from '../db/schema';
import { touchContent, write } from '../db/write';
import type { BookRow } from './books';

/** Every book with how many places it has, for the office. */
export async function allBooks(db: Reader) {
	const rows = await db
		.select({ book: stampBooks, trail: trails.nameZh, trailEn: trails.nameEn })
		.from(stampBooks)
		.leftJoin(trails, eq(trails.id, stampBooks.trailId))
		.orderBy(desc(stampBooks.number));
	const own = await db
		.select({ book: stampBookPlaces.book, n: count() })
		.from(stampBookPlaces)
		.groupBy(stampBookPlaces.book);
	const along = await db
		.select({ trail: stops.trailId, n: count() })
		.from(stops)
		.groupBy(stops.trailId);
	return rows.map(({ book, trail, trailEn }) => ({
		...book,
		trail: trail ? { zh: trail, en: trailEn } : null,
		places: book.trailId
			? (along.find((one) => one.trail === book.trailId)?.n ?? 0)
			: (own.find((one) => one.book === book.number)?.n ?? 0)
	}));
}

/** A book as its form shows it; null when there is none. */
export async function bookForForm(
	db: Reader,
	number: number
): Promise<{ row: BookRow; places: string[] } | null> {
	const [row] = await db.select().from(stampBooks).where(eq(stampBooks.number, number));
	if (!row) return null;
	const own = await db
		.select({ slug: places.slug })
		.from(stampBookPlaces)
		.innerJoin(places, eq(places.id, stampBookPlaces.placeId))
		.where(eq(stampBookPlaces.book, number))
		.orderBy(asc(stampBookPlaces.ordinal));
	return { row, places: own.map(({ slug }) => slug) };
}

/** How many booklets of a book wait, were handed out and went back. */
export async function bookletNumbers(db: Reader, number: number) {
	const rows = await db
		.select({ state: booklets.state, n: count() })
		.from(booklets)
		.where(eq(booklets.book, number))
		.groupBy(booklets.state);
	const of = (state: string) => rows.find((row) => row.state === state)?.n ?? 0;
	return { reserved: of('reserved'), redeemed: of('redeemed'), expired: of('expired') };
}

/** Trails a book may follow. */
export const trailChoices = (db: Reader) =>
	db
		.select({ id: trails.id, zh: trails.nameZh, en: trails.nameEn })
		.from(trails)
		.where(isNotNull(trails.publishedAt))
		.orderBy(asc(trails.slug));

/** The ids of a book’s places in order, own or along its trail; or why they cannot be had. */
async function placesFor(tx: Tx, input: BookInput): Promise<Ruled<string[]>> {
	if (input.trailId) {
		const rows = await tx
			.selectDistinct({ id: stops.placeId })
			.from(stops)
			.innerJoin(trails, and(eq(trails.id, stops.trailId), isNotNull(trails.publishedAt)))
			.where(eq(stops.trailId, input.trailId));
		return rows.length
			? accept(rows.map(({ id }) => id))
			: refuse({ field: 'trail', reason: 'no-places' });
	}
	const rows = await tx
		.select({ id: places.id, slug: places.slug })
		.from(places)
		.where(and(inArray(places.slug, input.places), isNotNull(places.publishedAt)));
	const missing = input.places.find((slug) => !rows.some((row) => row.slug === slug));
	if (missing)
		return refuse({ field: 'places', reason: 'unknown-place', detail: { slug: missing } });
	return accept(input.places.map((slug) => rows.find((row) => row.slug === slug)!.id));
}

/** What stands against a book as it would be, besides its form. */
function against(input: BookInput, all: number, taken: number) {
	const high = (['quizAt', 'certificateAt', 'bookletAt'] as const).filter(
		(field) => (input[field] ?? 0) > all
	);
	return [
		...high.map((field) => ({ field, reason: 'more-than-places', detail: { places: all } })),
		...(input.stock < taken ? [{ field: 'stock', reason: 'below-taken', detail: { taken } }] : [])
	];
}

/**
 * Saves a book, or makes a new one.
 * @param number of the book and the revision its form was filled from; null for a new one
 * @returns its number
 */
export async function saveBook(
	db: Db,
	by: By,
	at: { number: number; revision: number } | null,
	input: BookInput
): Promise<Ruled<number>> {
	if (!mayKeepBooks(by.who)) return refuse({ field: '', reason: 'forbidden' });
	return write(db, async (tx) => {
		const before = at ? await bookForForm(tx, at.number) : null;
		if (at && !before) return refuse({ field: '', reason: 'gone' });
		if (at && before!.row.revision !== at.revision) return refuse({ field: '', reason: 'changed' });
		const [taken] = await tx
			.select({ number: stampBooks.number })
			.from(stampBooks)
			.where(and(eq(stampBooks.slug, input.slug), ne(stampBooks.number, at?.number ?? -1)));
		if (taken) return refuse({ field: 'slug', reason: 'taken' });
		const ids = await placesFor(tx, input);
		if (!ids.ok) return ids;
		const wrong = against(input, ids.value.length, before?.row.taken ?? 0);
		if (wrong.length) return refuse(...wrong);
		const { places: slugs, ...values } = input;
		const revision = (before?.row.revision ?? 0) + 1;
		let number = at?.number ?? 0;
		if (at)
			await tx
				.update(stampBooks)
				.set({ ...values, revision })
				.where(eq(stampBooks.number, number));
		else {
			const [made] = await tx
				.insert(stampBooks)
				.values({ ...values, revision, createdAt: by.now, updatedAt: by.now })
				.returning({ number: stampBooks.number });
			number = made!.number;
		}
		await tx.delete(stampBookPlaces).where(eq(stampBookPlaces.book, number));
		if (!input.trailId)
			await tx
				.insert(stampBookPlaces)
				.values(ids.value.map((placeId, i) => ({ book: number, placeId, ordinal: i + 1 })));
		await record(tx, by, {
			act: at ? 'save' : 'create',
			noun: 'stampbooks',
			id: String(number),
			title: input.titleZh,
			...(before ? { before: told(before.row, before.places) } : {}),
			after: told(values, slugs)
		});
		await touchContent(tx);
		return accept(number);
	});
}

/** What the audit tells of a book. */
function told(
	row: Pick<
		BookRow,
		| 'slug'
		| 'titleZh'
		| 'trailId'
		| 'quizAt'
		| 'certificateAt'
		| 'bookletAt'
		| 'position'
		| 'passAt'
		| 'stock'
		| 'holdDays'
		| 'questions'
	>,
	places: readonly string[]
) {
	const { slug, titleZh, trailId, quizAt, certificateAt, bookletAt, position, passAt } = row;
	const { stock, holdDays, questions } = row;
	return {
		...{ slug, title: titleZh, trail: trailId, places: [...places], quizAt, certificateAt },
		...{ bookletAt, position, passAt, stock, holdDays, questions: JSON.stringify(questions) }
	};
}

/** Publishes a book, or takes it out of the public. Stamps already given stay as they are. */
export async function showBook(
	db: Db,
	by: By,
	number: number,
	shown: boolean
): Promise<Ruled<number>> {
	if (!mayKeepBooks(by.who)) return refuse({ field: '', reason: 'forbidden' });
	return write(db, async (tx) => {
		const found = await bookForForm(tx, number);
		if (!found) return refuse({ field: '', reason: 'gone' });
		if ((found.row.publishedAt !== null) === shown) return refuse({ field: '', reason: 'changed' });
		await tx
			.update(stampBooks)
			.set({ publishedAt: shown ? by.now : null, revision: found.row.revision + 1 })
			.where(eq(stampBooks.number, number));
		await record(tx, by, {
			act: shown ? 'publish' : 'withdraw',
			noun: 'stampbooks',
			id: String(number),
			title: found.row.titleZh
		});
		await touchContent(tx);
		return accept(number);
	});
}
