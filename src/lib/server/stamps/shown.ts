import { eq, inArray } from 'drizzle-orm';
import { MOST } from '$lib/domain/stamps/passport';
import type { Kept } from '$lib/domain/stamps/passport';
import type { Stamp } from '$lib/domain/stamps/token';
import { progressOf } from '$lib/domain/stamps/book';
import type { Book, Thresholds } from '$lib/domain/stamps/book';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { Reader } from '../db/open';
import { places, posters } from '../db/schema';
import { openStamp } from './sign';

/** A stamp of ours, with the place its poster hangs at. */
interface Known extends Stamp {
	/** The signed stamp as it was shown. */
	code: string;
	place: { slug: string; zh: string };
}

/** Those of some shown stamps that we signed, with their places; forged ones are left out. */
export async function known(db: Reader, codes: readonly string[]): Promise<Known[]> {
	const read = codes.slice(0, MOST.stamps).flatMap((code) => {
		const stamp = openStamp(code);
		return stamp ? [{ ...stamp, code }] : [];
	});
	if (!read.length) return [];
	const rows = await db
		.select({ number: posters.number, slug: places.slug, zh: places.nameZh })
		.from(posters)
		.innerJoin(places, eq(places.id, posters.placeId))
		.where(inArray(posters.number, [...new Set(read.map(({ poster }) => poster))]));
	return read.flatMap((stamp) => {
		const place = rows.find(({ number }) => number === stamp.poster);
		return place ? [{ ...stamp, place }] : [];
	});
}

/** Shown stamps as a passport keeps them; what is forged is missing. */
export const asKept = (stamps: readonly Known[]): Kept[] =>
	stamps.map(({ code, place, day }) => ({
		...{ stamp: code, place: place.slug, name: place.zh, day },
		near: null
	}));

/**
 * Whether shown stamps reach a threshold of a book. The position is compared on the telephone alone,
 * so here every stamp counts that we signed.
 * @returns one stamp of each place of the book
 */
export async function reaching(
	db: Reader,
	book: Book,
	threshold: keyof Thresholds,
	codes: readonly string[]
): Promise<Ruled<Known[]>> {
	const at = book[threshold];
	if (at === null) return refuse({ field: '', reason: 'not-in-book' });
	const stamps = await known(db, codes);
	if (stamps.length < codes.length) return refuse({ field: 'stamps', reason: 'forged-stamp' });
	const shown = stamps.map(({ place }) => ({ place: place.slug, near: null }));
	const { have } = progressOf({ ...book, position: 'off' }, shown);
	if (have.length < at)
		return refuse({ field: 'stamps', reason: 'too-few', detail: { have: have.length, need: at } });
	return accept(have.map((slug) => stamps.find(({ place }) => place.slug === slug)!));
}
