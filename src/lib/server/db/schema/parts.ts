import { integer, text } from 'drizzle-orm/sqlite-core';

/** Random 20-character id, sortable by time of creation (48-bit ms time, 52-bit randomness, base 32). */
export function newId(now = Date.now()): string {
	const time = now.toString(32).padStart(10, '0');
	const noise = crypto.getRandomValues(new Uint8Array(10));
	return time + Array.from(noise, (byte) => (byte & 31).toString(32)).join('');
}

/** Primary key column. */
export const id = () =>
	text()
		.primaryKey()
		.$defaultFn(() => newId());

/** A moment as milliseconds since 1970-01-01T00:00:00Z. */
export const moment = () => integer();

/** When the row was made and last changed. */
export const stamps = {
	createdAt: integer()
		.notNull()
		.$defaultFn(() => Date.now()),
	updatedAt: integer()
		.notNull()
		.$defaultFn(() => Date.now())
		.$onUpdateFn(() => Date.now())
};

/** `'a', 'b'` for a CHECK … IN (…) built from a closed list of our own words. */
export const listed = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');
