import { randomBytes } from 'node:crypto';
import { and, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import { SIGNS, plainSigns } from '$lib/domain/certificates/code';
import { mayStamp } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { dayStamp } from '$lib/domain/when';
import { record } from '../audit';
import type { Db, Reader, Tx } from '../db/open';
import { booklets, newId, spentStamps, stampBooks } from '../db/schema';
import { write } from '../db/write';
import { hashed } from '../people/tokens';
import { publicBook } from './books';
import { reaching } from './shown';

const DAY = 86_400_000;
/** Signs of a code that fetches a booklet: forty bits, asked by staff alone. */
const SIGNS_OF_CODE = 8;

/** A short code nobody guesses, read aloud without mistakes. */
export const shortCode = (): string =>
	Array.from(randomBytes(SIGNS_OF_CODE), (byte) => SIGNS[byte & 31]).join('');

/** Whether something typed can be such a code. */
export const isShortCode = (typed: string): boolean => {
	const signs = plainSigns(typed);
	return signs.length === SIGNS_OF_CODE && [...signs].every((sign) => SIGNS.includes(sign));
};

/** Midnight at the end of a day in Asia/Shanghai, so many days after today. */
const endOfDay = (now: number, days: number): number =>
	Date.parse(`${dayStamp(now + days * DAY)}T23:59:59.999+08:00`);

/** Gives back to the stock what was reserved and not fetched; its stamps may reserve again. */
export async function expireBooklets(tx: Tx, now: number): Promise<number> {
	const over = await tx
		.update(booklets)
		.set({ state: 'expired' })
		.where(and(eq(booklets.state, 'reserved'), lte(booklets.until, now)))
		.returning({ id: booklets.id, book: booklets.book });
	if (!over.length) return 0;
	await tx.delete(spentStamps).where(
		inArray(
			spentStamps.bookletId,
			over.map(({ id }) => id)
		)
	);
	for (const book of new Set(over.map(({ book }) => book))) {
		const back = over.filter((one) => one.book === book).length;
		await tx
			.update(stampBooks)
			.set({ taken: sql`${stampBooks.taken} - ${back}` })
			.where(eq(stampBooks.number, book));
	}
	return over.length;
}

/** A reservation as whoever made it keeps it. */
interface Reservation {
	book: number;
	code: string;
	/** Last day it is held, `YYYY-MM-DD`. */
	until: string;
}

/**
 * Reserves a printed booklet for stamps. Stock and spent stamps are decided here, in the transaction:
 * nobody gets what is not there, and neither a stamp nor a copy of it fetches a second one.
 */
export async function reserve(
	db: Db,
	by: By,
	slug: string,
	codes: readonly string[]
): Promise<Ruled<Reservation>> {
	return write(db, async (tx) => {
		const found = await publicBook(tx, slug);
		if (!found) return refuse({ field: '', reason: 'gone' });
		await expireBooklets(tx, by.now);
		const reached = await reaching(tx, found.book, 'bookletAt', codes);
		if (!reached.ok) return reached;
		const stamps = reached.value;
		const { number } = found.row;
		const ids = stamps.map(({ id }) => id);
		const [spent] = await tx
			.select({ stamp: spentStamps.stamp })
			.from(spentStamps)
			.where(and(eq(spentStamps.book, number), inArray(spentStamps.stamp, ids)))
			.limit(1);
		if (spent) return refuse({ field: 'stamps', reason: 'spent' });
		const { rowsAffected } = await tx
			.update(stampBooks)
			.set({ taken: sql`${stampBooks.taken} + 1` })
			.where(and(eq(stampBooks.number, number), gt(stampBooks.stock, stampBooks.taken)));
		if (!rowsAffected) return refuse({ field: '', reason: 'no-stock' });
		const [id, code] = [newId(by.now), shortCode()];
		const until = endOfDay(by.now, found.row.holdDays);
		await tx.insert(booklets).values({
			...{ id, book: number, codeHash: hashed(code), reservedAt: by.now, until },
			...{ stamps: stamps.length, flagged: stamps.filter(({ flagged }) => flagged).length }
		});
		await tx
			.insert(spentStamps)
			.values(ids.map((stamp) => ({ book: number, stamp, bookletId: id })));
		const nobody: By = { who: null, address: null, now: by.now };
		await record(tx, nobody, {
			act: 'reserve',
			noun: 'booklets',
			id,
			title: found.row.titleZh,
			after: { book: number }
		});
		return accept({ book: number, code, until: dayStamp(until) });
	});
}

/** What a code stands for; null for one nobody was given. */
export async function lookUp(db: Reader, typed: string, now: number) {
	const [row] = await db
		.select({ booklet: booklets, title: stampBooks.titleZh, titleEn: stampBooks.titleEn })
		.from(booklets)
		.innerJoin(stampBooks, eq(stampBooks.number, booklets.book))
		.where(eq(booklets.codeHash, hashed(plainSigns(typed))));
	if (!row) return null;
	const { id, state, until, stamps, flagged, redeemedAt, reservedAt } = row.booklet;
	return {
		...{ id, until, stamps, flagged, redeemedAt, reservedAt },
		title: { zh: row.title, en: row.titleEn },
		state: state === 'reserved' && now > until ? ('expired' as const) : state
	};
}

/** Hands a booklet out: once, before its day is over. */
export async function redeem(db: Db, by: By, typed: string): Promise<Ruled<{ id: string }>> {
	if (!mayStamp(by.who)) return refuse({ field: '', reason: 'forbidden' });
	if (!isShortCode(typed)) return refuse({ field: 'code', reason: 'code' });
	return write(db, async (tx) => {
		const found = await lookUp(tx, typed, by.now);
		if (!found) return refuse({ field: 'code', reason: 'code-unknown' });
		if (found.state === 'redeemed') return refuse({ field: 'code', reason: 'code-used' });
		if (found.state === 'expired') return refuse({ field: 'code', reason: 'code-expired' });
		await tx
			.update(booklets)
			.set({ state: 'redeemed', redeemedAt: by.now, redeemedBy: by.who?.id ?? null })
			.where(eq(booklets.id, found.id));
		await record(tx, by, {
			act: 'redeem',
			noun: 'booklets',
			id: found.id,
			title: found.title.zh
		});
		return accept({ id: found.id });
	});
}
