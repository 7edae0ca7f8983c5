const DAY = 86_400_000;
/** Shanghai is eight hours ahead of UTC all year. */
const AHEAD = 8 * 3_600_000;
/** Days are counted from 2020-01-01. */
const FIRST = Date.UTC(2020, 0, 1) / DAY;

/** The number of the day in Asia/Shanghai a moment falls on, from 2020-01-01. */
export const dayNumber = (at: number): number => Math.floor((at + AHEAD) / DAY) - FIRST;

/** A day by its number as `YYYY-MM-DD`. */
export const dayOf = (number: number): string =>
	new Date((number + FIRST) * DAY).toISOString().slice(0, 10);

const put = (value: number, length: number): number[] =>
	Array.from({ length }, (_, i) => Math.floor(value / 256 ** (length - 1 - i)) % 256);
const take = (bytes: Uint8Array, from: number, length: number): number =>
	bytes.subarray(from, from + length).reduce((sum, byte) => sum * 256 + byte, 0);
const hex = (bytes: Uint8Array): string =>
	Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What signed codes say. Lengths in bytes; with ten bytes of signature each is a multiple of five. */
export const lengths = { poster: 5, stamp: 15, quiz: 10, diploma: 10 } as const;
export type Purpose = keyof typeof lengths;

/** A poster says which it is; place and version stand in the register. */
export const packPoster = (number: number): Uint8Array => Uint8Array.from(put(number, 5));
export const readPoster = (bytes: Uint8Array): number => take(bytes, 0, 5);

/** A stamp: from which poster, on which day, with an id of its own, and nothing else. */
export interface Stamp {
	poster: number;
	/** `YYYY-MM-DD`. */
	day: string;
	/** Given so fast that somebody should look before it fetches a booklet. */
	flagged: boolean;
	/** Sixteen hex digits. */
	id: string;
}

/** @param noise eight random bytes */
export const packStamp = (
	{ poster, at, flagged }: { poster: number; at: number; flagged: boolean },
	noise: Uint8Array
): Uint8Array =>
	Uint8Array.from([
		...put(poster, 4),
		...put(dayNumber(at), 2),
		flagged ? 1 : 0,
		...noise.subarray(0, 8)
	]);

export const readStamp = (bytes: Uint8Array): Stamp => ({
	poster: take(bytes, 0, 4),
	day: dayOf(take(bytes, 4, 2)),
	flagged: bytes[6] === 1,
	id: hex(bytes.subarray(7, 15))
});

/** That somebody passed the quiz of a book on a day, or was given its certificate for so many stamps. */
export interface Achievement {
	book: number;
	day: string;
	/** Right answers, or stamps. */
	count: number;
	of: number;
}

/** @param noise two random bytes */
export const packAchievement = (
	{ book, at, count, of }: { book: number; at: number; count: number; of: number },
	noise: Uint8Array
): Uint8Array =>
	Uint8Array.from([
		...put(book, 4),
		...put(dayNumber(at), 2),
		...put(Math.min(count, 255), 1),
		...put(Math.min(of, 255), 1),
		...noise.subarray(0, 2)
	]);

export const readAchievement = (bytes: Uint8Array): Achievement => ({
	book: take(bytes, 0, 4),
	day: dayOf(take(bytes, 4, 2)),
	count: take(bytes, 6, 1),
	of: take(bytes, 7, 1)
});
